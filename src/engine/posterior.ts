import { cholesky, type Gaussian } from './gaussian.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { uniforms } from './random.ts';

/**
 * A Bayesian inference problem: runs, each given by one uniform for each key, and the likelihood of the data under a
 * run.
 */
export interface Inference<O> {
	/** Names of what varies; their order does not change any result. */
	readonly keys: readonly string[];
	/** Returns what a run predicts for the data, from one uniform (0 to 1) for each key. */
	readonly observe: (run: ArrayLike<number>) => O;
	/** Returns the log-likelihood of the data given a run's prediction. */
	readonly logLikelihood: (prediction: O) => number;
	/** Predictions of the first runs of the prior, if known from an earlier call with the same seed. */
	readonly known?: readonly O[];
}

export interface SamplingOptions {
	readonly seed: number;
	/** Number of runs from the prior, and in each round after it. */
	readonly runs: number;
	/** Effective sample size at which to stop: directly after the prior, if there are no data. */
	readonly enough: number;
	/** Maximum number of rounds after the prior. */
	readonly rounds: number;
}

/** Importance weights of runs, which sum to 1. */
export interface Weights {
	readonly of: Float64Array;
	/** Effective sample size, 1/Σw². */
	readonly effective: number;
	/** Logarithm of the marginal likelihood: the likelihood averaged over the prior. */
	readonly logEvidence: number;
}

/** Runs from the prior and from the proposals fitted after it, before weighting. */
export interface Pool<O> {
	/** Uniforms, one column for each key. */
	readonly columns: ReadonlyMap<string, Float64Array>;
	/** Prediction of each run. */
	readonly predictions: readonly O[];
	/** Log-likelihood of the data that the pool was sampled for, of each run. */
	readonly logLikelihoods: readonly number[];
	/** Logarithm of the density of the mixture that each run was drawn from, over the prior's. */
	readonly logProposal: Float64Array;
	/** Number of rounds after the prior. */
	readonly rounds: number;
}

/** Returns normalised weights from their logarithms; all weights are 0 if every logarithm is −∞. */
export function weightsOf(logs: Float64Array): Weights {
	let largest = -Infinity;
	for (const log of logs) if (log > largest) largest = log;
	const of = new Float64Array(logs.length);
	if (largest === -Infinity) return { of, effective: 0, logEvidence: -Infinity };
	let [sum, squares] = [0, 0];
	for (let i = 0; i < logs.length; i++) {
		const weight = Math.exp(logs[i]! - largest);
		of[i] = weight;
		sum += weight;
		squares += weight * weight;
	}
	for (let i = 0; i < of.length; i++) of[i]! /= sum;
	return { of, effective: sum ** 2 / squares, logEvidence: largest + Math.log(sum / logs.length) };
}

/**
 * Returns the weights of a pool under a likelihood: the one it was sampled for, or a weaker one, such as that of fewer
 * data.
 */
export function weigh<O>(
	{ predictions, logProposal }: Pick<Pool<O>, 'predictions' | 'logProposal'>,
	logLikelihood: (prediction: O) => number,
): Weights {
	return weightsOf(logProposal.map((proposal, i) => logLikelihood(predictions[i]!) - proposal));
}

/** Returns the weights of a pool under a power of the likelihood that it was sampled for. */
export const weighOwn = (
	{ logLikelihoods, logProposal }: Pick<Pool<unknown>, 'logLikelihoods' | 'logProposal'>,
	power = 1,
): Weights => weightsOf(logProposal.map((proposal, i) => power * logLikelihoods[i]! - proposal));

/** Minimum effective sample size to fit a proposal to; below it, the likelihood is tempered. */
const FITTED = 400;
/** Evaluations between two yields. */
const YIELD_EVERY = 20;
/** Relative inflation of fitted variances. At 0.1, tail probabilities came out one or two hundredths too small. */
const SLACK = 0.3;

interface Normal {
	readonly mean: Float64Array;
	readonly lower: readonly Float64Array[];
	/** Returns the logarithm of the density over that of the standard normal. */
	readonly logProposal: (point: Float64Array) => number;
}

function fit(points: readonly Float64Array[], { of: weights }: Weights): Normal {
	const n = points[0]!.length;
	const mean = new Float64Array(n);
	points.forEach((point, i) => point.forEach((x, k) => (mean[k]! += weights[i]! * x)));
	const covariance = Array.from({ length: n }, () => new Float64Array(n));
	points.forEach((point, i) => {
		const weight = weights[i]!;
		if (weight === 0) return;
		for (let a = 0; a < n; a++)
			for (let b = 0; b <= a; b++) covariance[a]![b]! += weight * (point[a]! - mean[a]!) * (point[b]! - mean[b]!);
	});
	for (let a = 0; a < n; a++) covariance[a]![a]! *= 1 + SLACK;
	const lower = cholesky(covariance);
	const constant = -lower.reduce((sum, row, i) => sum + Math.log(row[i]!), 0);
	const whitened = new Float64Array(n);
	return {
		mean,
		lower,
		logProposal(point) {
			let log = constant;
			for (let i = 0; i < n; i++) {
				let rest = point[i]! - mean[i]!;
				for (let k = 0; k < i; k++) rest -= lower[i]![k]! * whitened[k]!;
				whitened[i] = rest / lower[i]![i]!;
				log += (point[i]! ** 2 - whitened[i]! ** 2) / 2;
			}
			return log;
		},
	};
}

/**
 * Moves each draw to the middle of its stratum of 0 to 1, in the same order (Latin hypercube sampling: McKay, Beckman
 * and Conover 1979). This removes almost all sampling noise from effects of a single key.
 */
function stratified(draws: Float64Array): Float64Array {
	// Sorts values and looks up each rank: several times as fast as sorting indices by a function.
	const sorted = draws.toSorted();
	const isTaken = new Uint8Array(draws.length);
	return draws.map((draw) => {
		let [rank, end] = [0, sorted.length - 1];
		while (rank < end) {
			const middle = (rank + end) >> 1;
			if (sorted[middle]! < draw) rank = middle + 1;
			else end = middle;
		}
		// Equal draws keep their order.
		while (isTaken[rank]) rank++;
		isTaken[rank] = 1;
		return (rank + 0.5) / draws.length;
	});
}

const logSum = (a: number, b: number): number =>
	a === -Infinity ? b : b === -Infinity ? a : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/**
 * Samples the posterior by adaptive multiple importance sampling (Cornuet, Marin, Mira and Robert 2012). With every key
 * transformed to a standard normal, each round draws from a normal fitted to the weighted runs so far; all runs are
 * weighted as draws from the mixture of all rounds and the prior. If too few effective runs are left to fit to, the fit
 * uses a power of the likelihood (tempering). A generator that yields between evaluations, so that the caller can
 * interrupt it.
 */
export function* samplePosterior<O>(
	inference: Inference<O>,
	{ seed, runs, enough, rounds }: SamplingOptions,
): Generator<undefined, Pool<O>> {
	const { keys, known = [] } = inference;
	// Sorted, so that floating-point sums do not depend on the order of definition.
	const names = keys.toSorted();
	const columns = new Map(names.map((name) => [name, uniforms(seed, name, runs)]));
	const points: Float64Array[] = Array.from({ length: runs }, (_, i) =>
		Float64Array.from(names, (name) => normalQuantile(columns.get(name)![i]!)),
	);
	const predictions = known.slice(0, runs);
	const logLikelihoods: number[] = [];
	yield* predict(inference, columns, { predictions, logLikelihoods }, runs);

	const normals: Normal[] = [];
	/** For each run: logarithm of the sum over rounds of the density over the prior's. */
	let sums = new Float64Array(runs);
	let logProposal = new Float64Array(runs);
	const pool = (): Pool<O> => ({
		columns,
		predictions,
		logLikelihoods,
		logProposal,
		rounds: normals.length,
	});
	for (let round = 1; round <= rounds && keys.length > 0; round++) {
		const weights = weighOwn(pool());
		if (weights.effective >= enough) break;
		const normal = fit(points, weights.effective < FITTED ? tempered(pool()) : weights);
		normals.push(normal);
		// Under the mixture, earlier runs may have come from this round too.
		const earlier = sums.map((sum, i) => logSum(sum, normal.logProposal(points[i]!)));
		yield;
		const noise = names.map((name) => stratified(uniforms(seed, `${name}, round ${round}`, runs)).map(normalQuantile));
		const drawn = Array.from({ length: runs }, (_, i) => pointOf(normal, noise, i));
		points.push(...drawn);
		names.forEach((name, a) => {
			const column = Float64Array.from(drawn, (point) => normalCdf(point[a]!));
			columns.set(name, joined(columns.get(name)!, column));
		});
		yield* predict(inference, columns, { predictions, logLikelihoods }, points.length);
		const densityOf = (point: Float64Array) => normals.reduce((sum, { logProposal: of }) => logSum(sum, of(point)), 0);
		sums = joined(earlier, Float64Array.from(drawn, densityOf));
		logProposal = sums.map((sum) => sum - Math.log(normals.length + 1));
	}
	return pool();
}

/** Appends predictions of the runs in `columns`, and their likelihoods, until there are `count`. */
function* predict<O>(
	{ keys, observe, logLikelihood }: Inference<O>,
	columns: ReadonlyMap<string, Float64Array>,
	{ predictions, logLikelihoods }: { readonly predictions: O[]; readonly logLikelihoods: number[] },
	count: number,
): Generator<undefined, void> {
	const inOrder = keys.map((key) => columns.get(key)!);
	const run = new Float64Array(keys.length);
	for (let i = predictions.length; i < count; i++) {
		inOrder.forEach((column, k) => (run[k] = column[i]!));
		predictions.push(observe(run));
		if (i % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
	for (let i = logLikelihoods.length; i < count; i++) {
		logLikelihoods.push(logLikelihood(predictions[i]!));
		if (i % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
}

/** Returns the `i`-th draw from a normal, given one column of standard normal noise for each dimension. */
const pointOf = ({ mean, lower }: Normal, noise: readonly Float64Array[], i: number): Float64Array =>
	mean.map((x, a) => {
		let sum = x;
		for (let k = 0; k <= a; k++) sum += lower[a]![k]! * noise[k]![i]!;
		return sum;
	});

function joined(head: Float64Array, tail: Float64Array): Float64Array<ArrayBuffer> {
	const all = new Float64Array(head.length + tail.length);
	all.set(head);
	all.set(tail, head.length);
	return all;
}

/** Returns weights under the highest power of the likelihood that leaves enough effective runs to fit to. */
function tempered(pool: Pool<unknown>): Weights {
	let [low, high] = [0, 1];
	for (let i = 0; i < 20; i++) {
		const middle = (low + high) / 2;
		if (weighOwn(pool, middle).effective < FITTED) high = middle;
		else low = middle;
	}
	return weighOwn(pool, low);
}

/**
 * Draws `n` runs in proportion to their weights by systematic resampling: each count is within one of its expectation.
 */
export function resample({ of }: Weights, n: number): Int32Array {
	const chosen = new Int32Array(n);
	let [passed, i] = [of[0] ?? 0, 0];
	for (let j = 0; j < n; j++) {
		while (passed < (j + 0.5) / n && i < of.length - 1) passed += of[++i]!;
		chosen[j] = i;
	}
	return chosen;
}

/** A run of the prior as data are simulated from it: its residuals, and the distribution of its error. */
export interface SimulatedRun {
	readonly residuals: ArrayLike<number>;
	readonly error: Gaussian;
}

/**
 * Returns the prior predictive p-value of the marginal likelihood (Box 1980): the share of simulated data sets (one of
 * the prior's runs each, plus an error of its own) with a marginal likelihood of at most the observed one, counted over
 * `trials` and the observed data set. `size` is the number of data, `logEvidence` the logarithm of the observed marginal
 * likelihood.
 */
export function surpriseOf(
	runs: readonly SimulatedRun[],
	logEvidence: number,
	{ seed, trials, size }: { readonly seed: number; readonly trials: number; readonly size: number },
): number {
	const noise = Array.from({ length: size }, (_, k) => uniforms(seed, `error ${k}`, trials).map(normalQuantile));
	const [point, drawn, apart] = [0, 1, 2].map(() => new Float64Array(size)) as [
		Float64Array,
		Float64Array,
		Float64Array,
	];
	let harder = 1;
	for (let trial = 0; trial < trials; trial++) {
		const own = runs[trial % runs.length]!;
		for (let k = 0; k < size; k++) drawn[k] = noise[k]![trial]!;
		own.error.colour(drawn, point);
		for (let k = 0; k < size; k++) point[k]! += own.residuals[k]!;
		let sum = 0;
		for (const run of runs) {
			for (let k = 0; k < size; k++) apart[k] = run.residuals[k]! - point[k]!;
			sum += Math.exp(run.error.logDensity(apart));
		}
		if (Math.log(sum / runs.length) <= logEvidence) harder++;
	}
	return harder / (trials + 1);
}

/** Returns the values below which these shares of the weight lie. Infinity stays. */
export function weightedPercentiles(values: Float64Array, { of }: Weights, shares: readonly number[]): number[] {
	const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || 0);
	let [passed, next] = [0, 0];
	const rising = shares.toSorted((a, b) => a - b);
	const found = new Map<number, number>();
	for (const i of order) {
		passed += of[i]!;
		while (next < rising.length && passed >= rising[next]!) found.set(rising[next++]!, values[i]!);
	}
	const last = order.at(-1);
	return shares.map((share) => found.get(share) ?? (last === undefined ? NaN : values[last]!));
}
