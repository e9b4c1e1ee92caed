import { shareOf } from '../engine/monte-carlo.ts';
import type { Inputs } from '../engine/model.ts';
import { weigh, weightedPercentiles, type Weights } from '../engine/posterior.ts';
import { LATER, SOON } from '../models/forecast.model.ts';
import { DONE, usefulOver, yearOf } from '../parameters/abilities.ts';
import { QUARTERS, revenueOver, START } from '../parameters/adoption.ts';
import { likelihoodBetween, logit } from '../parameters/record.ts';
import { FIRST_SEED } from '../state/first-seed.ts';
import { assume, posteriorSpecOf, type Posterior, type PosteriorSampler } from './posterior-sampler.ts';
import type { Answer, AnswerTo, ReadingMedians, RunSettings, ViewQuery, ViewReading } from './queries.ts';

type Work<T> = Generator<undefined, T>;

/** The date before every report. */
const NEVER = -Infinity;
/** The year whose revenue is followed. */
const REVENUE_IN = 2030;
const YIELD_EVERY = 50;
/** Most runs behind what only the ends of a reading have: their medians then stray by some hundredths of a wait. */
const FOR_ENDS = 200;

/**
 * Computes what the reports that were published between two dates do to the runs round a view, for each reading of it. Runs are weighted
 * by the likelihood of every report until a date, so that they learn adoption and price, and the date, from all of them.
 */
export function* answerViewQuery(
	sampler: PosteriorSampler,
	{ readings, from, until }: ViewQuery,
	{ leftOut }: Pick<RunSettings, 'leftOut'>,
	n: number,
): Work<Answer> {
	const [{ earlier: before, later: after }] = readings;
	const middles = [before, after].map((values) => JSON.stringify(values));
	const countOf = (values: Inputs) => (middles.includes(JSON.stringify(values)) ? n : Math.min(n, FOR_ENDS));
	const runs = (values: Inputs) => runsOfView(sampler, values, leftOut, countOf(values));
	const weightsBy = ({ posterior: { pool, reports } }: ViewRuns, day: number) =>
		weigh(pool, likelihoodBetween(reports, NEVER, day));
	function* weighed(reading: ViewReading): Work<Weighed> {
		const [earlier, later] = [yield* runs(reading.earlier), yield* runs(reading.later)];
		return {
			earlier,
			later,
			first: weightsBy(earlier, from),
			given: weightsBy(earlier, until),
			last: weightsBy(later, until),
		};
	}
	const middle = yield* weighed(readings[0]);
	const medians = [mediansOf(middle)];
	for (const reading of readings.slice(1)) medians.push(mediansOf(yield* weighed(reading)));

	const { earlier, later, first, given } = middle;
	const by = (years: Float64Array, mark: number) => shareOf(years, (year) => year <= mark);
	const within = (mark: number, { of }: Weights) =>
		earlier.agiYear.reduce((sum, year, run) => (year <= mark ? sum + of[run]! : sum), 0);
	/** Moves a chance that was stated by as many log odds as the reports move that of the runs. */
	const moved = (mark: number) => {
		const log = logit(by(earlier.agiYear, mark)) + logit(within(mark, given)) - logit(within(mark, first));
		return 1 / (1 + Math.exp(-log));
	};
	return {
		reports: earlier.posterior.reports.filter(({ published }) => published > from && published <= until).length,
		readings: medians,
		odds: {
			before: [by(earlier.agiYear, SOON), by(earlier.agiYear, LATER)],
			given: [moved(SOON), moved(LATER)],
			after: [by(later.agiYear, SOON), by(later.agiYear, LATER)],
		},
	} satisfies AnswerTo<ViewQuery>;
}

interface Weighed {
	readonly earlier: ViewRuns;
	readonly later: ViewRuns;
	/** Weights of the earlier view's runs by the reports until its date, and until the later date. */
	readonly first: Weights;
	readonly given: Weights;
	/** Weights of the later view's runs. */
	readonly last: Weights;
}
function mediansOf({ earlier, later, first, given, last }: Weighed): ReadingMedians {
	const over = (output: 'agiYear' | 'revenue') => ({
		before: medianOf(earlier[output], first),
		given: medianOf(earlier[output], given),
		after: medianOf(later[output], last),
	});
	return {
		agiYear: over('agiYear'),
		revenue2030: over('revenue'),
		strays: {
			year: Math.max(...[first, given].map((weights) => strayOf(earlier.agiYear, weights))),
			revenue: Math.max(
				...[first, given].map((weights) => strayOf(earlier.revenue.map(Math.log), weights)),
				strayOf(later.revenue.map(Math.log), last),
			),
		},
	};
}

const medianOf = (values: Float64Array, weights: Weights): number => weightedPercentiles(values, weights, [0.5])[0]!;

/** Returns the standard error of a weighted median: half of what lies between the shares that are one standard error of a half away. */
function strayOf(values: Float64Array, weights: Weights): number {
	const error = 0.5 / Math.sqrt(weights.effective);
	const [low, high] = weightedPercentiles(values, weights, [Math.max(0, 0.5 - error), Math.min(1, 0.5 + error)]);
	return (high! - low!) / 2;
}

interface ViewRuns {
	readonly posterior: Posterior;
	readonly agiYear: Float64Array;
	readonly revenue: Float64Array;
}
/** By posterior: the steps of a view share theirs. */
const known = new WeakMap<Posterior, ViewRuns>();

/** Runs the forecast round one view, given nothing. */
function* runsOfView(
	sampler: PosteriorSampler,
	values: Inputs,
	leftOut: RunSettings['leftOut'],
	n: number,
): Work<ViewRuns> {
	const spec = posteriorSpecOf({ seed: FIRST_SEED, values, pinned: [], ...(leftOut && { leftOut }) }, undefined, NEVER);
	const posterior = yield* sampler.sample(spec, n);
	const before = known.get(posterior);
	if (before) return before;
	const count = posterior.prior;
	const [agiYear, revenue] = [new Float64Array(count), new Float64Array(count)];
	const inputs = { ...posterior.inputs };
	for (let run = 0; run < count; run++) {
		assume(posterior, run, inputs);
		agiYear[run] = yearOf(usefulOver(inputs), DONE);
		revenue[run] = revenueOver(inputs, REVENUE_IN).at((REVENUE_IN - START) * QUARTERS)!;
		if (run % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
	const found = { posterior, agiYear, revenue };
	known.set(posterior, found);
	return found;
}
