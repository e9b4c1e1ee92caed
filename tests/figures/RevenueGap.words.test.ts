import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { columns, rows, summary } from '../../src/figures/RevenueGap/words.ts';
import model from '../../src/models/revenue-gap.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const start = { date: 'December 2025', year: 2025.96 };
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs), start).replaceAll('\u00a0', ' ');
const point = {
	series: 'openai',
	label: 'OpenAI',
	year: 2024,
	date: '2024',
	value: 6,
	reported: true,
	source: 'Friar',
};

it('says how far below the wages revenue is, how it grows and when the two meet', () => {
	expect(summaryOf()).toBe(
		'Revenue of $29 billion a year, placed at December 2025, stands 3.10 orders of magnitude under wages ' +
			'of $36.8 trillion. Growing 3× a year at first, with the log growth rate halving every 5 years, it ' +
			'is $1.52 trillion five years later. The two meet in 2042, 17 years on.',
	);
});

it('says so where they never meet, and where they have met', () => {
	expect(summaryOf({ ...essay, growthHalving: 0.5, revenueGrowth: 1.1 })).toMatch(
		/They never meet: that growth ends at \$31\.1 billion\.$/,
	);
	expect(summaryOf({ ...essay, revenue: 1000, targetShare: 0.01 })).toMatch(/It is already there\.$/);
});

it('lists the record as it was reported, then the path, then the wages', () => {
	const table = rows(essay, start.year, [point, { ...point, reported: false }]).map((row) =>
		row.map((cell) => cell.replaceAll('\u00a0', ' ')),
	);
	expect(table.every((row) => row.length === columns.length)).toBe(true);
	expect(table.slice(0, 3)).toEqual([
		['2024, OpenAI', 'reported $6 billion', 'Friar'],
		['2024, OpenAI', '$6 billion', 'Friar'],
		['2025', '$29 billion', 'your path'],
	]);
	expect(table.at(-1)).toEqual(['All knowledge work', '$36.8 trillion', 'wages']);
});

it('says where the path passes what the whole world produces', () => {
	const last = (inputs: typeof essay) => rows(inputs, start.year, []).at(-2)!.at(-1);
	expect(last(essay)).toBe('your path');
	expect(last({ ...essay, revenue: 105, revenueGrowth: 4 })).toBe('your path: more than the world now produces');
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (given) => {
			const inputs = { ...essay, ...given };
			return !/NaN|Infinity|undefined/.test(summaryOf(inputs) + rows(inputs, start.year, [point]).join());
		}),
	);
});
