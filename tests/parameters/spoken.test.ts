import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, isNumber, stepBy, type NumberParameter } from '../../src/engine/parameter.ts';
import { spokenText } from '../../src/engine/value-text.ts';
import { parameters } from '../../src/models/registry.ts';

const sliders = [...parameters].filter((entry): entry is [string, NumberParameter] => isNumber(entry[1]));

describe.each(sliders)('a step of %s', (_, parameter) => {
	it('is heard: a slider says another value one step up and one step down', () => {
		const { min, max, default: baseline } = parameter;
		const expectHeard = (value: number) => {
			for (const step of [1, -1]) {
				const next = stepBy(parameter, value, step);
				if (next !== value)
					expect(spokenText(parameter, next), `${value} and ${next}`).not.toBe(spokenText(parameter, value));
			}
		};
		for (const value of [min, baseline, max]) expectHeard(value);
		fc.assert(
			fc.property(fc.double({ min, max, noNaN: true }), (value) => {
				// A value that the slider comes to by steps.
				expectHeard(stepBy(parameter, clamp(parameter, value), 1));
			}),
			{ numRuns: 60 },
		);
	});
});
