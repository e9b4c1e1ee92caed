import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cesMean } from '../../src/engine/ces.ts';

const mean = (parts: readonly number[], elasticity: number) => cesMean(parts.map(Math.log), elasticity);
const parts = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('`cesMean`', () => {
	const some = [0.9, 0.5, 0.02];
	// Closed forms, one per elasticity.
	it.each([
		['0.5, the harmonic mean', 0.5, 3 / (1 / 0.9 + 1 / 0.5 + 1 / 0.02)],
		['1, the geometric mean', 1, Math.cbrt(0.9 * 0.5 * 0.02)],
		['2, the square of the mean root', 2, ((Math.sqrt(0.9) + Math.sqrt(0.5) + Math.sqrt(0.02)) / 3) ** 2],
		[
			'1/3, the root of the mean inverse square, inverted',
			1 / 3,
			1 / Math.sqrt((1 / 0.81 + 1 / 0.25 + 1 / 0.0004) / 3),
		],
		['3/2, the cube of the mean cube root', 1.5, ((Math.cbrt(0.9) + Math.cbrt(0.5) + Math.cbrt(0.02)) / 3) ** 3],
	])('at elasticity %s', (_, elasticity, expected) =>
		expect(Math.abs(mean(some, elasticity) / expected - 1)).toBeLessThan(1e-12),
	);

	it('tends to the minimum as the elasticity nears 0, and to the arithmetic mean as it grows', () => {
		expect(mean(some, 1e-4)).toBeCloseTo(0.02, 4);
		expect(mean(some, 1e6)).toBeCloseTo((0.9 + 0.5 + 0.02) / 3, 5);
	});

	it('is continuous at elasticity 1', () => {
		for (const step of [1e-10, 1e-8, 1e-6]) {
			expect(Math.abs(mean(some, 1 + step) / mean(some, 1) - 1)).toBeLessThan(2 * step + 1e-6);
			expect(mean(some, 1 - step)).toBeLessThanOrEqual(mean(some, 1 + step) + 1e-9);
		}
	});

	it('lies between the minimum and the maximum, and equals the parts if all are equal', () => {
		fc.assert(
			fc.property(parts, fc.double({ min: 0.1, max: 10, noNaN: true }), (all, elasticity) => {
				const value = mean(all, elasticity);
				expect(value).toBeGreaterThanOrEqual(Math.min(...all) * (1 - 1e-9));
				expect(value).toBeLessThanOrEqual(Math.max(...all) * (1 + 1e-9));
			}),
		);
		for (const elasticity of [0.1, 0.5, 1, 2, 10]) expect(mean([0.3, 0.3, 0.3, 0.3], elasticity)).toBeCloseTo(0.3, 12);
	});

	it('increases with the elasticity and is homogeneous of degree 1', () => {
		fc.assert(
			fc.property(
				parts,
				fc.double({ min: 0.1, max: 10, noNaN: true }),
				fc.double({ min: 1, max: 3, noNaN: true }),
				(all, elasticity, factor) => {
					expect(mean(all, elasticity * factor)).toBeGreaterThanOrEqual(mean(all, elasticity) * (1 - 1e-9));
					expect(
						mean(
							all.map((part) => part * 7),
							elasticity,
						) /
							(7 * mean(all, elasticity)),
					).toBeCloseTo(1, 8);
				},
			),
		);
	});

	it('does not overflow if parts are almost 0', () => {
		const next = cesMean([-900, -1, -0.5], 0.1);
		expect(next).toBe(0);
		expect(Math.log(cesMean([-600, -1, -0.5], 0.1)) + 600).toBeCloseTo(Math.log(3) / 9, 9);
		expect(cesMean([-900, -1, -0.5], 2)).toBeCloseTo(((Math.exp(-0.5) + Math.exp(-0.25)) / 3) ** 2, 12);
	});
});
