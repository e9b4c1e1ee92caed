import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { climbOf } from '../../src/figures/DoublingSteps/climb.ts';
import { endText, rows, summary } from '../../src/figures/DoublingSteps/words.ts';
import model from '../../src/models/software-explosion.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const climb = (inputs = essay) => climbOf(inputs, inputs.doublingsWanted);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('says how many doublings, in what time, the first step and the last', () => {
	const { months } = model.evaluate(essay);
	const [first, nine] = [1, 9].map((wanted) => model.evaluate({ ...essay, doublingsWanted: wanted }).months);
	expect([months, first!, months - nine!].map((time) => time.toPrecision(2))).toEqual(['3.3', '0.38', '0.30']);
	expect(plain(summary(climb()))).toBe(
		'10 doublings of software take 3.3 months: the first 11 days, the last 9.2 days.',
	);
	expect(plain(endText(climb()))).toBe('10 doublings in 3.3 months');
});

it('says so where it meets its ceiling, and where a century is too short', () => {
	const low = { ...essay, ceilingDoublings: 10, doublingsWanted: 60, softwareReturns: 4 };
	expect(model.evaluate(low).doublingsReached).toBe(10);
	expect(summary(climb(low))).toMatch(/ There the software meets its ceiling, short of the 60 doublings wanted\.$/);
	expect(endText(climb(low))).toMatch(/^ceiling: 10 of 60, in /);
	const stuck = { ...essay, softwareReturns: 0.3, returnsDamping: 1, speedUp: 1, doublingsWanted: 20 };
	expect(summary(climb(stuck))).toMatch(/ The next does not come within a century, so the 20 doublings wanted are/);
	expect(endText(climb(stuck))).toMatch(/, then stuck$/);
	expect(plain(summary(climb({ ...essay, doublingsWanted: 1 })))).toBe('1 doubling of software takes 11 days.');
});

it('has about a dozen rows, the last step among them', () => {
	const table = rows(climb({ ...essay, doublingsWanted: 40 }));
	expect(table.length).toBeLessThanOrEqual(13);
	expect(table.at(-1)![0]).toBe('40');
	expect(rows(climb())[2]!.at(-1)).toBe('8×');
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => {
			const asked = climb({ ...essay, ...inputs });
			return !/NaN|Infinity|undefined/.test(summary(asked) + endText(asked) + rows(asked).join());
		}),
	);
});
