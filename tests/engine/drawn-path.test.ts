import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	drawBetween,
	emptyPath,
	growthOf,
	lastMonth,
	missOf,
	setStop,
	stopsOf,
	tallyOf,
	valueAt,
	type DrawnPath,
	type PathToDraw,
} from '../../src/engine/drawn-path.ts';

const rules: PathToDraw = {
	months: 12,
	unit: 'bn$',
	min: 1,
	max: 1000,
	adopts: 'growth',
	valueFor: (factor) => factor,
};
const START = 29;
const empty = emptyPath(rules);
const pathOf = (values: Readonly<Record<number, number>>): DrawnPath => empty.map((_, i) => values[i + 1]);
const value = fc.double({ min: 1, max: 1000, noNaN: true });
const month = fc.integer({ min: 1, max: 12 });
const anyPath = fc
	.array(fc.option(value, { nil: undefined }), { minLength: 12, maxLength: 12 })
	.map((path): DrawnPath => path);

describe('`valueAt`', () => {
	it('returns the start, the drawn values, and the geometric mean half-way between two', () => {
		const path = pathOf({ 4: 40, 6: 90 });
		expect(valueAt(START, path, 0)).toBe(START);
		expect(valueAt(START, path, 4)).toBeCloseTo(40, 10);
		expect(valueAt(START, path, 5)).toBeCloseTo(60, 10);
		expect(valueAt(START, path, 2)).toBeCloseTo(Math.sqrt(29 * 40), 10);
	});
	it('goes on at the average growth after the last value, and stays at the start of an empty path', () => {
		expect(valueAt(20, pathOf({ 6: 40 }), 12)).toBeCloseTo(80, 10);
		expect(valueAt(20, empty, 7)).toBe(20);
	});
	it('lies between its neighbours, wherever the path is drawn', () =>
		fc.assert(
			fc.property(anyPath, fc.double({ min: 0, max: 12, noNaN: true }), (path, at) => {
				if (at > lastMonth(path)) return;
				const drawn = [START, ...path.filter((known) => known !== undefined)];
				const found = valueAt(START, path, at);
				expect(found).toBeGreaterThanOrEqual(Math.min(...drawn) * (1 - 1e-9));
				expect(found).toBeLessThanOrEqual(Math.max(...drawn) * (1 + 1e-9));
			}),
		));
});

describe('`growthOf`', () => {
	it('is the factor a year from the start to the last value', () => {
		expect(growthOf(29, pathOf({ 12: 58 }))).toBeCloseTo(2, 12);
		expect(growthOf(29, pathOf({ 6: 58 }))).toBeCloseTo(4, 12);
		expect(growthOf(29, empty)).toBe(1);
	});
});

describe('`drawBetween`', () => {
	it('fills every month between two points, in either direction', () => {
		const forward = drawBetween(rules, empty, [2, 10], [5, 80]);
		expect(forward.map((drawn) => drawn ?? 0)).toEqual([0, 0, 20, 40, 80, 0, 0, 0, 0, 0, 0, 0]);
		expect(drawBetween(rules, empty, [5, 80], [2, 10])[3]).toBe(40);
	});
	it('has at most one value a month, inside the chart, and leaves the months outside the stroke', () =>
		fc.assert(
			fc.property(
				anyPath,
				fc.tuple(fc.double({ min: -5, max: 20, noNaN: true }), fc.double({ min: 1e-6, max: 1e9, noNaN: true })),
				fc.tuple(fc.double({ min: -5, max: 20, noNaN: true }), fc.double({ min: 1e-6, max: 1e9, noNaN: true })),
				(path, from, to) => {
					const drawn = drawBetween(rules, path, from, to);
					expect(drawn).toHaveLength(12);
					const [first, last] = [from[0], to[0]]
						.map((at) => Math.min(12, Math.max(1, Math.round(at))))
						.sort((a, b) => a - b);
					drawn.forEach((found, i) => {
						if (i + 1 < first! || i + 1 > last!) expect(found).toBe(path[i]);
						else if (found !== path[i]) {
							expect(found).toBeGreaterThanOrEqual(1);
							expect(found).toBeLessThanOrEqual(1000);
						}
					});
				},
			),
		));
	it('without a first point changes one month', () =>
		expect(drawBetween(rules, pathOf({ 3: 50 }), undefined, [7.4, 61.234])).toEqual(pathOf({ 3: 50, 7: 61.2 })));
});

describe('`setStop`', () => {
	const stops = stopsOf(rules, 5);
	it('has five stops, the last one at the end', () => expect(stops).toEqual([2, 5, 7, 10, 12]));
	it('sets one stop and removes what was drawn up to the stops beside it', () =>
		fc.assert(
			fc.property(anyPath, fc.constantFrom(...stops), value, (path, stop, next) => {
				const drawn = setStop(rules, path, stops, stop, next);
				const at = stops.indexOf(stop);
				const [before, after] = [stops[at - 1] ?? 0, stops[at + 1] ?? 13];
				drawn.forEach((found, i) => {
					if (i + 1 === stop) expect(found).toBeCloseTo(next, -Math.floor(Math.log10(next)) + 1);
					else expect(found).toBe(i + 1 > before && i + 1 < after ? undefined : path[i]);
				});
			}),
		));
});

describe('`missOf` and `tallyOf`', () => {
	it.each([
		[30, 44, 'low', 44 / 30],
		[80, 44, 'high', 80 / 44],
		[44, 45, 'met', 45 / 44],
	] as const)('a line at %f beside a report of %f is %s by the factor', (drawn, reported, side, factor) => {
		const miss = missOf(drawn, reported);
		expect(miss.side).toBe(side);
		expect(miss.factor).toBeCloseTo(factor, 12);
	});
	it('swapping line and report swaps the side and keeps the factor', () =>
		fc.assert(
			fc.property(value, value, (a, b) => {
				const [one, other] = [missOf(a, b), missOf(b, a)];
				expect(other.factor).toBe(one.factor);
				expect(other.side).toBe({ low: 'high', high: 'low', met: 'met' }[one.side]);
			}),
		));
	it('counts each report once', () =>
		fc.assert(
			fc.property(fc.array(fc.tuple(value, month)), (pairs) => {
				const { low, high, met } = tallyOf(pairs.map(([drawn, reported]) => missOf(drawn, reported)));
				expect(low + high + met).toBe(pairs.length);
			}),
		));
});
