import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { crossing } from '../../src/figures/Quadrant/crossing.ts';
import { belief, crossingText, ofHundred, rows } from '../../src/figures/Quadrant/words.ts';
import forecast from '../../src/models/forecast.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(forecast);
const summaryOf = (inputs = essay) => belief(forecast.evaluate(inputs), [0.1, 0.8]);

it('calls each of the three views by its name', () => {
	const view = (learnerYear: number) => /^Your settings are ([^.]*)\./.exec(summaryOf({ ...essay, learnerYear }))![1];
	expect(view(2026.5)).toBe('bullish soon, and so later');
	expect(view(2033.5)).toBe('bearish soon, bullish later');
	expect(view(2060)).toBe('bearish soon, and bearish later');
});

it('counts in a hundred, and never calls a chance none or all', () => {
	expect([0, 0.001, 0.005, 0.5, 0.996, 1].map(ofHundred)).toEqual([
		'0',
		'fewer than 1',
		'1',
		'50',
		'more than 99',
		'100',
	]);
	expect(rows([0.1, 0.8], [{ title: 'Another', odds: [0, 1] }])).toEqual([
		['Yours', '10', '80'],
		['Another', '0', '100'],
	]);
});

it('finds the change that carries the date over the line, and says what is true then', async () => {
	const found = await crossing(essay, () => Promise.resolve(true));
	const { agiYear } = forecast.evaluate({ ...essay, [found!.key]: Number(found!.value) });
	expect(agiYear).toBeCloseTo(found!.year, 1);
	expect(crossingText(found!).then).toBe(`within reach by ${found!.year}`);
	expect(await crossing(essay, () => Promise.resolve(false))).toBeUndefined();
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(forecast), (inputs) => !/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }))),
	);
});
