import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import bib from '../../content/references.bib?raw';
import { baselineOf, type AnyModel, type Inputs, type Law } from '../../src/engine/model.ts';
import { isUnit } from '../../src/engine/units.ts';
import { fromPosition, isNumber, invalidReason, type Parameter } from '../../src/engine/parameter.ts';
import { readBibliography } from '../../src/sources/bibliography.ts';
import { cardOf } from '../../src/models/cards.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { positions } from '../../src/positions/positions.ts';
import { cornersOf, inputsOf, onSlider } from '../engine/inputs.ts';

const references = readBibliography(bib);
const known = (cite: readonly string[]) => cite.filter((key) => !references.has(key));
const ids = positions.map(({ id }) => id);
/** Set by `npm run test:all` and `npm run mutate`. */
const isAtLength = process.env['RUNS'] !== undefined;
const numbers = (model: AnyModel, inputs: Inputs) => Object.entries(model.evaluate(inputs));

function expectQuantities(model: AnyModel, inputs: Inputs) {
	const bad = numbers(model, inputs).filter(
		([, value]) => typeof value === 'number' && (Number.isNaN(value) || value === -Infinity || Object.is(value, -0)),
	);
	if (bad.length > 0) expect.fail(`${model.id} gives ${String(bad)} with ${JSON.stringify(inputs)}.`);
}

/** Returns whether b ≥ a, up to rounding errors. */
const noLess = (a: number, b: number) => a <= b || a - b <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

type ParameterLaw = Extract<Law<AnyModel>, { readonly output: unknown }>;

/** Throws unless the law's output does not fall, or does not rise, from each of these values of its parameter to the next. */
function expectOrder(model: AnyModel, law: ParameterLaw, inputs: Inputs, values: readonly number[]) {
	const key = 'rises' in law ? law.rises : law.falls;
	const found = values.map((value) => Number(model.evaluate({ ...inputs, [key]: value })[law.output]));
	for (const [i, after] of found.slice(1).entries()) {
		const before = found[i]!;
		const [less, more] = 'rises' in law ? [before, after] : [after, before];
		// Not `expect`, whose message would be written for each of a hundred thousand comparisons.
		if (!noLess(less, more))
			expect.fail(
				`${law.output} goes from ${before} to ${after} as ${key} goes from ${values[i]} to ${values[i + 1]}, with ${JSON.stringify(inputs)}`,
			);
	}
}

it('finds models and parameters to test', () => {
	expect(models.size).toBeGreaterThan(0);
	expect(parameters.size).toBeGreaterThan(models.size);
});

describe.each([...models.values()])('$id', (model) => {
	const card = cardOf(model.id);

	it.each(card.examples.map((example) => ({ ...example, name: JSON.stringify(example.given) })))(
		'gives the outputs of its example $name',
		({ given, expect: expected }) => {
			const outputs = model.evaluate({ ...baselineOf(model), ...given });
			for (const [key, value] of Object.entries(expected)) {
				if (typeof value !== 'number' || !Number.isFinite(value)) expect(outputs[key], key).toBe(value);
				else
					expect(Math.abs(Number(outputs[key]) - value), `${key} is ${outputs[key]}, not ${value}`).toBeLessThanOrEqual(
						1e-5 * Math.abs(value) + Number.EPSILON,
					);
			}
		},
	);

	it('has an example at the defaults', () =>
		expect(card.examples.some(({ given }) => Object.keys(given).length === 0)).toBe(true));

	it('returns exactly the outputs that it declares', () =>
		expect(Object.keys(model.evaluate(baselineOf(model))).sort()).toEqual(Object.keys(model.outputs).sort()));

	it('returns finite numbers or Infinity at every corner of its ranges', () =>
		cornersOf(model).forEach((inputs) => expectQuantities(model, inputs)));
	it('returns finite numbers or Infinity for any inputs', () =>
		fc.assert(
			fc.property(inputsOf(model), (inputs) => expectQuantities(model, inputs)),
			{ numRuns: isAtLength ? 1000 : 200 },
		));

	it('does not change the inputs it is given', () => {
		const inputs = Object.freeze(baselineOf(model));
		expect(model.evaluate(inputs)).toEqual(model.evaluate(inputs));
	});

	it.each(card.laws.map((law) => ({ law, says: law.says })))('satisfies its law: $says', ({ law }) => {
		const corners = cornersOf(model);
		if ('holds' in law) {
			const check = (inputs: Inputs) => {
				if (!law.holds(inputs, model.evaluate(inputs))) expect.fail(`It does not hold with ${JSON.stringify(inputs)}.`);
			};
			corners.forEach(check);
			fc.assert(fc.property(inputsOf(model), check), { numRuns: isAtLength ? 500 : 100 });
			return;
		}
		const key = 'rises' in law ? law.rises : law.falls;
		expect([Object.keys(model.parameters), Object.keys(model.outputs)]).toEqual([
			expect.arrayContaining([key]),
			expect.arrayContaining([law.output]),
		]);
		const moved = model.parameters[key]!;
		if (!isNumber(moved))
			throw new Error(`The law of ${model.id} names the choice "${key}". Name a number, or use "holds".`);
		// From end to end at every corner of the other parameters; in 16 steps if there are few corners.
		const steps = corners.length > 512 ? 1 : 16;
		const values = Array.from({ length: steps + 1 }, (_, i) => fromPosition(moved, i / steps));
		const others = new Map(corners.map((corner) => [JSON.stringify({ ...corner, [key]: undefined }), corner]));
		for (const corner of others.values()) expectOrder(model, law, corner, values);
		fc.assert(
			fc.property(inputsOf(model), fc.tuple(onSlider(moved), onSlider(moved)), (inputs, ends) =>
				expectOrder(
					model,
					law,
					inputs,
					ends.toSorted((a, b) => a - b),
				),
			),
			{ numRuns: isAtLength ? 500 : 100 },
		);
	});

	it('cites keys of references.bib', () => {
		const cited = [card.source.cite, ...(model.presets ?? []).map(({ cite }) => cite)].flat();
		expect(known(cited)).toEqual([]);
	});

	it('has symbols for exactly its parameters and outputs', () =>
		expect(Object.keys(card.symbols).sort()).toEqual(
			[...Object.keys(model.parameters), ...Object.keys(model.outputs)].sort(),
		));

	it('uses known units', () =>
		expect(
			[...Object.values(model.outputs), ...Object.values(model.parameters)]
				.map(({ unit }) => unit)
				.filter((unit) => !isUnit(unit)),
		).toEqual([]));

	it('has presets of valid values', () => {
		for (const { name, values } of model.presets ?? [])
			for (const [key, value] of Object.entries(values)) {
				expect(model.parameters, name).toHaveProperty(key);
				expect(invalidReason(key, model.parameters[key]!, value), name).toBeUndefined();
			}
	});
});

it('a label has at most 45 characters', () => {
	const labels = [
		...Array.from(parameters.values(), ({ label }) => label),
		...[...models.values()].flatMap(({ outputs }) => Object.values(outputs).map(({ label }) => label)),
	];
	expect(labels.filter((label) => label.length > 45)).toEqual([]);
});

describe.each([...parameters].map(([key, parameter]) => ({ key, parameter })))(
	'the parameter $key',
	({ key, parameter }) => {
		it('has a valid default', () => expect(invalidReason(key, parameter, parameter.default)).toBeUndefined());

		it('has a range that contains p05 and p95, positive on a log scale', () => {
			if (!isNumber(parameter)) return expect(Object.keys(parameter.choices).length).toBeGreaterThan(1);
			const { min, max, p05 = min, p95 = max, scale } = parameter;
			expect(min).toBeLessThan(max);
			if (scale === 'log') expect(min).toBeGreaterThan(0);
			expect(p05).toBeLessThan(p95);
			expect([p05 >= min, p95 <= max]).toEqual([true, true]);
			expect(parameter.p05 === undefined).toBe(parameter.p95 === undefined);
		});

		it('has a source note, and cites keys of references.bib', () => {
			expect(known(parameter.source.cite)).toEqual([]);
			expect(parameter.source.note).not.toBe('');
		});

		it('has valid values for known positions', () => {
			for (const [id, value] of Object.entries(parameter.positions ?? {})) {
				expect(ids).toContain(id);
				expect(invalidReason(key, parameter, value), id).toBeUndefined();
			}
		});
	},
);

it('src/parameters has only parameters that two or more models share', () => {
	const files = import.meta.glob<Record<string, unknown>>('../../src/parameters/*.ts', { eager: true });
	const unshared = Object.entries(files).flatMap(([path, exports]) =>
		Object.entries(exports)
			.filter(([, value]) => typeof value === 'object' && value !== null && 'scale' in value)
			.filter(
				([, value]) =>
					[...models.values()].filter((model) => Object.values(model.parameters).includes(value as Parameter)).length <
					2,
			)
			.map(([name]) => `${name} in ${path}`),
	);
	expect(unshared).toEqual([]);
});

it('positions have unique ids and cite keys of references.bib', () => {
	for (const { id, cite } of positions) expect(known(cite), id).toEqual([]);
	expect(new Set(ids).size).toBe(ids.length);
});
