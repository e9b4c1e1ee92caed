import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { summary } from '../../../src/figures/Thesis/words.ts';
import model from '../../../src/models/impressive-useful.model.ts';
import texts from './texts.ts';

it('`summary` gives the impressive and the useful year', () => {
	expect(texts.of().summary).toBe('What benchmarks see is all but complete in 2027, the whole job in 2037.');
});

it('`summary` prints “never” for an infinite year', () => {
	expect(summary({ ...model.evaluate(baselineOf(model)), usefulYear: Infinity })).toMatch(/, the whole job never\.$/);
});

it('`rows` has the impressive share at or above the useful one in every year', () => {
	const { rows } = texts.of();
	expect(rows.map(([year]) => year)).toEqual(['2025', '2027', '2030', '2035', '2040', '2045']);
	const [impressive, useful] = [1, 2].map((column) => rows.map((row) => parseFloat(row[column]!)));
	expect(impressive!.every((share, i) => share >= useful![i]!)).toBe(true);
	expect(useful).toEqual(useful!.toSorted((a, b) => a - b));
	expect(useful![4]).toBeGreaterThan(95);
	expect(useful![2]).toBeLessThan(60);
});
