import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { missedText, rows, summary } from '../../src/figures/DayStrip/words.ts';
import model from '../../src/models/long-tail.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const told = (inputs = essay) => summary(inputs, model.evaluate(inputs));

it('says what is covered and missed, by the fixed set and by the learner, and how many kinds would do as well', () => {
	const { coverage, missesPerDay, learnerMissShare } = model.evaluate(essay);
	expect([100 * coverage, missesPerDay, 100 * learnerMissShare].map((value) => value.toPrecision(2))).toEqual([
		'52',
		'48',
		'9.3',
	]);
	// The fewest kinds that cover as much as the learner.
	const enough = [261_000, 263_000].map((bakedSkills) => model.evaluate({ ...essay, bakedSkills }).coverage);
	expect(enough[0]).toBeLessThan(1 - learnerMissShare);
	expect(enough[1]).toBeGreaterThan(1 - learnerMissShare);
	expect(told()).toBe(
		'Of 100 tasks a day, a fixed set of the commonest 1,000 types covers 52% and misses 48; a learner with 250 days behind it misses 9.3. To do as well as the learner, 262,000 kinds would have to be baked in.',
	);
});

it('says so where every kind is baked in, and where hardly any task is missed', () => {
	const all = { ...essay, bakedSkills: 10_000_000 };
	expect(told(all)).toMatch(/ covers 100% and misses 0; /);
	expect(missedText(model.evaluate(all).missesPerDay, 100)).toBe('0 of 100 missed');
	expect(missedText(1e-140, 100)).toBe('<0.001 of 100 missed');
});

it('misses in every row what it does not cover', () => {
	const table = rows(essay, model.evaluate(essay));
	for (const [, covered, missed] of table)
		expect(Math.abs(parseFloat(covered!) + parseFloat(missed!) - 100)).toBeLessThan(0.6);
	expect(table.at(-1)).toEqual(['A learner after 250 days', '90.7%', '9.3']);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => {
			const asked = { ...essay, ...inputs };
			return !/NaN|Infinity|undefined|−/.test(told(asked) + rows(asked, model.evaluate(asked)).join());
		}),
	);
});
