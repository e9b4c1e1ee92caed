import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { columns, rows, summary } from '../../src/figures/GapDecomposition/words.ts';
import model from '../../src/models/gap-decomposition.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(model.evaluate(inputs));

it('says how large the gap is, and which parts make it up', () => {
	expect(summaryOf()).toBe(
		'The gap of 3.10 orders is 0.49 orders of missing diffusion, 0.76 orders of low price and, as what ' +
			'is left, 1.85 orders of missing capability. By implication AI can do 1.42% of the work, weighted ' +
			'by pay.',
	);
});

it('says so where the revenue asks for more work than there is', () => {
	expect(summaryOf({ ...essay, revenue: 1000, adoptionShare: 0.01 })).toMatch(
		/of the work to be within AI’s reach, which cannot be: they do not explain the revenue\.$/,
	);
	expect(summaryOf({ ...essay, labourElasticity: 1 })).toMatch(/ 0\.00 orders of low price /);
});

it('has the parts and the whole as factors, which multiply', () => {
	const table = rows(model.evaluate(essay));
	expect(table.every((row) => row.length === columns.length)).toBe(true);
	expect(table.map(([part]) => part)).toEqual([
		'Missing diffusion',
		'Low price',
		'Missing capability',
		'The whole gap',
	]);
	const factors = table.map(([, , factor]) => Number(factor!.replace('×', '').replace(',', '')));
	expect(factors[0]! * factors[1]! * factors[2]!).toBeCloseTo(factors[3]!, -1);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (given) => {
			const inputs = { ...essay, ...given };
			return !/NaN|Infinity|undefined/.test(summaryOf(inputs) + rows(model.evaluate(inputs)).join());
		}),
	);
});
