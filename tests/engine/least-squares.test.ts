import { describe, expect, it } from 'vitest';
import { exponentialFit } from '../../src/engine/least-squares.ts';

describe('`exponentialFit`', () => {
	it('recovers an exact exponential', () => {
		const fit = exponentialFit([0, 10, 20, 50].map((at) => [at, 3 * 2 ** (at / 7)] as const));
		expect(fit.doubling).toBeCloseTo(7, 9);
		expect(fit.valueAt(14)).toBeCloseTo(12, 9);
	});

	it('throws if all points have the same date', () =>
		expect(() =>
			exponentialFit([
				[1, 1],
				[1, 2],
			]),
		).toThrow('two different dates'));
});
