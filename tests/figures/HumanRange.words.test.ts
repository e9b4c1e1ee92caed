import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { rows, summary } from '../../src/figures/HumanRange/words.ts';
import model from '../../src/models/median-human.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs));

it('says of the median person: half of the heads, sixteen parts in a hundred of the output', () => {
	expect(summaryOf()).toBe(
		'A model that beats 50% of people produces 1× what the median does. By heads it matches 50% of the ' +
			'whole, by output 16%, and one copy does 0.61× the work of an average person.',
	);
});

it('tells the best in a thousand from the best in ten thousand', () => {
	expect(summaryOf({ ...essay, aiPercentile: 0.9999 })).toMatch(/^A model that beats 99\.99% of people/);
	expect(rows(essay).at(-1)![0]).toBe('99.9%');
});

it('has rows for one crowd: more people matched, more output matched', () => {
	const shares = rows(essay).map(([, output]) => parseFloat(output!));
	expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(
			inputsOf(model),
			(inputs) =>
				!/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }) + rows({ ...essay, ...inputs }).join()),
		),
	);
});
