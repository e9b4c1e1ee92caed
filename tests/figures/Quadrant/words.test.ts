import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../../src/engine/model.ts';
import { bearing, bearingText, rows } from '../../../src/figures/Quadrant/words.ts';
import forecast from '../../../src/models/forecast.model.ts';
import texts from './texts.ts';

it('`belief` states the date of the settings, and the view by the odds', () => {
	const text = texts.of({ humanLevelYear: 2026.5, afterLearner: 0 }).summary;
	expect(text).toContain('within a machine’s reach in 2025, which the record contradicts');
	expect(text).toContain('by 2030 in 10 of a hundred runs, by 2045 in 80: unlikely soon and likely later');
});

it('`rows` lists the reader’s odds first, then those of each position', () => {
	expect(rows([0.1, 0.8], [{ title: 'Another', odds: [0, 1] }])).toEqual([
		['Yours', '10', '80'],
		['Another', '0', '100'],
	]);
});

describe('`bearing`', () => {
	const changed = (inputs: Inputs) => {
		const all = { ...baselineOf(forecast), ...inputs };
		return bearing(Object.keys(inputs), all, forecast.evaluate(all)).map(({ label }) => label);
	};
	it('names the changed assumptions that move the date', () =>
		expect(changed({ humanLevelYear: 2040, priceRatio: 0.3 })).toEqual([forecast.parameters.humanLevelYear.label]));
	it('leaves out one that moves nothing beside the others', () =>
		expect(changed({ afterLearner: 0, yearsPerBottleneck: 7 })).toEqual([forecast.parameters.afterLearner.label]));
});

it.each([
	[0, [], 'Only what you set of the learner and of what is missing after it moves your place.'],
	[1, [], 'Your one change does not bear on this place: it asks when machines can do the work.'],
	[8, [], 'Of your 8 changes none bears on this place: it asks when machines can do the work.'],
	[1, ['One'], 'Your one change bears on this place: One.'],
	[8, ['One'], 'Of your 8 changes one bears on this place: One.'],
	[8, ['One', 'Two'], 'Of your 8 changes 2 bear on this place: One; Two.'],
])('`bearingText` says of %d changes that %j bear', (changed, labels, text) =>
	expect(
		bearingText(
			changed,
			labels.map((label) => ({ label })),
		),
	).toBe(text),
);
