import { describe, expect, it } from 'vitest';
import { uniforms } from '../../src/engine/random.ts';

const SEEDS = [1, 2, 2025, 2 ** 32 - 1];
/** Returns the 32-bit integers from which the uniforms are made. */
const integers = (seed: number, name: string, n: number) =>
	Array.from(uniforms(seed, name, n), (u) => u * 2 ** 32 - 0.5);

function correlation(a: Float64Array, b: Float64Array): number {
	const covariance = a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i]! - 0.5), 0) / a.length;
	return covariance * 12;
}

describe('`uniforms`', () => {
	// Computed with an implementation in another language.
	it.each([
		[1, 'revenue', [3117797679, 3491833735, 3211137682, 2836752394]],
		[2, 'revenue', [660966720, 3656126147, 258119751, 816779390]],
		[1, 'gptLevel', [1906210490, 3026982719, 3023163871, 3475541217]],
		[4294967295, 'zipf', [2912764066, 1732856764, 2993861131, 360724981]],
	])('returns the fixed stream of seed %d and name “%s”', (seed, name, expected) =>
		expect(integers(seed, name, 4)).toEqual(expected),
	);

	it.each(SEEDS)('is uniform for seed %d, without 0 and 1', (seed) => {
		const n = 100_000;
		const stream = uniforms(seed, 'revenue', n);
		expect(stream.every((u) => u > 0 && u < 1)).toBe(true);
		const counts = new Array<number>(100).fill(0);
		for (const u of stream) counts[Math.floor(u * 100)]!++;
		// χ² with 99 degrees of freedom: mean 99, deviation 14.
		const chi = counts.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0);
		expect(Math.abs(chi - 99)).toBeLessThan(5 * 14.1);
	});

	it('returns uncorrelated streams for different names and seeds, and no autocorrelation', () => {
		const n = 40_000;
		const bound = 5 / Math.sqrt(n);
		const streams = [
			...['revenue', 'revenueGrowth', 'eunever', 'gdp', 'gpd'].map((name) => uniforms(7, name, n)),
			uniforms(8, 'revenue', n),
		];
		streams.forEach((a, i) => {
			for (const b of streams.slice(0, i)) expect(Math.abs(correlation(a, b))).toBeLessThan(bound);
			expect(Math.abs(correlation(a.subarray(1), a.subarray(0, n - 1)))).toBeLessThan(bound);
		});
	});

	it('returns a short stream as the prefix of a longer one', () =>
		expect(uniforms(3, 'ramp', 10_000).slice(0, 1000)).toEqual(uniforms(3, 'ramp', 1000)));
});
