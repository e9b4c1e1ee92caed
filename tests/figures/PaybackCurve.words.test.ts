import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { pathOf } from '../../src/engine/path.ts';
import { rows, summary } from '../../src/figures/PaybackCurve/words.ts';
import model from '../../src/models/payback.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs));

it('says when the dollar is back, and what it brings until the learner', () => {
	expect(summaryOf()).toBe(
		'The dollar is back in 2028, after 2.9 years. With a learner in 2033 it has brought $1.37 by then, and nothing after.',
	);
});

it('says never, where lessons fade faster than they pay', () => {
	expect(summaryOf({ ...essay, skillReturn: 0.3, skillDecay: 0.5 })).toMatch(
		/^The dollar never comes back, however late the learner\./,
	);
});

it('has a row for every second year, rising', () => {
	const table = rows(pathOf(model, { path: 'earned' }, essay));
	expect(table.map(([year]) => year)).toEqual([
		'2028',
		'2030',
		'2032',
		'2034',
		'2036',
		'2038',
		'2040',
		'2042',
		'2044',
		'2046',
	]);
	const values = table.map(([, value]) => Number(value!.replace('$', '')));
	expect(values).toEqual(values.toSorted((a, b) => a - b));
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => !/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }))),
	);
});
