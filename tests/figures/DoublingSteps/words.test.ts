import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { staircaseOf } from '../../../src/figures/DoublingSteps/staircase.ts';
import { spanText, unitOf } from '../../../src/figures/DoublingSteps/words.ts';
import model from '../../../src/models/software-explosion.model.ts';
import texts from './texts.ts';

const baseline = baselineOf(model);

it('`summary` gives the time of all doublings, of the first and of the last', () => {
	const { months } = model.evaluate(baseline);
	const { summary, labels } = texts.of({ doublingsWanted: 10 });
	expect(summary).toMatch(
		new RegExp(
			`^10 doublings of software take ${months.toPrecision(2)} months: the first \\d+ days, the last [\\d.]+ days\\. At the pace of the first, as many would take 3\\.8 months\\.$`,
		),
	);
	expect(labels).toEqual([`10 doublings in ${months.toPrecision(2)} months`]);
});

it('`summary` gives the reason if the doublings end before the wanted number', () => {
	const ceiling = { ceilingDoublings: 10, doublingsWanted: 20, softwareReturns: 3 };
	expect(staircaseOf({ ...baseline, ...ceiling }, 20).end).toBe('ceiling');
	expect(texts.of(ceiling).summary).toMatch(/meets its ceiling, short of the 20 doublings wanted\.$/);
	const stuck = { softwareReturns: 0.3, doublingsWanted: 20 };
	expect(staircaseOf({ ...baseline, ...stuck }, 20).end).toBe('stuck');
	expect(texts.of(stuck).summary).toMatch(/so the 20 doublings wanted are out of reach\.$/);
});

it('`unitOf` and `spanText` choose days, months or years so that numbers are small', () => {
	expect([1, 10, 100].map((months) => unitOf(months).name)).toEqual(['Days', 'Months', 'Years']);
	expect([1, 10, 120].map((months) => spanText(months).replaceAll('\u00a0', ' '))).toEqual([
		'30 days',
		'10 months',
		'10 years',
	]);
});
