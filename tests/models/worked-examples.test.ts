import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { invalidReason } from '../../src/engine/parameter.ts';
import { modelOf, models } from '../../src/models/registry.ts';
import text from '../worked-examples.jsonl?raw';

/**
 * Outputs computed independently, by a Python implementation of each model's formulas, at turning points, ends and points in
 * between. Never regenerate them from this code.
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

/** Relative tolerance: differences of nearly equal numbers lose digits. */
const CLOSE = 1e-9;

describe.each([...models.keys()])('%s', (id) => {
	const own = worked.filter(({ model }) => model === id);

	it('has two or more examples, with a non-default value of every output', () => {
		expect(own.length).toBeGreaterThanOrEqual(2);
		for (const { outputs } of own) expect(Object.keys(outputs).sort()).toEqual(Object.keys(modelOf(id).outputs).sort());
		for (const { inputs } of own)
			for (const [key, value] of Object.entries(inputs))
				expect(invalidReason(key, modelOf(id).parameters[key]!, value)).toBeUndefined();
	});

	it.each(own.map((example) => ({ ...example, given: JSON.stringify(example.inputs) })))(
		'agrees with the example $given',
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
