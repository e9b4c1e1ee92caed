import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalSeek } from '../../src/engine/goal-seek.ts';
import { baselineOf } from '../../src/engine/model.ts';
import { roundest, sameText, suggestion, waysTo } from '../../src/analysis/goal-seek-table.ts';
import { quantityOf, quantityText } from '../../src/models/quantity.ts';

const revenue2030 = quantityOf('forecast.revenue2030');
const years = quantityOf('revenue-gap.yearsToClose');
const inputs = baselineOf(years.model);
const roots = (key: string, ...found: [number, boolean | undefined][]) => ({
	key,
	kind: 'roots' as const,
	roots: found.map(([value, inside]) => ({ value, inside })),
});
const titleOf = (...findings: Parameters<typeof waysTo>[3][number][]) => waysTo(years, inputs, 10, findings).title;

describe('`waysTo`', () => {
	it('has a title for each combination of findings', () => {
		expect(titleOf(roots('gdp', [100, true]))).toBe(
			'For 10 years one assumption would do alone, within what is held possible.',
		);
		expect(titleOf(roots('gdp', [100, false]))).toBe(
			'For 10 years one assumption would do alone, but not within what is held possible.',
		);
		expect(titleOf(roots('targetShare', [0.5, undefined]))).toBe(
			'For 10 years one assumption would do alone, and it is yours to choose.',
		);
		expect(titleOf(roots('gdp', [100, false]), roots('revenue', [500, false]))).toBe(
			'For 10 years any of two assumptions would do alone, but none within what is held possible.',
		);
		expect(titleOf(roots('gdp', [100, true], [300, false]), roots('revenue', [500, false]))).toBe(
			'For 10 years any of two assumptions would do alone; one of them within what is held possible.',
		);
		expect(titleOf({ key: 'gdp', kind: 'none' })).toBe(
			'For 10 years no single assumption here would do, wherever its slider stands.',
		);
		expect(titleOf({ key: 'gdp', kind: 'already' })).toBe(
			'On your settings it is 10 years already: there is nothing more to believe.',
		);
	});

	it('lists roots, those within p05 to p95 first, then parameters without a root and without effect', () => {
		const { ways, short, indifferent } = waysTo(years, inputs, 10, [
			roots('revenue', [500, false]),
			roots('gdp', [100, true], [110, false]),
			{ key: 'labourShare', kind: 'none' },
			{ key: 'targetShare', kind: 'indifferent' },
		]);
		expect(ways.map(({ key, text }) => `${key} ${text}`)).toEqual([
			'gdp $100\u00a0trillion',
			'gdp $110\u00a0trillion',
			'revenue $500\u00a0billion',
		]);
		expect([short, indifferent]).toEqual([['Labour share of income'], ['Share of the wage bill to reach']]);
	});

	it('returns values that give $1 trillion in 2030 when evaluated', () => {
		const given = baselineOf(revenue2030.model);
		const { ways } = waysTo(
			revenue2030,
			given,
			1000,
			goalSeek(revenue2030.model, given, 'revenue2030', 1000, sameText(revenue2030)),
		);
		expect(ways.length).toBeGreaterThan(2);
		for (const { key, value } of ways)
			expect(
				quantityText(revenue2030, revenue2030.model.evaluate({ ...given, [key]: value })['revenue2030']!),
				key,
			).toBe('$1\u00a0trillion');
	});
});

describe('`roundest` and `suggestion`', () => {
	it('returns the roundest number between two', () => {
		expect(roundest(2036, 2045)).toBe(2040);
		expect(roundest(600, 2300)).toBe(1000);
		expect(roundest(0.57, 0.8)).toBe(0.6);
		expect(roundest(-7, -3)).toBe(-5);
	});
	it('returns a finite number between its bounds in either order', () => {
		const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
		fc.assert(
			fc.property(number, number, (a, b) => {
				const value = roundest(a, b);
				expect(Number.isFinite(value)).toBe(true);
				if (Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b)))
					expect(value >= Math.min(a, b) && value <= Math.max(a, b)).toBe(true);
			}),
		);
	});
	it('suggests a finite value that prints differently from the current one', () => {
		expect(suggestion(years, 17, [7, Infinity], 17)).toBe(10);
		expect(suggestion(years, Infinity, [7, 20], 17)).toBeLessThan(21);
		expect(suggestion(years, Infinity, [Infinity], 17)).toBe(50);
		expect(
			quantityText(
				quantityOf('forecast.agiYear'),
				suggestion(quantityOf('forecast.agiYear'), 2034.1, [2033.4, 2034.5], 2034),
			),
		).not.toBe('2034');
	});
});
