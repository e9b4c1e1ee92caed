import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/engine/model.ts';
import { modelOf } from '../../src/models/registry.ts';
import { cornersOf, inputsOf } from '../engine/inputs.ts';
import { independent } from './independent.ts';

/** Set by `npm run test:all` and `npm run mutate`. */
const isAtLength = process.env['RUNS'] !== undefined;
/** Longest list of kinds that is summed one by one. */
const LONGEST = 30_000;
/** Random inputs of each model at length: summing a long list takes a millisecond, the other models less. */
const RUNS: Readonly<Record<string, number>> = { 'long-tail': 1000, fleet: 1000, forecast: 1000, record: 1000 };
/** Shares of a fleet's cases below this are differences of nearly equal numbers of cases, which have lost their digits. */
const TINY = 1e-24;
/** Absolute error that a number of this size may have from rounding alone: years and logarithms of likelihoods. */
const ROUNDING = 1e-12;

/** Returns the inputs with a list short enough to be summed one by one. */
const shortened = (inputs: Inputs): Inputs =>
	Object.fromEntries(
		Object.entries(inputs).map(([key, value]) => [
			key,
			key === 'taskTypes' || key === 'situations' ? Math.min(Number(value), LONGEST) : value,
		]),
	);

function expectAlike(id: string, inputs: Inputs) {
	const numbers = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, Number(value)]));
	const expected = independent[id]!(numbers, inputs);
	const found = modelOf(id).evaluate(inputs);
	expect(Object.keys(found).toSorted()).toEqual(Object.keys(expected).toSorted());
	for (const [key, value] of Object.entries(expected)) {
		const given = Number(found[key]);
		if (given === value) continue;
		expect(
			Math.abs(given - value),
			`${id}.${key} is ${given}, not ${value}, with ${JSON.stringify(inputs)}`,
		).toBeLessThanOrEqual(
			1e-9 * Math.abs(value) + (key === 'lagYears' ? 1e-9 : TINY + (Math.abs(value) > 1 ? ROUNDING : 0)),
		);
	}
}

describe.each(Object.keys(independent))('%s agrees with an independent implementation to nine digits', (id) => {
	const model = modelOf(id);

	it('at corners of its ranges', () => {
		const corners = cornersOf(model);
		const stride = Math.max(1, Math.floor(corners.length / 256));
		corners.filter((_, i) => i % stride === 0).forEach((inputs) => expectAlike(id, shortened(inputs)));
	});

	it('at random inputs', () => {
		fc.assert(
			fc.property(inputsOf(model), (inputs) => void expectAlike(id, shortened(inputs))),
			{ numRuns: (RUNS[id] ?? 3000) / (isAtLength ? 1 : 5) },
		);
	});
});

it('the sums over millions of kinds agree with an independent implementation', () => {
	for (const [situations, situationTail, instances] of isAtLength
		? ([
				[10_000_000, 0.5, 1e6],
				[10_000_000, 2, 1e9],
				[3_000_000, 1, 1000],
			] as const)
		: ([
				[1_000_000, 0.5, 1e6],
				[1_000_000, 2, 1e9],
				[1_000_000, 1, 1000],
			] as const)) {
		const inputs = {
			...Object.fromEntries(
				Object.entries(modelOf('fleet').parameters).map(([key, { default: value }]) => [key, value]),
			),
			situations,
			situationTail,
			instances,
		};
		expectAlike('fleet', inputs);
	}
});
