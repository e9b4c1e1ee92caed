import { cholesky } from './gaussian.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { uniforms } from './random.ts';

/** What is to be learnt from: runs, each one uniform for each key, and how well a run produces what was observed. */
export interface Evidence<O> {
	/** Names of what varies; their order makes no difference to any answer. */
	readonly keys: readonly string[];
	/** What a run says of the things observed, from one uniform (0 to 1) for each key. */
	readonly observe: (run: ArrayLike<number>) => O;
	/** Logarithm of the likelihood of what was observed if a run is right. */
	readonly logLikelihood: (said: O) => number;
	/** What the first runs of the prior say, where that is known: from an earlier question with the same seed. */
	readonly known?: readonly O[];
}

export interface Effort {
	readonly seed: number;
	/** Runs of the prior, and of each round that follows. */
	readonly runs: number;
	/** Effective runs at which to stop: after no round but the prior, where nothing was observed. */
	readonly enough: number;
	/** Rounds after the prior at the most. */
	readonly rounds: number;
}

/** Weights of runs, which sum to 1, and what they are worth. */
export interface Weights {
	readonly of: Float64Array;
	/** So many equal runs would say as much: 1/Σw². */
	readonly effective: number;
	/** Logarithm of the likelihood averaged over the runs of the prior: how well the assumptions foretold what was observed. */
	readonly logEvidence: number;
}

/** Runs from the prior and from where the likelihood drew the rounds after it, to be weighted. */
export interface Pool<O> {
	/** Uniforms, a column for each key. */
	readonly columns: ReadonlyMap<string, Float64Array>;
	/** What each run says. */
	readonly said: readonly O[];
	/** Logarithm of how many times as often a run comes up here as under the prior. */
	readonly excess: Float64Array;
	/** Rounds that were needed after the prior. */
	readonly rounds: number;
}

/** Weights from logarithms, of which only the differences matter to the shares. All are 0 where nothing was possible. */
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

/** The weights of a pool under a likelihood: the one that it was made for, or a weaker one, such as that of a shorter record. */
export function weigh<O>({ said, excess }: Pool<O>, logLikelihood: (said: O) => number, power = 1): Weights {
	const logs = new Float64Array(said.length);
	for (let i = 0; i < logs.length; i++) logs[i] = power * logLikelihood(said[i]!) - excess[i]!;
	return weightsOf(logs);
}

/** Fewest effective runs that a round's normal is fitted to: where the likelihood leaves fewer, a power of it is taken instead. */
const FITTED = 400;
/** Share by which a fitted variance is enlarged. With a tenth the tails went short by one or two hundredths of the whole. */
const SLACK = 0.3;

interface Normal {
	readonly middle: Float64Array;
	readonly lower: readonly Float64Array[];
	/** Logarithm of its density over that of the standard normal. */
	readonly excess: (place: Float64Array) => number;
}

function fit(places: readonly Float64Array[], { of: weights }: Weights): Normal {
	const n = places[0]!.length;
	const middle = new Float64Array(n);
	places.forEach((place, i) => place.forEach((x, k) => (middle[k]! += weights[i]! * x)));
	const covariance = Array.from({ length: n }, () => new Float64Array(n));
	places.forEach((place, i) => {
		const weight = weights[i]!;
		if (weight === 0) return;
		for (let a = 0; a < n; a++)
			for (let b = 0; b <= a; b++) covariance[a]![b]! += weight * (place[a]! - middle[a]!) * (place[b]! - middle[b]!);
	});
	for (let a = 0; a < n; a++) covariance[a]![a]! *= 1 + SLACK;
	const lower = cholesky(covariance);
	const constant = -lower.reduce((sum, row, i) => sum + Math.log(row[i]!), 0);
	const whitened = new Float64Array(n);
	return {
		middle,
		lower,
		excess(place) {
			let log = constant;
			for (let i = 0; i < n; i++) {
				let rest = place[i]! - middle[i]!;
				for (let k = 0; k < i; k++) rest -= lower[i]![k]! * whitened[k]!;
				whitened[i] = rest / lower[i]![i]!;
				log += (place[i]! ** 2 - whitened[i]! ** 2) / 2;
			}
			return log;
		},
	};
}

/**
 * The same draws in the same order, each moved to the middle of its own part of 0 to 1 (Latin hypercube sampling: McKay, Beckman
 * and Conover 1979). What one key alone moves is then counted almost without chance.
 */
function evenly(draws: Float64Array): Float64Array {
	const order = Uint32Array.from(draws.keys()).sort((a, b) => draws[a]! - draws[b]!);
	const even = new Float64Array(draws.length);
	order.forEach((draw, rank) => (even[draw] = (rank + 0.5) / draws.length));
	return even;
}

const logSum = (a: number, b: number): number =>
	a === -Infinity ? b : b === -Infinity ? a : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/**
 * Runs that know what was observed: adaptive multiple importance sampling (Cornuet, Marin, Mira and Robert 2012). In the space
 * where every key is a standard normal, each round draws from a normal fitted to the weighted runs so far, and all runs count
 * as drawn from the mixture of all rounds, the prior among them. Where the likelihood leaves too few runs to fit to, the
 * fit is to a power of it, found so that enough remain (tempering). A generator, so that whoever waits can look up.
 */
export function* learn<O>(
	{ keys, observe, logLikelihood, known = [] }: Evidence<O>,
	{ seed, runs, enough, rounds }: Effort,
): Generator<undefined, Pool<O>> {
	// By name, so that sums are taken in the same order whatever the order of definition.
	const names = keys.toSorted();
	const places: Float64Array[] = [];
	const said: O[] = [];
	const columns = new Map(names.map((name) => [name, uniforms(seed, name, runs)]));
	const run = new Float64Array(keys.length);
	const normals: Normal[] = [];
	/** Logarithm of Σ over rounds of (density over the prior's), for each run. */
	let sums = new Float64Array(runs);
	let excess = new Float64Array(runs);
	for (let i = 0; i < runs; i++) {
		places.push(Float64Array.from(names, (name) => normalQuantile(columns.get(name)![i]!)));
		if (i < known.length) said.push(known[i]!);
		else {
			keys.forEach((key, k) => (run[k] = columns.get(key)![i]!));
			said.push(observe(run));
			if (i % 20 === 19) yield;
		}
	}
	const pool = (): Pool<O> => ({ columns, said, excess, rounds: normals.length });
	for (let round = 1; round <= rounds && keys.length > 0; round++) {
		let weights = weigh(pool(), logLikelihood);
		if (weights.effective >= enough) break;
		if (weights.effective < FITTED) weights = tempered(pool(), logLikelihood);
		const normal = fit(places, weights);
		// What has come so far might have come from this round too.
		const longer = new Float64Array(sums.length + runs);
		for (let i = 0; i < sums.length; i++) longer[i] = logSum(sums[i]!, normal.excess(places[i]!));
		normals.push(normal);
		yield;
		const noise = names.map((name) => evenly(uniforms(seed, `${name}, round ${round}`, runs)).map(normalQuantile));
		const drawn = names.map((name) => {
			const column = new Float64Array(longer.length);
			column.set(columns.get(name)!);
			columns.set(name, column);
			return column;
		});
		for (let i = 0; i < runs; i++) {
			const place = new Float64Array(names.length);
			for (let a = 0; a < names.length; a++) {
				let x = normal.middle[a]!;
				for (let k = 0; k <= a; k++) x += normal.lower[a]![k]! * noise[k]![i]!;
				place[a] = x;
				drawn[a]![sums.length + i] = normalCdf(x);
			}
			places.push(place);
			longer[sums.length + i] = normals.reduce((sum, { excess: of }) => logSum(sum, of(place)), 0);
			keys.forEach((key, k) => (run[k] = columns.get(key)![sums.length + i]!));
			said.push(observe(run));
			if (i % 20 === 19) yield;
		}
		sums = longer;
		excess = sums.map((sum) => sum - Math.log(normals.length + 1));
	}
	return pool();
}

/** Weights by the highest power of the likelihood that leaves enough runs to fit to. */
function tempered<O>(pool: Pool<O>, logLikelihood: (said: O) => number): Weights {
	let [low, high] = [0, 1];
	for (let i = 0; i < 20; i++) {
		const middle = (low + high) / 2;
		if (weigh(pool, logLikelihood, middle).effective < FITTED) high = middle;
		else low = middle;
	}
	return weigh(pool, logLikelihood, low);
}

/** `n` runs that stand for weighted ones: each as often as its weight says, to within one (systematic resampling). */
export function resample({ of }: Weights, n: number): Int32Array {
	const chosen = new Int32Array(n);
	let [passed, i] = [of[0] ?? 0, 0];
	for (let j = 0; j < n; j++) {
		while (passed < (j + 0.5) / n && i < of.length - 1) passed += of[++i]!;
		chosen[j] = i;
	}
	return chosen;
}

/**
 * How often an observation made by the prior's own runs, each with an error of its own, would be as hard for them to produce
 * as the one made: the prior predictive tail of the averaged likelihood (Box 1980), counted over trials, the real one among
 * them. `whitened`: how far each run lies from what was observed, in independent deviations of the error. `logAverage`: the
 * logarithm of the average over runs of exp(−½|·|²) for the real observation.
 */
export function surpriseOf(
	whitened: readonly Float64Array[],
	logAverage: number,
	{ seed, trials }: { readonly seed: number; readonly trials: number },
): number {
	const errors = Array.from(whitened[0] ?? [], (_, k) => uniforms(seed, `error ${k}`, trials).map(normalQuantile));
	const place = new Float64Array(errors.length);
	let harder = 1;
	for (let trial = 0; trial < trials; trial++) {
		const own = whitened[trial % whitened.length]!;
		errors.forEach((column, k) => (place[k] = own[k]! + column[trial]!));
		let sum = 0;
		for (const run of whitened) {
			let squares = 0;
			for (let k = 0; k < place.length; k++) squares += (run[k]! - place[k]!) ** 2;
			sum += Math.exp(-squares / 2);
		}
		if (Math.log(sum / whitened.length) <= logAverage) harder++;
	}
	return harder / (trials + 1);
}

/** Values below which these shares of the weight lie. Infinity stays. */
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
