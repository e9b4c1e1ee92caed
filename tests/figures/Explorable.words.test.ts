import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { pathOf } from '../../src/engine/path.ts';
import { rows, summary, type Line } from '../../src/figures/Explorable/words.ts';
import { models } from '../../src/models/registry.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import tokens from '../../src/models/token-demand.model.ts';

it('says where the reader stands, and how the first output goes from end to end', () => {
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

it('has words for any output of any model along any of its parameters', () => {
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
