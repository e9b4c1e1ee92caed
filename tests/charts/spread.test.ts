import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spread } from '../../src/charts/spread.ts';

const positions = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 });
const gap = fc.double({ min: 0.5, max: 12, noNaN: true });
const cost = (from: readonly number[], to: readonly number[]) =>
	from.reduce((sum, at, i) => sum + (at - to[i]!) ** 2, 0);

it('labels that are spread stand a gap apart, in the order in which they stood', () => {
	fc.assert(
		fc.property(positions, gap, (from, apart) => {
			const to = spread(from, apart);
			const order = from.map((_, i) => i).sort((a, b) => from[a]! - from[b]! || to[a]! - to[b]!);
			order.slice(1).forEach((index, i) => expect(to[index]! - to[order[i]!]!).toBeGreaterThanOrEqual(apart - 0.011));
		}),
	);
});

it('labels that are spread are moved as little as that takes: any other arrangement moves them farther', () => {
	fc.assert(
		fc.property(
			positions,
			gap,
			fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 8, maxLength: 8 }),
			(from, apart, by) => {
				const to = spread(from, apart);
				const other = spread(
					to.map((at, i) => at + by[i]!),
					apart,
				);
				const keepsOrder = from.every((a, i) => from.every((b, j) => a >= b || other[i]! <= other[j]!));
				// Places are rounded to a hundredth.
				if (keepsOrder) expect(cost(from, to)).toBeLessThanOrEqual(cost(from, other) * 1.01 + 0.01);
			},
		),
	);
});

it('labels that are far enough apart stay where they are, and two that are not share the way', () => {
	expect(spread([80, 10, 40], 5)).toEqual([80, 10, 40]);
	expect(spread([50, 52], 6)).toEqual([48, 54]);
	expect(spread([50, 50, 50], 6)).toEqual([44, 50, 56]);
});
