import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isNumber, type Value } from '../../src/engine/parameter.ts';
import { evaluateLine } from '../../src/models/evaluate.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { evaluateLines, reproduceCommand } from '../../src/reader/reproduce.ts';
import { assumptions, outputsOf } from '../../src/state/assumptions.svelte.ts';

afterEach(() => assumptions.replaceAll(new Map()));

const printed = (value: unknown) => (value === Infinity ? 'Infinity' : value === -Infinity ? '-Infinity' : value);

describe('`evaluateLines`', () => {
	it('gives the outputs of every touched model exactly as the page has them', () => {
		const changes = fc.dictionary(fc.constantFrom(...parameters.keys()), fc.double({ min: 0, max: 1, noNaN: true }), {
			maxKeys: 6,
		});
		fc.assert(
			fc.property(changes, (at) => {
				const values = Object.entries(at).map(([key, place]): readonly [string, Value] => {
					const parameter = parameters.get(key)!;
					if (!isNumber(parameter)) return [key, Object.keys(parameter.choices).at(-1)!];
					const value = parameter.min + place * (parameter.max - parameter.min);
					return [key, parameter.integer ? Math.round(value) : value];
				});
				assumptions.replaceAll(new Map(values));
				for (const line of evaluateLines()) {
					const answer = evaluateLine(line) as { model: string; outputs: Record<string, unknown> };
					const here = Object.entries(outputsOf(answer.model)).map(([key, value]) => [key, printed(value)]);
					expect(answer.outputs).toEqual(Object.fromEntries(here));
				}
			}),
			{ numRuns: 25 },
		);
	});
	it('names every model if nothing is changed, and else those that a change touches', () => {
		expect(evaluateLines()).toHaveLength(models.size);
		assumptions.replaceAll(new Map([['rlPerInference', 1.5]]));
		expect(evaluateLines()).toEqual(['{"model":"rl-scaling","inputs":{"rlPerInference":1.5}}']);
		expect(reproduceCommand()).toBe(
			'npm run --silent evaluate <<\'JSON\'\n{"model":"rl-scaling","inputs":{"rlPerInference":1.5}}\nJSON\n',
		);
	});
});
