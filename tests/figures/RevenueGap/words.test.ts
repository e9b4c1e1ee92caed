import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { rows } from '../../../src/figures/RevenueGap/words.ts';
import model from '../../../src/models/revenue-gap.model.ts';
import texts, { start } from './texts.ts';

it('`summary` gives the gap to the wages, the growth and the year in which the two meet', () => {
	expect(texts.of().summary).toBe(
		'Revenue of $29 billion a year, placed at December 2025, stands 3.10 orders of magnitude under wages ' +
			'of $36.8 trillion. Growing 3× a year at first, with the log growth rate halving every 5 years, it ' +
			'is $1.52 trillion five years later. The two meet in 2042, 17 years on.',
	);
});

it('`summary` covers a path that never meets the mark and one that starts above it', () => {
	expect(texts.of({ growthHalving: 0.5, revenueGrowth: 1.1 }).summary).toMatch(
		/They never meet: that growth ends at \$31\.1 billion\.$/,
	);
	expect(texts.of({ revenue: 1000, targetShare: 0.01 }).summary).toMatch(/It is already there\.$/);
});

it('`rows` lists the reported figures, then the path, then the wages', () => {
	const table = texts.of().rows;
	expect(table.slice(0, 3)).toEqual([
		['2024, OpenAI', 'reported $6 billion', 'Friar'],
		['2024, OpenAI', '$6 billion', 'Friar'],
		['2025', '$29 billion', 'your path'],
	]);
	expect(table.at(-1)).toEqual(['All knowledge work', '$36.8 trillion', 'wages']);
});

it('`rows` marks the path where it exceeds world output', () => {
	const baseline = baselineOf(model);
	const last = (inputs: typeof baseline) => rows(inputs, start.year, []).at(-2)!.at(-1);
	expect(last(baseline)).toBe('your path');
	expect(last({ ...baseline, revenue: 105, revenueGrowth: 4 })).toBe('your path: more than the world now produces');
});
