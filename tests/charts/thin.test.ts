import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlotPoint } from '../../src/charts/axis.ts';
import { isPlaced, thin } from '../../src/charts/thin.ts';

const number = fc.double({ min: -300, max: 400, noNaN: true });
const points = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 60 });
/** Returns the distance from a point to a polyline. */
const away = ([x, y]: PlotPoint, line: readonly PlotPoint[]) =>
	Math.min(
		...line.map(([x1, y1], i) => {
			const [x2, y2] = line[i + 1] ?? [x1, y1];
			const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
			const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
			return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
		}),
	);

describe('`thin`', () => {
	it('stays within the tolerance of every point, and keeps both ends', () => {
		fc.assert(
			fc.property(points, fc.double({ min: 0.01, max: 20, noNaN: true }), (curve, nearest) => {
				const kept = thin(curve, nearest);
				for (const point of curve) expect(away(point, kept)).toBeLessThanOrEqual(nearest + 1e-9);
				expect([kept[0], kept.at(-1)]).toEqual([curve[0], curve.at(-1)]);
			}),
		);
	});

	it('returns a subsequence of the points', () => {
		fc.assert(
			fc.property(points, (curve) => {
				let from = 0;
				for (const point of thin(curve, 5)) {
					const at = curve.indexOf(point as [number, number], from);
					expect(at).toBeGreaterThanOrEqual(from);
					from = at + 1;
				}
			}),
		);
	});

	it('reduces a straight curve to two points, and keeps a corner', () => {
		expect(thin(Array.from({ length: 50 }, (_, i): PlotPoint => [i, 2 * i]))).toEqual([
			[0, 0],
			[49, 98],
		]);
		expect(
			thin([
				[0, 0],
				[1, 1],
				[2, 2],
				[3, 1],
				[4, 0],
			]),
		).toEqual([
			[0, 0],
			[2, 2],
			[4, 0],
		]);
	});

	it('keeps the turning point of a curve that returns on itself', () =>
		expect(
			thin([
				[0, 0],
				[50, 0],
				[0, 0],
			]),
		).toEqual([
			[0, 0],
			[50, 0],
			[0, 0],
		]));

	it('keeps gaps, and the curve on both sides of them', () => {
		const gap: PlotPoint = [NaN, NaN];
		const kept = thin([gap, [0, 0], [1, 0], [2, 0], gap, gap, [3, 5], [4, 5], [5, 5], gap]);
		expect(kept.map((point) => (isPlaced(point) ? point.join() : 'gap')).join(' ')).toBe('gap 0,0 2,0 gap 3,5 5,5 gap');
		expect(thin([])).toEqual([]);
	});
});
