import { describe, expect, it } from 'vitest';
import { gaussian } from '../../src/engine/gaussian.ts';
import { normalCdf, normalQuantile } from '../../src/engine/normal.ts';
import {
	samplePosterior,
	resample,
	surpriseOf,
	weigh,
	weighOwn,
	weightedPercentiles,
	weightsOf,
	type SamplingOptions,
	type Inference,
	type Pool,
} from '../../src/engine/posterior.ts';
import { uniforms } from '../../src/engine/random.ts';

const EFFORT: SamplingOptions = { seed: 1, runs: 4000, enough: 4000, rounds: 8 };

function sampleNow<O>(inference: Inference<O>, effort = EFFORT): Pool<O> {
	const work = samplePosterior(inference, effort);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** Sums of standard normals, observed with errors: the posterior has a closed form. */
function linear(
	factors: readonly (readonly number[])[],
	seen: readonly number[],
	error: number,
	keys = ['a', 'b', 'c'],
) {
	const errors = gaussian(seen.map((_, i) => seen.map((_, j) => (i === j ? error ** 2 : 0))));
	return {
		keys,
		observe: (run: ArrayLike<number>) =>
			Float64Array.from(seen, (y, i) =>
				['a', 'b', 'c'].reduce((sum, key, k) => sum + factors[i]![k]! * normalQuantile(run[keys.indexOf(key)]!), -y),
			),
		logLikelihood: errors.logDensity,
	};
}

/** Means, deviations and the log evidence in closed form, by conditioning on one observation after the other. */
function closedForm(factors: readonly (readonly number[])[], seen: readonly number[], error: number) {
	const n = factors[0]!.length;
	const mean = new Array<number>(n).fill(0);
	const covariance: number[][] = mean.map((_, i) => mean.map((_, j) => (i === j ? 1 : 0)));
	let logEvidence = 0;
	factors.forEach((factor, row) => {
		const shared = covariance.map((line) => line.reduce((sum, c, k) => sum + c * factor[k]!, 0));
		const variance = error ** 2 + factor.reduce((sum, f, k) => sum + f * shared[k]!, 0);
		const missed = seen[row]! - factor.reduce((sum, f, k) => sum + f * mean[k]!, 0);
		logEvidence -= (missed ** 2 / variance + Math.log(2 * Math.PI * variance)) / 2;
		for (let i = 0; i < n; i++) {
			mean[i]! += (shared[i]! * missed) / variance;
			for (let j = 0; j < n; j++) covariance[i]![j]! -= (shared[i]! * shared[j]!) / variance;
		}
	});
	return { mean, deviation: mean.map((_, i) => Math.sqrt(covariance[i]![i]!)), logEvidence };
}

const FACTORS = [
	[1, 0.5, 0],
	[0.3, -1, 0.8],
	[0, 0.2, 1],
];

describe('`samplePosterior` on observed sums of normals', () => {
	it.each([
		['a mild surprise', [0.8, -0.5, 0.3], 0.8],
		['observations as sharp as a twentieth', [1.2, 0.4, -0.6], 0.05],
		['what hardly one run in a thousand produces', [4.5, -4, 2], 0.4],
	])('agrees with the closed form after %s', (_, seen, error) => {
		const inference = linear(FACTORS, seen, error);
		const pool = sampleNow(inference);
		const { of, effective, logEvidence } = weigh(pool, inference.logLikelihood);
		expect(weighOwn(pool)).toEqual({ of, effective, logEvidence });
		expect(pool.logLikelihoods).toEqual(pool.predictions.map(inference.logLikelihood));
		const known = closedForm(FACTORS, seen, error);
		expect(effective).toBeGreaterThan(2000);
		expect(Math.abs(logEvidence - known.logEvidence)).toBeLessThan(0.05);
		['a', 'b', 'c'].forEach((key, k) => {
			const values = pool.columns.get(key)!.map(normalQuantile);
			const mean = values.reduce((sum, x, i) => sum + of[i]! * x, 0);
			const deviation = Math.sqrt(values.reduce((sum, x, i) => sum + of[i]! * (x - mean) ** 2, 0));
			expect(Math.abs(mean - known.mean[k]!) / known.deviation[k]!, `mean of ${key}`).toBeLessThan(0.08);
			expect(Math.abs(deviation / known.deviation[k]! - 1), `deviation of ${key}`).toBeLessThan(0.06);
		});
	});

	it('runs no tempering round if the prior’s runs are enough', () => {
		const inference = linear(FACTORS, [0.1, 0, 0], 5);
		expect(sampleNow(inference, { ...EFFORT, enough: 2000 }).rounds).toBe(0);
	});

	it('does not depend on the order of parameters and observations', () => {
		const pools = [
			['a', 'b', 'c'],
			['c', 'a', 'b'],
		].map((keys) => sampleNow(linear(FACTORS, [1.2, 0.4, -0.6], 0.1, keys)));
		const [one, other] = pools as [Pool<Float64Array>, Pool<Float64Array>];
		expect(one.rounds).toBeGreaterThan(0);
		for (const key of ['a', 'b', 'c']) expect(one.columns.get(key)).toEqual(other.columns.get(key));
	});

	it('is determined by the seed', () => {
		const inference = linear(FACTORS, [1.2, 0.4, -0.6], 0.3);
		const columns = (seed: number) => sampleNow(inference, { ...EFFORT, seed }).columns.get('a');
		expect(columns(1)).toEqual(columns(1));
		expect(columns(1)).not.toEqual(columns(2));
	});

	it('returns the prior exactly if nothing was observed', () => {
		const inference: Inference<undefined> = { keys: ['b', 'a'], observe: () => undefined, logLikelihood: () => 0 };
		const pool = sampleNow(inference, { ...EFFORT, enough: Infinity, rounds: 0 });
		const { effective, logEvidence } = weigh(pool, inference.logLikelihood);
		expect([effective, logEvidence]).toEqual([4000, 0]);
		expect(pool.columns.get('a')).toEqual(uniforms(1, 'a', 4000));
	});

	it('reuses the predictions of earlier runs', () => {
		const inference = linear(FACTORS, [0.8, -0.5, 0.3], 0.5);
		const whole = sampleNow(inference);
		let asked = 0;
		const again = sampleNow({
			...inference,
			known: whole.predictions.slice(0, 4000),
			observe: (run) => (asked++, inference.observe(run)),
		});
		expect(again.predictions).toEqual(whole.predictions);
		expect(asked).toBe(4000 * whole.rounds);
	});
});

describe('`weightsOf`, `resample` and `weightedPercentiles`', () => {
	it('returns the effective sample size and the log evidence', () => {
		const { of, effective, logEvidence } = weightsOf(Float64Array.of(-1000, -1000, -Infinity, -Infinity));
		expect([...of]).toEqual([0.5, 0.5, 0, 0]);
		expect(effective).toBe(2);
		expect(logEvidence).toBeCloseTo(-1000 - Math.LN2, 9);
	});

	it('returns zero weights if every likelihood is zero', () => {
		const { of, effective, logEvidence } = weightsOf(Float64Array.of(-Infinity, -Infinity));
		expect([[...of], effective, logEvidence]).toEqual([[0, 0], 0, -Infinity]);
	});

	it('resamples each run as often as its weight times the number of runs, to within one', () => {
		const weights = weightsOf(uniforms(1, 'weights', 50).map((u) => 5 * u));
		const n = 1000;
		const counts = new Float64Array(50);
		for (const run of resample(weights, n)) counts[run]!++;
		counts.forEach((count, i) => expect(Math.abs(count - n * weights.of[i]!)).toBeLessThanOrEqual(1));
		expect(counts.reduce((sum, count) => sum + count)).toBe(n);
	});

	it('gives weighted percentiles, infinite values included', () => {
		const weights = weightsOf(Float64Array.of(Math.log(1), Math.log(2), Math.log(1)));
		expect(weightedPercentiles(Float64Array.of(30, 10, Infinity), weights, [0.9, 0.1, 0.6, 0.5])).toEqual([
			Infinity,
			10,
			30,
			10,
		]);
	});
});

describe('`surpriseOf`', () => {
	// A standard normal observed with an error of deviation 1: the observation has deviation √2.
	const [runs, trials] = [1000, 1999];
	const drawn = uniforms(3, 'a', runs).map(normalQuantile);
	const error = gaussian([[1]]);
	it.each([0, 1, 2, 3.5])('is the probability of an observation at least as far off as %d', (seen) => {
		const evidence = -(seen ** 2) / 4 - Math.log(2) / 2 - Math.log(2 * Math.PI) / 2;
		const simulated = Array.from(drawn, (x) => ({ residuals: [x - seen], error }));
		const expected = 2 * normalCdf(-seen / Math.SQRT2);
		expect(Math.abs(surpriseOf(simulated, evidence, { seed: 1, trials, size: 1 }) - expected)).toBeLessThan(0.04);
	});
	it('takes each run’s own error into account', () => {
		// Runs whose error is ten times as large make an observation ten deviations off unsurprising.
		const wide = Array.from(drawn, (x) => ({ residuals: [x - 10], error: gaussian([[100]]) }));
		const evidence = Math.log(
			wide.reduce((sum, run) => sum + Math.exp(run.error.logDensity(run.residuals)), 0) / wide.length,
		);
		const expected = 2 * normalCdf(-10 / Math.sqrt(101));
		expect(Math.abs(surpriseOf(wide, evidence, { seed: 1, trials, size: 1 }) - expected)).toBeLessThan(0.04);
	});
	it('is never 0: the actual observation is counted', () => {
		expect(surpriseOf([{ residuals: [40], error }], -800, { seed: 1, trials: 99, size: 1 })).toBe(0.01);
	});
});
