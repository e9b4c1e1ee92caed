import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { rows, summary, type Bills } from '../../src/figures/TwoCosts/words.ts';
import model from '../../src/models/macrophage.model.ts';
import { inputsOf } from '../inputs.ts';

const billsOf = (inputs = baselineOf(model)): Bills => {
	const { pipelineCost, breakEvenLabs } = model.evaluate(inputs);
	return { pipeline: pipelineCost, perLab: inputs.wage * inputs.showHours, breakEvenLabs };
};
const summaryOf = (bills: Bills) => summary(bills, 100_000).replaceAll('\u00a0', ' ');

it('says what both cost, and from how many laboratories on the pipeline is cheaper', () => {
	expect(summaryOf(billsOf())).toBe(
		'The pipeline costs $18,200 once, however many use it. Showing a person costs $120 in each laboratory. ' +
			'For fewer than 151 labs the person is cheaper; beyond that, the pipeline.',
	);
});

it('says so where one laboratory is enough, and where the chart’s are too few', () => {
	expect(summaryOf({ pipeline: 100, perLab: 200, breakEvenLabs: 0.5 })).toMatch(
		/the cheaper for one laboratory already\.$/,
	);
	expect(summaryOf({ pipeline: 1e9, perLab: 100, breakEvenLabs: 1e7 })).toMatch(
		/the pipeline, off the right of the chart\.$/,
	);
});

it('names the cheaper in every row', () => {
	expect(rows(billsOf(), 100_000).map((row) => row.at(-1))).toEqual([
		'a person',
		'a person',
		'a person',
		'the pipeline',
		'the pipeline',
		'the pipeline',
	]);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(
			inputsOf(model),
			(inputs) => !/NaN|Infinity|undefined/.test(summaryOf(billsOf({ ...baselineOf(model), ...inputs }))),
		),
	);
});
