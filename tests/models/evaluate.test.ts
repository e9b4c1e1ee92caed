import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import { cards } from '../../src/models/cards.ts';
import { evaluateLine } from '../../src/models/evaluate.ts';
import { models } from '../../src/models/registry.ts';
import { sweepOf } from '../../src/sources/sweeps.ts';
import { inputsOf } from '../engine/inputs.ts';

const ask = (request: unknown) => evaluateLine(JSON.stringify(request));
const [model] = models.values();
const { id, parameters } = model!;
const [key, slider] = Object.entries(parameters).find(([, parameter]) => isNumber(parameter))!;
if (!isNumber(slider)) throw new Error(`${id} has no number parameter.`);
const choosing = [...models.values()].flatMap(({ id: model, parameters }) =>
	Object.entries(parameters).flatMap(([key, parameter]) => (isNumber(parameter) ? [] : [{ model, key, parameter }])),
);

describe.each([...models.values()])('`evaluateLine` for $id', (model) => {
	it('returns every input, at its default unless given, and every output', () => {
		const inputs = baselineOf(model);
		expect(Object.keys(ask({ model: model.id }))).toEqual(['model', 'inputs', 'outputs']);
		expect(ask({ model: model.id })['inputs']).toEqual(inputs);
		expect(Object.keys(ask({ model: model.id })['outputs'] as object).sort()).toEqual(
			Object.keys(model.outputs).sort(),
		);
	});

	it('returns the model’s outputs in JSON without loss', () => {
		fc.assert(
			fc.property(inputsOf(model), (inputs) => {
				const answer = JSON.parse(JSON.stringify(ask({ model: model.id, inputs }))) as {
					outputs: Record<string, unknown>;
				};
				const back = Object.fromEntries(
					Object.entries(answer.outputs).map(([name, value]) => [name, value === 'Infinity' ? Infinity : value]),
				);
				expect(back).toEqual(model.evaluate(inputs));
			}),
		);
	});
});

describe('`evaluateLine` for an experiment', () => {
	it('returns inputs, seed, outputs and the published hash', () => {
		const [run] = sweepOf('shown-or-scored').at({
			steps: 4,
			choices: 4,
			demonstrationsFirst: 0,
			scoreEveryStep: 'off',
		});
		const answer = ask({ experiment: 'shown-or-scored', inputs: { steps: 4 }, seed: run!.seed });
		expect(Object.keys(answer)).toEqual(['experiment', 'inputs', 'seed', 'outputs', 'hash']);
		expect(answer).toMatchObject({ seed: run!.seed, hash: run!.hash, inputs: run!.inputs });
		expect((answer['outputs'] as Record<string, number>)['scoredToHalf']).toBe(run!.outputs['scoredToHalf']);
	});
	it('takes seed 1 if none is given', () =>
		expect(ask({ experiment: 'shown-or-scored', inputs: { steps: 1 } })['seed']).toBe(1));
	it.each<[object, RegExp]>([
		[{ experiment: 'unknown' }, /^Unknown experiment "unknown"\. Known: .*shown-or-scored/],
		[{ experiment: 'shown-or-scored', seed: 0 }, /"seed" must be a whole number from 1 to 4294967295, not 0/],
		[{ experiment: 'shown-or-scored', seed: '1' }, /"seed" must be a whole number/],
		[{ experiment: 'shown-or-scored', inputs: { steps: 99 } }, /"steps" must be from 1 to 8, not 99/],
		[{ experiment: 'shown-or-scored', inputs: { step: 2 } }, /Unknown input "step" of shown-or-scored\. Known: steps/],
		[{ experiment: 'shown-or-scored', model: 'rl-scaling' }, /Unknown field "model"/],
	])('names what is wrong with %j', (request, message) => expect(ask(request)['error']).toMatch(message));
});

describe('`evaluateLine` returns an error', () => {
	it.each<[string, RegExp]>([
		['', /^Not JSON/],
		['{', /^Not JSON/],
		['hello', /^Not JSON/],
		['[]', /one JSON object/],
		['5', /one JSON object/],
		['null', /one JSON object/],
		['{}', /^Unknown model null\. Known: .*rl-scaling/],
		['{"model": "unknown"}', /^Unknown model "unknown"\. Known: .*rl-scaling/],
		['{"model": "constructor"}', /^Unknown model/],
		['{"model": 5}', /^Unknown model 5/],
		['{"model": "record", "without": "2025-12"}', /^"without" is a list of months of reports/],
		['{"model": "record", "without": ["2025-13"]}', /^No report of "2025-13"\. Known: .*2025-12/],
		['{"model": "record", "without": [5]}', /^No report of 5\./],
		[
			`{"model": "${id}", "without": ["2025-12"]}`,
			new RegExp(`^"without" is of no use to ${id}\\. Models with reports: record\\.`),
		],
		[`{"model": "${id}", "inputs": []}`, /"inputs" is an object/],
		[`{"model": "${id}", "inputs": null}`, /"inputs" is an object/],
		[`{"model": "${id}", "input": {}}`, /Unknown field "input"/],
		[`{"model": "${id}", "inputs": {"unknown": 1}}`, new RegExp(`Unknown input "unknown" of ${id}\\. Known: .*${key}`)],
		[`{"model": "${id}", "inputs": {"__proto__": 1}}`, /Unknown input "__proto__"/],
		[`{"model": "${id}", "inputs": {"toString": 1}}`, /Unknown input "toString"/],
		[`{"model": "${id}", "inputs": {"${key}": "1"}}`, new RegExp(`"${key}" must be a number, not "1"`)],
		[`{"model": "${id}", "inputs": {"${key}": "Infinity"}}`, new RegExp(`"${key}" must be a number`)],
		[`{"model": "${id}", "inputs": {"${key}": null}}`, new RegExp(`"${key}" must be a number, not null`)],
		[`{"model": "${id}", "inputs": {"${key}": 1e999}}`, new RegExp(`"${key}" must be a number`)],
		[
			`{"model": "${id}", "inputs": {"${key}": ${slider.max * 2}}}`,
			new RegExp(`"${key}" must be from ${slider.min} to ${slider.max}, not ${slider.max * 2}`),
		],
	])('for the line %s', (line, error) => {
		const answer = evaluateLine(line);
		expect(answer['error']).toMatch(error);
		expect(answer).not.toHaveProperty('outputs');
	});

	it.each(choosing)('for an unknown choice of $key', ({ model, key, parameter }) => {
		expect(ask({ model, inputs: { [key]: 'neither' } })['error']).toContain(Object.keys(parameter.choices).join(', '));
		expect(ask({ model, inputs: { [key]: 1 } })['error']).toContain('not 1');
	});

	it('for a fraction where the parameter is an integer', () => {
		for (const { id: model, parameters } of models.values())
			for (const [key, parameter] of Object.entries(parameters))
				if (isNumber(parameter) && parameter.integer)
					expect(ask({ model, inputs: { [key]: parameter.min + 0.5 } })['error']).toContain('whole number');
	});

	it('or outputs, never both, for any line', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc
						.record({ model: fc.constantFrom(...models.keys()), inputs: fc.jsonValue() })
						.map((request) => JSON.stringify(request)),
				),
				(line) => {
					const answer = evaluateLine(line);
					expect('error' in answer).not.toBe('outputs' in answer);
				},
			),
			{ numRuns: 1000 },
		);
	});
});

it('`evaluateLine` writes an infinite output as "Infinity"', () => {
	const infinite = Array.from(cards).flatMap(([id, { examples }]) =>
		examples
			.filter(({ expect }) => Object.values(expect).includes(Infinity))
			.map(({ given, expect }) => ({ id, given, expect })),
	);
	expect(infinite).not.toEqual([]);
	for (const { id, given, expect: expected } of infinite)
		for (const [name, value] of Object.entries(expected))
			if (value === Infinity)
				expect((ask({ model: id, inputs: given })['outputs'] as Record<string, unknown>)[name]).toBe('Infinity');
});
