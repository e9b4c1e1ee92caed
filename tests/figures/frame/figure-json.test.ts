import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { figureJson } from '../../../src/figures/frame/figure-json.ts';
import model from '../../../src/models/revenue-gap.model.ts';

const inputs = { ...baselineOf(model), revenueGrowth: 1.1, growthHalving: 0.5 };
const json = JSON.parse(
	figureJson({
		figure: 'revenue-gap',
		title: 'A title',
		link: 'https://example.org/#revenue-gap',
		edition: 2,
		computed: { kind: 'model', of: model, inputs, outputs: model.evaluate(inputs) },
	}),
);

it('`figureJson` gives each input with its default, unit and source', () => {
	expect(Object.keys(json.inputs)).toEqual(Object.keys(model.parameters));
	expect(json.inputs.revenueGrowth).toMatchObject({
		unit: '×/yr',
		value: 1.1,
		essay: model.parameters.revenueGrowth.default,
		source: model.parameters.revenueGrowth.source.note,
	});
});

it('`figureJson` writes an infinite output as "Infinity"', () => {
	expect(json.outputs.yearsToClose).toMatchObject({ unit: 'yr', value: 'Infinity' });
});

it('`figureJson` names figure, link, edition, licence and model', () => {
	expect(json).toMatchObject({
		figure: 'revenue-gap',
		title: 'A title',
		link: 'https://example.org/#revenue-gap',
		edition: 2,
		licence: 'CC-BY-4.0',
		model: 'revenue-gap',
	});
});
