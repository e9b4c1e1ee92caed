import { percentiles, shareOf } from '../engine/monte-carlo.ts';
import type { Inputs } from '../engine/model.ts';
import { weigh, weightedPercentiles } from '../engine/posterior.ts';
import { LATER, SOON } from '../models/forecast.model.ts';
import { DONE, usefulOver, yearOf } from '../parameters/abilities.ts';
import { QUARTERS, revenueOver, START } from '../parameters/adoption.ts';
import { likelihoodBetween, reportsOf } from '../parameters/record.ts';
import { FIRST_SEED } from '../state/first-seed.ts';
import { assume, posteriorSpecOf, type Posterior, type PosteriorSampler } from './posterior-sampler.ts';
import type { Answer, AnswerTo, ViewQuery } from './queries.ts';

type Work<T> = Generator<undefined, T>;

/** The date before every report. */
const NEVER = -Infinity;
/** The year whose revenue is followed. */
const REVENUE_IN = 2030;
const YIELD_EVERY = 50;

/**
 * Computes the median of the earlier view's runs before and after the reports that were published between two dates, and the odds of both
 * views. Runs are weighted by the likelihood of those reports given the earlier ones: the earlier view is taken to include the earlier
 * reports, which then only condition the error of the next.
 */
export function* answerViewQuery(sampler: PosteriorSampler, query: ViewQuery, n: number): Work<Answer> {
	const earlier = yield* runsOfView(sampler, query.earlier, n);
	const later = yield* runsOfView(sampler, query.later, n);
	const likelihood = likelihoodBetween(reportsOf(earlier.posterior.counting), query.from, query.until);
	const weights = weigh(earlier.posterior.pool, likelihood);
	const middle = (values: Float64Array) => percentiles(values, [0.5])[0];
	const moved = (values: Float64Array) => weightedPercentiles(values, weights, [0.5])[0]!;
	const by = (years: Float64Array, mark: number) => shareOf(years, (year) => year <= mark);
	const givenBy = (mark: number) =>
		earlier.agiYear.reduce((sum, year, run) => (year <= mark ? sum + weights.of[run]! : sum), 0);
	return {
		odds: {
			before: [by(earlier.agiYear, SOON), by(earlier.agiYear, LATER)],
			given: [givenBy(SOON), givenBy(LATER)],
			after: [by(later.agiYear, SOON), by(later.agiYear, LATER)],
		},
		agiYear: { before: middle(earlier.agiYear), given: moved(earlier.agiYear) },
		revenue2030: { before: middle(earlier.revenue), given: moved(earlier.revenue) },
		effective: Math.round(weights.effective),
	} satisfies AnswerTo<ViewQuery>;
}

interface ViewRuns {
	readonly posterior: Posterior;
	readonly agiYear: Float64Array;
	readonly revenue: Float64Array;
}
/** By posterior: the steps of a view share theirs. */
const known = new WeakMap<Posterior, ViewRuns>();

/** Runs the forecast round one view, given nothing. */
function* runsOfView(sampler: PosteriorSampler, values: Inputs, n: number): Work<ViewRuns> {
	const spec = posteriorSpecOf({ seed: FIRST_SEED, values, pinned: [] }, undefined, NEVER);
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
