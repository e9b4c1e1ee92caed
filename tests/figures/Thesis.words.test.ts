import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { pathOf } from '../../src/engine/path.ts';
import { rows, summary } from '../../src/figures/Thesis/words.ts';
import model from '../../src/models/impressive-useful.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);

it('dates the tests and the job, and says never where there is no date', () => {
	const { impressiveYear, usefulYear } = model.evaluate(essay);
	const year = (value: number) => String(Math.floor(value));
	expect(summary(model.evaluate(essay))).toBe(
		`What benchmarks see is all but complete in ${year(impressiveYear)}, the whole job in ${year(usefulYear)}.`,
	);
	expect(summary({ ...model.evaluate(essay), usefulYear: Infinity })).toMatch(/the whole job never\.$/);
});

it('has a row for some years, in which nothing gets worse', () => {
	const table = rows(pathOf(model, { path: 'impressive' }, essay), pathOf(model, { path: 'useful' }, essay));
	const useful = table.map(([, , share]) => parseFloat(share!));
	expect(table).toHaveLength(6);
	expect(useful).toEqual(useful.toSorted((a, b) => a - b));
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(
			inputsOf(model),
			(inputs) => !/NaN|Infinity|undefined/.test(summary(model.evaluate({ ...essay, ...inputs }))),
		),
	);
});
