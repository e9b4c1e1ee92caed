import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { columns, rows, summary } from '../../src/figures/HiringMarket/words.ts';
import model from '../../src/models/lemons.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay, hired = 50) => summary(100, hired, model.evaluate(inputs));

it('says how many take the job, and what a hire and a copy cost', () => {
	expect(summaryOf()).toBe(
		'Of 100 people, 50 take the pay at which this market settles (0.6 on a scale where the best are worth ' +
			'1); the better ones stay away. Finding one good hire costs $10,875, vetting spread over the copies ' +
			'$100 a copy, a 109× difference.',
	);
});

it('says nothing of those who stay away where nobody does, and who is cheaper where copies are few', () => {
	expect(summaryOf(essay, 100)).not.toContain('stay away');
	expect(summaryOf({ ...essay, copies: 1 })).toMatch(/; at so few copies people are the cheaper\.$/);
});

it('has a row for each of the model’s results', () => {
	expect(rows(model.evaluate(essay)).map((row) => row.at(-1))).toEqual(['0.6', '50%', '$10,900', '$100']);
	expect(rows(model.evaluate(essay))[0]).toHaveLength(columns.length);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (given) => {
			const inputs = { ...essay, ...given };
			return !/NaN|Infinity|undefined/.test(summaryOf(inputs) + rows(model.evaluate(inputs)).join());
		}),
	);
});
