import { gaussian } from '../engine/gaussian.ts';
import type { InputsOf } from '../engine/model.ts';
import { quantileOf } from '../engine/monte-carlo.ts';
import { samplePosterior, resample, surpriseOf, weigh, type Pool, type Weights } from '../engine/posterior.ts';
import record, { COUNTING } from '../models/record.model.ts';
import {
	covarianceOf,
	likelihoodOf,
	reportsOf,
	residualsOf,
	type Counting,
	type Reported,
} from '../parameters/record.ts';
import { positions } from '../positions/positions.ts';
import { RUNS, type RunSettings } from './queries.ts';
import { inputsFor } from './query-inputs.ts';

/** Effective runs at which the whole is enough: chances are then good to a hundredth. */
const ENOUGH = 8000;
/** Rounds after the prior at the most; a few do, but for assumptions that can hardly produce the record. */
const ROUNDS = 8;
/** Runs of the prior behind a first picture, for each run that is asked for. */
const FIRST = 5;
/** Runs of the prior for each record made up to see how surprising the real one is, and for each run that it is held against. */
const TRIAL = 5;
const HELD_AGAINST = 10;
/** Whose runs are kept: the reader's, every position's, and some that the reader just left. */
const KEPT = 12;

type RecordInputs = InputsOf<typeof record>;

/** Everything about one set of assumptions and one record that its runs depend on. */
interface PosteriorSpec {
	readonly held: RecordInputs;
	readonly pinned: readonly string[];
	readonly seed: number;
	readonly counting: Counting;
}

/** Runs that have been shown the record. */
export interface Posterior {
	readonly held: RecordInputs;
	readonly counting: Counting;
	/** Reports of the kinds that count, whatever their date, the earliest first. */
	readonly reports: readonly Reported[];
	readonly pool: Pool<Float64Array>;
	readonly weights: Weights;
	/** Runs of the prior, which the pool begins with. */
	readonly prior: number;
	/** Value of a parameter that varies, by the uniform that it is drawn with. */
	readonly quantiles: ReadonlyMap<string, (uniform: number) => number>;
}

/** What is asked of the record: whose assumptions, and up to when it counts where that is not the reader's to say. */
export function posteriorSpecOf(settings: RunSettings, position?: string, until?: number): PosteriorSpec {
	const { pinned, seed } = settings;
	const mine = inputsFor(undefined, record, settings);
	const isGiven = positions.find(({ id }) => id === position)?.isGivenRecord === true;
	const held = inputsFor(position, record, settings);
	const asked = until ?? (isGiven ? Infinity : mine.recordUntil);
	return {
		held,
		pinned,
		seed,
		counting: {
			modelError: mine.modelError,
			// As a report's own date, so that whatever lies between two reports is one question.
			recordUntil: Math.max(-Infinity, ...reportsOf(mine).flatMap(({ year }) => (year <= asked ? [year] : []))),
			wholeProjects: mine.wholeProjects,
			clearBriefs: mine.clearBriefs,
		},
	};
}

/** The assumptions of a question as text, without how the record is counted. */
function assumed({ held, pinned, seed }: PosteriorSpec): string {
	const own = Object.entries(held).filter(([key]) => !COUNTING.some((counts) => counts === key));
	const fixed = pinned.filter((key) => Object.hasOwn(record.parameters, key)).toSorted();
	return JSON.stringify([seed, own, fixed]);
}
/** All that the answer to a question depends on, as text. */
export const posteriorKeyOf = (question: PosteriorSpec): string =>
	JSON.stringify([assumed(question), question.counting]);

function remember<V>(kept: Map<string, V>, name: string, value: V): V {
	kept.delete(name);
	kept.set(name, value);
	if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
	return value;
}

/** Shows the record to the runs of whoever asks. What a run says of it is kept, so that another allowance for error costs little. */
export class PosteriorSampler {
	readonly #said = new Map<string, Float64Array[]>();
	readonly #posterior = new Map<string, Posterior>();

	/** Runs that stand for the assumptions given the record: from `n` runs of the prior, or from as many rounds as it takes where `n` is all. */
	*sample(question: PosteriorSpec, n: number): Generator<undefined, Posterior> {
		const { held, pinned, seed, counting } = question;
		const isWhole = n >= RUNS;
		const name = `${posteriorKeyOf(question)} ${isWhole ? 'whole' : n}`;
		const known = this.#posterior.get(name);
		if (known) return remember(this.#posterior, name, known);

		const reports = reportsOf(counting);
		const quantiles = new Map(
			Object.entries(record.parameters).flatMap(([key, parameter]) => {
				// What no report depends on stays as it was drawn.
				if (key === 'testedShare' && counting.clearBriefs === 'off') return [];
				const value = held[key as keyof RecordInputs];
				const quantile = quantileOf(parameter, { value, isPinned: pinned.includes(key) });
				return quantile && quantile(1e-9) < quantile(1 - 1e-9) ? [[key, quantile] as const] : [];
			}),
		);
		const keys = [...quantiles.keys()];
		const drawn: Record<string, number | string> = { ...held };
		const observe = (run: ArrayLike<number>): Float64Array => {
			keys.forEach((key, k) => (drawn[key] = quantiles.get(key)!(run[k]!)));
			return residualsOf(drawn as RecordInputs, reports);
		};
		const logLikelihood = likelihoodOf(counting, reports);

		const before = `${assumed(question)} ${JSON.stringify([counting.wholeProjects, counting.clearBriefs])}`;
		const earlier = this.#said.get(before) ?? [];
		const runs = isWhole ? RUNS : Math.min(RUNS, n * FIRST);
		const pool = yield* samplePosterior(
			{ keys, observe, logLikelihood, known: earlier },
			{ seed, runs, enough: ENOUGH, rounds: isWhole && counting.recordUntil > 0 ? ROUNDS : 0 },
		);
		if (earlier.length < runs) remember(this.#said, before, pool.predictions.slice(0, runs));
		return remember(this.#posterior, name, {
			held,
			counting,
			reports,
			pool,
			weights: weigh(pool, logLikelihood),
			prior: runs,
			quantiles,
		});
	}
}

/** Whether anything that counts had been reported by then. */
export const hasSeen = ({ counting }: Posterior): boolean => counting.recordUntil > 0;

/**
 * `n` equal runs that represent the posterior, by their places in the pool; the prior's first where nothing was reported. Their
 * order has nothing to do with the pool's, so that the first few may be shown for all.
 */
export function runsOf(posterior: Posterior, n: number): Int32Array {
	if (!hasSeen(posterior)) return Int32Array.from({ length: n }, (_, i) => i);
	const chosen = resample(posterior.weights, n);
	const step = stepThrough(n);
	return chosen.map((_, i) => chosen[(i * step) % n]!);
}
const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));
/** A step, near the golden share of so many places, that comes to each of them once. */
function stepThrough(places: number): number {
	let step = Math.max(1, Math.round(places * 0.6180339887));
	while (greatestCommon(step, places) > 1) step++;
	return step;
}

/** The same as columns, one for each parameter that varies. None where nothing was reported: those runs are the prior's. */
export function columnsOf(posterior: Posterior, n: number): Map<string, Float64Array> {
	if (!hasSeen(posterior)) return new Map();
	const { pool, quantiles } = posterior;
	const runs = runsOf(posterior, n);
	return new Map(
		Array.from(quantiles, ([key, quantile]) => [
			key,
			Float64Array.from(runs, (run) => quantile(pool.columns.get(key)![run]!)),
		]),
	);
}

/** Writes what a run of the pool assumes over `inputs`. */
export function assume({ pool, quantiles }: Posterior, run: number, inputs: Record<string, number | string>): void {
	for (const [key, quantile] of quantiles) inputs[key] = quantile(pool.columns.get(key)![run]!);
}

/** How often a record that these assumptions made themselves would be as hard for them to produce as the one reported up to a date. */
export function surprise(
	{ pool, prior, reports, counting }: Posterior,
	weights: Weights,
	until: number,
	seed: number,
): number {
	const counted = reports.filter(({ year }) => year <= until);
	if (counted.length === 0) return 1;
	const { whiten, logPeak } = gaussian(covarianceOf(counting.modelError, counted));
	const runs = pool.predictions.slice(0, prior / HELD_AGAINST).map((residuals) => whiten(residuals));
	return surpriseOf(runs, weights.logEvidence - logPeak, { seed, trials: prior / TRIAL - 1 });
}
