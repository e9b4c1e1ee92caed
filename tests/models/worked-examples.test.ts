import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { invalidReason } from '../../src/engine/parameter.ts';
import { modelOf, models } from '../../src/models/registry.ts';
import text from '../worked-examples.jsonl?raw';

/**
 * Outputs that were computed without this code: the formulas of each model written anew in Python, sums one by one, at its
 * turns and ends and somewhere in between. Never renewed from what the code says.
 */
interface Worked {
	readonly model: string;
	/** Inputs that differ from the defaults. */
	readonly inputs: Inputs;
	readonly outputs: Readonly<Record<string, number | boolean | 'Infinity'>>;
}
const worked = text
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line) as Worked);

/** Relative; of what a double has, some digits are lost to differences of nearly equal numbers. */
const CLOSE = 1e-9;

describe.each([...models.keys()])('%s', (id) => {
	const own = worked.filter(({ model }) => model === id);

	it('is worked out at two places or more, each of its outputs away from the defaults', () => {
		expect(own.length).toBeGreaterThanOrEqual(2);
		for (const { outputs } of own) expect(Object.keys(outputs).sort()).toEqual(Object.keys(modelOf(id).outputs).sort());
		for (const { inputs } of own)
			for (const [key, value] of Object.entries(inputs))
				expect(invalidReason(key, modelOf(id).parameters[key]!, value)).toBeUndefined();
	});

	it.each(own.map((example) => ({ ...example, given: JSON.stringify(example.inputs) })))(
		'with $given',
		({ inputs, outputs }) => {
			const now = modelOf(id).evaluate({ ...baselineOf(modelOf(id)), ...inputs });
			for (const [key, expected] of Object.entries(outputs)) {
				const value = now[key];
				if (typeof expected !== 'number') expect(value, key).toBe(expected === 'Infinity' ? Infinity : expected);
				else
					expect(Math.abs(Number(value) - expected), `${key} is ${value}, not ${expected}`).toBeLessThanOrEqual(
						CLOSE * Math.abs(expected) + Number.MIN_VALUE,
					);
			}
		},
	);
});
