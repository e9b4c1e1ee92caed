import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { isNumber, type Value } from '../../src/engine/parameter.ts';
import { evaluateLine } from '../../src/models/evaluate.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { evaluateLines, reproduceCommand } from '../../src/reader/reproduce.ts';
import { leftOut, reportMonths } from '../../src/state/left-out.svelte.ts';
import { assumptions, outputsOf } from '../../src/state/assumptions.svelte.ts';

afterEach(() => {
	assumptions.replaceAll(new Map());
	leftOut.leaveOnly([]);
});

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
	it('leaves out of the record what the reader leaves out, with the outputs that the page has', () => {
		const whole = outputsOf('record')['logLikelihood'];
		fc.assert(
			fc.property(fc.subarray([...reportMonths], { minLength: 1 }), (months) => {
				leftOut.leaveOnly(months);
				const lines = evaluateLines();
				expect(lines).toEqual([JSON.stringify({ model: 'record', inputs: {}, without: months.toSorted() })]);
				const { outputs } = evaluateLine(lines[0]!) as { outputs: Record<string, unknown> };
				expect(outputs).toEqual({ logLikelihood: outputsOf('record')['logLikelihood'] });
			}),
			{ numRuns: 20 },
		);
		leftOut.leaveOnly(['2025-12']);
		expect(outputsOf('record')['logLikelihood']).not.toBe(whole);
		leftOut.leaveOnly(reportMonths);
		expect(outputsOf('record')['logLikelihood'], 'nothing to be likely').toBe(0);
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
