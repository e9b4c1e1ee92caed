import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { isNumber } from '../../../src/engine/parameter.ts';
import { pathOf } from '../../../src/engine/path.ts';
import { rows, summary, type Line } from '../../../src/figures/Explorable/words.ts';
import { models } from '../../../src/models/registry.ts';
import tokens from '../../../src/models/token-demand.model.ts';

it('`summary` gives the outputs at the reader’s value and the first output at both ends of the axis', () => {
	const inputs = baselineOf(tokens);
	const lines: Line[] = (['volumeMultiple', 'spendMultiple'] as const).map((output) => ({
		output,
		points: pathOf(tokens, { along: 'yearsAhead', output }, inputs),
	}));
	expect(summary(tokens, 'yearsAhead', inputs, lines).replaceAll('\u00a0', ' ')).toBe(
		'At 3 years: tokens used, 2,000×; spent on them, 2×. From 1 year to 10 years tokens used goes from 12.6× to 100 billion×.',
	);
	expect(rows(tokens, 'yearsAhead', lines)[0]).toEqual(['1 year', '12.6×', '1.26×']);
});

it('`summary` and `rows` state a value for every headline output of every model along each of its parameters', () => {
	for (const model of models.values())
		for (const [along, parameter] of Object.entries(model.parameters))
			if (isNumber(parameter)) {
				const inputs = baselineOf(model);
				const lines = model.headline.map((output) => ({ output, points: pathOf(model, { along, output }, inputs) }));
				expect(summary(model, along, inputs, lines) + rows(model, along, lines).join()).not.toMatch(
					/NaN|Infinity|undefined/,
				);
			}
});
