import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { cellsOf, orderOf } from '../../src/figures/DayStrip/cells.ts';
import { daysOf, rows, summary } from '../../src/figures/DayStrip/words.ts';
import model from '../../src/models/long-tail.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const summaryOf = (inputs = essay) => plain(summary(inputs, model.evaluate(inputs)));

it('says what a fixed set covers and misses, and what a learner misses', () => {
	const { coverage, missesPerDay, learnerMissShare } = model.evaluate(essay);
	expect(summaryOf()).toContain(
		`covers ${Math.round(coverage * 100)}% and misses ${Math.round(missesPerDay)}; a learner`,
	);
	expect(summaryOf()).toContain(`misses ${(learnerMissShare * essay.tasksPerDay).toPrecision(2)}. To do as well`);
	expect(daysOf(essay, model.evaluate(essay)).map(({ text }) => text)).toEqual([
		'48 of 100 missed',
		'9.3 of 100 missed',
	]);
});

it('says of hardly any missed that there are fewer than a thousandth', () => {
	const few = { ...essay, taskTypes: 1000 };
	expect(model.evaluate(few).learnerMissShare).toBeGreaterThan(0);
	expect(daysOf(few, model.evaluate(few))[1]!.text).toBe('<0.001 of 100 missed');
});

it('has rows in which more skills baked in miss less', () => {
	const missed = rows(essay, model.evaluate(essay))
		.slice(0, -1)
		.map(([, , text]) => Number(text));
	expect(missed).toEqual(missed.toSorted((a, b) => b - a));
});

it('fills as much of the strip as is covered, in one order', () => {
	const order = orderOf(100);
	expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
	const filled = (missed: number) => cellsOf(order, missed).covered.split('M').length - 1;
	expect([0, 1, 47.5, 100].map(filled)).toEqual([100, 99, 53, 0]);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => !/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }))),
		{ numRuns: 30 },
	);
});
