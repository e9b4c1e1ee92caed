import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOfCommonest, unmetShare, zipfSum } from '../../src/engine/zipf.ts';

/** Sums term by term, the smallest first. */
const slowSum = (from: number, to: number, s: number) => {
	let sum = 0;
	for (let r = to; r >= from; r--) sum += r ** -s;
	return sum;
};

describe('`zipfSum`', () => {
	// Computed outside this code, by exact summation.
	it.each([
		[1, 10, 1, 2.9289682539682538],
		[1, 24, 1, 3.7759581777535067],
		[1, 25, 1, 3.8159581777535068],
		[1, 26, 1, 3.854419716215045],
		[1, 1000, 1, 7.485470860550345],
		[1, 1000, 0.5, 61.80100876524323],
		[5, 20_000, 1.7, 0.495888969465706],
		[1, 100_000, 0, 100_000],
		[1, 100_000, 2.5, 1.3414872361692243],
		[100, 5000, 1.000001, 3.9171056440302774],
		[30, 31, 1, 0.06559139784946236],
		[26, 400, 5, 5.904950435213557e-7],
	])('sums ranks %s to %s with exponent %s', (from, to, s, expected) =>
		expect(Math.abs(zipfSum(from, to, s) / expected - 1)).toBeLessThan(1e-12),
	);

	it('equals the direct sum for any ends and exponent', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 400 }),
				fc.integer({ min: 0, max: 3000 }),
				fc.double({ min: 0, max: 5, noNaN: true }),
				(from, more, s) => {
					expect(Math.abs(zipfSum(from, from + more, s) / slowSum(from, from + more, s) - 1)).toBeLessThan(1e-11);
				},
			),
		);
	});

	it('is 0 for an empty range, and ends at whole ranks', () => {
		expect(zipfSum(5, 4, 1)).toBe(0);
		expect(zipfSum(1, 100.9, 1)).toBe(zipfSum(1, 100, 1));
	});
});

describe('`shareOfCommonest`', () => {
	it('returns the share of the commonest kinds, and 1 for all of them', () => {
		expect(shareOfCommonest(2, 4, 1)).toBeCloseTo(1.5 / (1 + 1 / 2 + 1 / 3 + 1 / 4), 12);
		expect(shareOfCommonest(1000, 4000, 0)).toBeCloseTo(0.25, 12);
		expect([4, 5].map((kinds) => shareOfCommonest(kinds, 4, 1))).toEqual([1, 1]);
		expect(shareOfCommonest(3, 4, 1)).toBeLessThan(1);
	});
});

describe('`unmetShare`', () => {
	// Computed outside this code, by exact summation.
	it.each([
		[20_000, 1, 1000, 0.45534476417150327],
		[20_000, 2, 50, 0.09697263237010684],
		[300_000, 0.5, 1_000_000, 0.05822356756533709],
		[300_000, 1.2, 2_500_000, 0.024986532462759444],
		[9000, 0.8, 12_345, 0.20787147022545743],
		[8193, 1, 100, 0.6346839985524048],
	])('covers %s types with exponent %s after %s tasks', (types, s, experiences, expected) =>
		expect(Math.abs(unmetShare(types, s, experiences) / expected - 1)).toBeLessThan(1e-9),
	);

	it('is 1 before the first task, and 0 after it if there is one kind', () => {
		expect(unmetShare(20_000, 1, 0)).toBeCloseTo(1, 12);
		expect([0, 1, 2].map((tasks) => unmetShare(1, 1, tasks))).toEqual([1, 0, 0]);
	});
	it('is 1 − 1/n after one task if all n kinds are equally common', () =>
		expect(unmetShare(50_000, 0, 1)).toBeCloseTo(1 - 1 / 50_000, 12));
});
