import { shareOf } from '../engine/monte-carlo.ts';
import type { Inputs } from '../engine/model.ts';
import { weigh, weightedPercentiles, type Weights } from '../engine/posterior.ts';
import { LATER, SOON } from '../models/forecast.model.ts';
import { DONE, usefulOver, yearOf } from '../parameters/abilities.ts';
import { QUARTERS, revenueOver, START } from '../parameters/adoption.ts';
import { likelihoodBetween } from '../parameters/record.ts';
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
 * Computes what the reports that were published between two dates do to the runs round a view, for each reading of it.
 *
 * A person who gives a date knows the reports until then: the runs are weighted by the likelihood of the new reports given the earlier
 * ones. Nobody here gives a revenue: for it, runs are weighted by the likelihood of every report until each date, so that they
 * learn adoption and price from all of them, at the later view too.
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
	const weightsIn = ({ posterior: { pool, reports } }: ViewRuns, after: number, by: number) =>
		weigh(pool, likelihoodBetween(reports, after, by));
	function* mediansOf(reading: ViewReading): Work<ReadingMedians> {
		const [earlier, later] = [yield* runs(reading.earlier), yield* runs(reading.later)];
		return {
			agiYear: {
				before: medianOf(earlier.agiYear, weightsIn(earlier, from, from)),
				given: medianOf(earlier.agiYear, weightsIn(earlier, from, until)),
			},
			revenue2030: {
				before: medianOf(earlier.revenue, weightsIn(earlier, NEVER, from)),
				given: medianOf(earlier.revenue, weightsIn(earlier, NEVER, until)),
				after: medianOf(later.revenue, weightsIn(later, NEVER, until)),
			},
		};
	}
	const medians: ReadingMedians[] = [];
	for (const reading of readings) medians.push(yield* mediansOf(reading));
	const [earlier, later] = [yield* runs(before), yield* runs(after)];
	const weights = weightsIn(earlier, from, until);
	const by = (years: Float64Array, mark: number) => shareOf(years, (year) => year <= mark);
	const givenBy = (mark: number) =>
		earlier.agiYear.reduce((sum, year, run) => (year <= mark ? sum + weights.of[run]! : sum), 0);
	return {
		reports: earlier.posterior.reports.filter(
			({ kind, published }) => kind === 'revenue' && published > from && published <= until,
		).length,
		readings: medians,
		odds: {
			before: [by(earlier.agiYear, SOON), by(earlier.agiYear, LATER)],
			given: [givenBy(SOON), givenBy(LATER)],
			after: [by(later.agiYear, SOON), by(later.agiYear, LATER)],
		},
		effective: Math.round(Math.min(weights.effective, weightsIn(later, NEVER, until).effective)),
	} satisfies AnswerTo<ViewQuery>;
}

const medianOf = (values: Float64Array, weights: Weights): number => weightedPercentiles(values, weights, [0.5])[0]!;

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
