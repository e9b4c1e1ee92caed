import { gaussian } from '../engine/gaussian.ts';
import type { InputsOf } from '../engine/model.ts';
import { quantileOf } from '../engine/monte-carlo.ts';
import { samplePosterior, resample, surpriseOf, weighOwn, type Pool, type Weights } from '../engine/posterior.ts';
import record, { COUNTING } from '../models/record.model.ts';
import {
	countedOf,
	covarianceOf,
	likelihoodOf,
	reportsOf,
	residualsOf,
	type Counting,
	type ModelErrors,
	type Observed,
	type Reported,
} from '../parameters/record.ts';
import { uniforms } from '../engine/random.ts';
import { positions } from '../positions/positions.ts';
import { RUNS, type RunSettings } from './queries.ts';
import { inputsFor } from './query-inputs.ts';

/** Effective sample size that is enough: probabilities are then accurate to a hundredth. */
const ENOUGH = 8000;
/** Maximum number of rounds after the prior. A few are enough, except for assumptions that hardly fit the record. */
const ROUNDS = 8;
/** Runs of the prior for each requested run of a first answer. */
const FIRST = 5;
/** Runs of the prior for each simulated record of the p-value, and for each run that a record is compared with. */
const TRIAL = 5;
const HELD_AGAINST = 10;
/** Cache size: the reader's posterior, one for each position, and a few that the reader recently used. */
const KEPT = 12;

type RecordInputs = InputsOf<typeof record>;

const ERRORS = ['modelError', 'slopeError'] as const satisfies (keyof ModelErrors)[];

/** Everything that a posterior depends on: a set of assumptions and how the record is counted. */
interface PosteriorSpec {
	readonly inputs: RecordInputs;
	readonly pinned: readonly string[];
	readonly seed: number;
	readonly counting: Counting;
}

/** Weighted runs given the record. */
export interface Posterior {
	readonly inputs: RecordInputs;
	readonly counting: Counting;
	/** Reports of the included kinds, at any date, the earliest first. */
	readonly reports: readonly Reported[];
	readonly pool: Pool<Observed>;
	readonly weights: Weights;
	/** Number of runs of the prior at the start of the pool. */
	readonly prior: number;
	/** Quantile function of each parameter that varies. */
	readonly quantiles: ReadonlyMap<string, (uniform: number) => number>;
}

/** Returns the posterior that a query needs. `until` overrides the reader's date up to which the record counts. */
export function posteriorSpecOf(settings: RunSettings, position?: string, until?: number): PosteriorSpec {
	const { pinned, seed } = settings;
	const mine = inputsFor(undefined, record, settings);
	const isGiven = positions.find(({ id }) => id === position)?.isGivenRecord === true;
	const inputs = inputsFor(position, record, settings);
	const latest = until ?? (isGiven ? Infinity : mine.recordUntil);
	const leftOut = (settings.leftOut ?? []).toSorted();
	return {
		// How far the model may be wrong is no part of a position: the reader's own applies to all.
		inputs: { ...inputs, modelError: mine.modelError, slopeError: mine.slopeError },
		pinned,
		seed,
		counting: {
			// Rounded down to the date of a report, so that all dates between two reports share one cache entry.
			recordUntil: Math.max(
				-Infinity,
				...reportsOf({ ...mine, leftOut }).flatMap(({ year }) => (year <= latest ? [year] : [])),
			),
			wholeProjects: mine.wholeProjects,
			clearBriefs: mine.clearBriefs,
			leftOut,
		},
	};
}

/** Returns the assumptions as text, without how the record is counted. */
function assumptionsKey({ inputs, pinned, seed }: PosteriorSpec): string {
	const isCounting = (key: string) => COUNTING.some((counts) => counts === key);
	const own = Object.entries(inputs).filter(([key]) => !isCounting(key));
	const fixed = pinned.filter((key) => Object.hasOwn(record.parameters, key) && !isCounting(key)).toSorted();
	return JSON.stringify([seed, own, fixed]);
}
/** Returns everything that a posterior depends on, as text. */
export const posteriorKeyOf = (spec: PosteriorSpec): string => {
	const { modelError, slopeError } = spec.inputs;
	const certain = ERRORS.filter((key) => spec.pinned.includes(key));
	return JSON.stringify([assumptionsKey(spec), { ...spec.counting, modelError, slopeError, certain }]);
};

function remember<V>(cache: Map<string, V>, name: string, value: V): V {
	cache.delete(name);
	cache.set(name, value);
	if (cache.size > KEPT) cache.delete(cache.keys().next().value!);
	return value;
}

/**
 * Samples posteriors given the record. Caches each run's predictions, so that a change of how far the model may be
 * wrong is cheap.
 */
export class PosteriorSampler {
	readonly #predictions = new Map<string, Float64Array[]>();
	readonly #posteriors = new Map<string, Posterior>();

	/**
	 * Samples a posterior: from `n` runs of the prior only, or in as many rounds as needed if `n` is the full number of
	 * runs.
	 */
	*sample(spec: PosteriorSpec, n: number): Generator<undefined, Posterior> {
		const { inputs, pinned, seed, counting } = spec;
		const isWhole = n >= RUNS;
		const name = `${posteriorKeyOf(spec)} ${isWhole ? 'whole' : n}`;
		const known = this.#posteriors.get(name);
		if (known) return remember(this.#posteriors, name, known);

		const reports = reportsOf(counting);
		const quantiles = new Map(
			Object.entries(record.parameters).flatMap(([key, parameter]) => {
				// No report depends on it: it keeps its prior draws.
				if (key === 'testedShare' && counting.clearBriefs === 'off') return [];
				const value = inputs[key as keyof RecordInputs];
				const quantile = quantileOf(parameter, { value, isPinned: pinned.includes(key) });
				return quantile && quantile(1e-9) < quantile(1 - 1e-9) ? [[key, quantile] as const] : [];
			}),
		);
		const keys = [...quantiles.keys()];
		const drawn: Record<string, number | string> = { ...inputs };
		const errorsOf = (uniformOf: (key: string) => number): ModelErrors => {
			const [modelError, slopeError] = ERRORS.map((key) => quantiles.get(key)?.(uniformOf(key)) ?? inputs[key]);
			return { modelError: modelError!, slopeError: slopeError! };
		};
		const observe = (run: ArrayLike<number>): Observed => {
			keys.forEach((key, k) => (drawn[key] = quantiles.get(key)!(run[k]!)));
			return {
				residuals: residualsOf(drawn as RecordInputs, reports),
				...errorsOf((key) => run[keys.indexOf(key)]!),
			};
		};
		const logLikelihood = likelihoodOf(counting, reports);

		const before = `${assumptionsKey(spec)} ${JSON.stringify([counting.wholeProjects, counting.clearBriefs, counting.leftOut])}`;
		const earlier = this.#predictions.get(before) ?? [];
		const runs = isWhole ? RUNS : Math.min(RUNS, n * FIRST);
		const streams = new Map(ERRORS.map((key) => [key as string, uniforms(seed, key, runs)]));
		const recalled = earlier
			.slice(0, runs)
			.map((residuals, run) => ({ residuals, ...errorsOf((key) => streams.get(key)![run]!) }));
		const pool = yield* samplePosterior(
			{ keys, observe, logLikelihood, known: recalled },
			{ seed, runs, enough: ENOUGH, rounds: isWhole && counting.recordUntil > 0 ? ROUNDS : 0 },
		);
		if (earlier.length < runs)
			remember(
				this.#predictions,
				before,
				pool.predictions.slice(0, runs).map(({ residuals }) => residuals),
			);
		return remember(this.#posteriors, name, {
			inputs,
			counting,
			reports,
			pool,
			weights: weighOwn(pool),
			prior: runs,
			quantiles,
		});
	}
}

/** Returns whether any report counts. */
export const isConditioned = ({ counting }: Posterior): boolean => counting.recordUntil > 0;

/**
 * Returns the indices in the pool of `n` unweighted runs that represent the posterior; the first runs of the prior if
 * no report counts. The order is independent of the pool's, so that the first few runs are a fair sample.
 */
export function runsOf(posterior: Posterior, n: number): Int32Array {
	if (!isConditioned(posterior)) return Int32Array.from({ length: n }, (_, i) => i);
	const chosen = resample(posterior.weights, n);
	const step = coprimeStep(n);
	return chosen.map((_, i) => chosen[(i * step) % n]!);
}
const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));
/** Returns a step near the golden ratio of `places` and coprime to it, so that a walk visits every index once. */
function coprimeStep(places: number): number {
	let step = Math.max(1, Math.round(places * 0.6180339887));
	while (greatestCommon(step, places) > 1) step++;
	return step;
}

/**
 * Returns `runsOf` as one column of values for each parameter that varies; an empty map if no report counts, since
 * those runs are the prior's.
 */
export function columnsOf(posterior: Posterior, n: number): Map<string, Float64Array> {
	if (!isConditioned(posterior)) return new Map();
	const { pool, quantiles } = posterior;
	const runs = runsOf(posterior, n);
	return new Map(
		Array.from(quantiles, ([key, quantile]) => [
			key,
			Float64Array.from(runs, (run) => quantile(pool.columns.get(key)![run]!)),
		]),
	);
}

/** Overwrites `inputs` with the values of one run of the pool. */
export function assume({ pool, quantiles }: Posterior, run: number, inputs: Record<string, number | string>): void {
	for (const [key, quantile] of quantiles) inputs[key] = quantile(pool.columns.get(key)![run]!);
}

/** Returns the prior predictive p-value of the record up to a date (`RecordFit.surprise`). */
export function surprise({ pool, prior, reports }: Posterior, weights: Weights, until: number, seed: number): number {
	const counted = countedOf({ recordUntil: until }, reports);
	if (counted.length === 0) return 1;
	const runs = pool.predictions.slice(0, prior / HELD_AGAINST).map((observed) => ({
		residuals: observed.residuals,
		error: gaussian(covarianceOf(observed, counted)),
	}));
	return surpriseOf(runs, weights.logEvidence, { seed, trials: prior / TRIAL - 1, size: counted.length });
}
