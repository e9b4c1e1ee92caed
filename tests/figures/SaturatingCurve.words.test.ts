import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { pathOf } from '../../src/engine/path.ts';
import { rows, summary } from '../../src/figures/SaturatingCurve/words.ts';
import model from '../../src/models/rl-ceiling.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs));
const table = (inputs = essay) => rows(pathOf(model, { along: 'rlCompute', output: 'passRate' }, inputs));

it('says what the compute spent brings, how long the climb is and what the target takes', () => {
	expect(summaryOf()).toBe(
		'With 10,000 GPU-hours the pass rate is 57.7%, under a ceiling of 61%. From a tenth of the gain to ' +
			'nine tenths takes 8.9× the compute. To pass 55% of the problems takes 7,210 GPU-hours.',
	);
});

it('says that no amount is enough for a target above the ceiling, and that a ceiling below the start adds nothing', () => {
	expect(summaryOf({ ...essay, rlTarget: 0.7 })).toMatch(/To pass 70% of the problems takes more than any amount\.$/);
	expect(summaryOf({ ...essay, rlBase: 0.5, rlCeiling: 0.4 })).toBe(
		'This recipe’s ceiling of 40% is no higher than the 50% it starts from: RL adds nothing.',
	);
});

it('has a row for every half order of compute, rising to the ceiling', () => {
	expect(table()).toHaveLength(11);
	expect(table()[0]).toEqual(['100 GPU-hours', '20%']);
	expect(table()[4]).toEqual(['10,000 GPU-hours', '57.7%']);
	expect(table()[10]![1]).toBe('61%');
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(
			inputsOf(model),
			(inputs) =>
				!/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }) + table({ ...essay, ...inputs }).join()),
		),
	);
});
