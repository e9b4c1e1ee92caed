import { expect, it } from 'vitest';
import { summary, type Bills } from '../../../src/figures/TwoCosts/words.ts';
import texts, { MOST } from './texts.ts';

const summaryOf = (bills: Bills) => summary(bills, MOST).replaceAll('\u00a0', ' ');

it('`summary` gives both costs and the number of laboratories at which the pipeline gets cheaper', () => {
	expect(texts.of().summary).toBe(
		'The pipeline costs $18,200 once, however many use it. Showing a person costs $120 in each laboratory. ' +
			'For fewer than 151 labs the person is cheaper; beyond that, the pipeline.',
	);
});

it('`summary` covers a break-even at one laboratory and one beyond the chart', () => {
	expect(summaryOf({ pipeline: 100, perLab: 200, breakEvenLabs: 0.5 })).toMatch(
		/the cheaper for one laboratory already\.$/,
	);
	expect(summaryOf({ pipeline: 1e9, perLab: 100, breakEvenLabs: 1e7 })).toMatch(
		/the pipeline, off the right of the chart\.$/,
	);
});

it('`rows` names the cheaper in every row', () => {
	expect(texts.of().rows.map((row) => row.at(-1))).toEqual([
		'a person',
		'a person',
		'a person',
		'the pipeline',
		'the pipeline',
		'the pipeline',
	]);
});
