import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { cornersOf, monthsDrawn, staircaseOf } from '../../src/figures/DoublingSteps/staircase.ts';
import { endText, rows, spanText, summary, unitOf } from '../../src/figures/DoublingSteps/words.ts';
import model from '../../src/models/software-explosion.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const stairs = (inputs = essay) => staircaseOf(inputs, inputs.doublingsWanted);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('says how long the doublings take, first and last', () => {
	const { months } = model.evaluate(essay);
	expect(plain(summary(stairs(), 10))).toMatch(
		new RegExp(
			`^10 doublings of software take ${months.toPrecision(2)} months: the first \\d+ days, the last [\\d.]+ days\\.$`,
		),
	);
	expect(plain(endText(stairs(), 10))).toBe(`10 doublings in ${months.toPrecision(2)} months`);
});

it('says why it ends, where it ends before what was wanted', () => {
	const ceiling = stairs({ ...essay, ceilingDoublings: 10, doublingsWanted: 20, softwareReturns: 3 });
	expect([ceiling.end, plain(summary(ceiling, 20))]).toEqual([
		'ceiling',
		expect.stringMatching(/meets its ceiling, short of the 20 doublings wanted\.$/),
	]);
	const stuck = stairs({ ...essay, softwareReturns: 0.3, doublingsWanted: 20 });
	expect([stuck.end, plain(summary(stuck, 20))]).toEqual([
		'stuck',
		expect.stringMatching(/so the 20 doublings wanted are out of reach\.$/),
	]);
});

it('speaks of days, months or years, whichever gives small numbers', () => {
	expect([1, 10, 100].map((months) => unitOf(months).name)).toEqual(['Days', 'Months', 'Years']);
	expect([1, 10, 120].map((months) => plain(spanText(months)))).toEqual(['30 days', '10 months', '10 years']);
});

it('is a staircase: up and to the right, and inside what is drawn', () => {
	const corners = cornersOf(stairs(), stairs().last);
	corners
		.slice(1)
		.forEach(([month, doublings], i) => expect(month >= corners[i]![0] && doublings >= corners[i]![1]).toBe(true));
	expect(monthsDrawn(stairs(), stairs())).toBeGreaterThan(stairs().last);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (given) => {
			const inputs = { ...essay, ...given };
			return !/NaN|Infinity|undefined/.test(
				summary(stairs(inputs), inputs.doublingsWanted) +
					rows(stairs(inputs)).join() +
					endText(stairs(inputs), inputs.doublingsWanted),
			);
		}),
	);
});
