import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { stagesOf } from '../../src/figures/VerificationFunnel/stages.ts';
import { countText, rows, stageName, summary } from '../../src/figures/VerificationFunnel/words.ts';
import model from '../../src/models/verification.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs), stagesOf(inputs));

it('follows a hundred tasks: what the first attempt gets right, and what is delivered', () => {
	const { deliveredCorrect, deliveredWrong } = model.evaluate(essay);
	expect(summaryOf()).toContain(` ${Math.round(100 * deliveredCorrect)} are delivered right`);
	expect(summaryOf()).toContain(` ${countText(100 * deliveredWrong)} delivered wrong`);
	expect(rows(stagesOf(essay)).at(-1)!.slice(0, 2)).toEqual(['Delivered', '100']);
});

it('loses no task: settled, or tried again', () => {
	for (const { tried, right, wrong, open } of stagesOf({ ...essay, attempts: 5 }))
		expect(right + wrong + open).toBeCloseTo(tried, 9);
});

it('draws five attempts one by one, and the rest together', () => {
	expect(stagesOf({ ...essay, attempts: 9 }).map(stageName)).toEqual([
		'Attempt 1',
		'Attempt 2',
		'Attempt 3',
		'Attempt 4',
		'Attempt 5',
		'Attempts 6–9',
	]);
	expect(stagesOf({ ...essay, attempts: 6 }).at(-1)!.last).toBe(6);
});

it('never says none where there is some', () => {
	expect([0, 0.01, 0.5, 9.96, 48.2].map(countText)).toEqual(['0', '<0.1', '0.5', '10', '48']);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => !/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }))),
	);
});
