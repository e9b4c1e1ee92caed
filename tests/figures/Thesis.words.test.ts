import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { columns, rows, summary } from '../../src/figures/Thesis/words.ts';
import model from '../../src/models/impressive-useful.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);

it('says when it has impressed and when it is of use', () => {
	expect(summary(model.evaluate(essay))).toBe(
		'What benchmarks see is all but complete in 2028, the whole job in 2034.',
	);
});

it('says never where that is so', () => {
	expect(summary({ ...model.evaluate(essay), usefulYear: Infinity })).toMatch(/, the whole job never\.$/);
});

it('has a row for some years, in which what impresses comes first', () => {
	const table = rows(essay);
	expect(table.every((row) => row.length === columns.length)).toBe(true);
	expect(table.map(([year]) => year)).toEqual(['2025', '2027', '2030', '2035', '2040', '2045']);
	const [impressive, useful] = [1, 2].map((column) => table.map((row) => parseFloat(row[column]!)));
	expect(impressive!.every((share, i) => share >= useful![i]!)).toBe(true);
	expect(useful).toEqual(useful!.toSorted((a, b) => a - b));
	expect(useful![3]).toBeGreaterThan(95);
	expect(useful![2]).toBeLessThan(60);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (given) => {
			const inputs = { ...essay, ...given };
			return !/NaN|Infinity|undefined/.test(summary(model.evaluate(inputs)) + rows(inputs).join());
		}),
	);
});
