import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { columns, percent, rows, summary } from '../../src/figures/Beads/words.ts';
import model from '../../src/models/bottlenecks.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const told = (inputs = essay) => summary(inputs, model.evaluate(inputs));

it('says how many fell, how many are expected and how likely those ahead are', () => {
	expect(told()).toBe(
		'3 fallen, 4 more expected, the next being the last with a chance of 25%. Ahead of today each bead is as large as it is likely to exist: 75% for number 2 from here, 32% for number 5 from here, 7.5% for number 10 from here.',
	);
});

it('gives small chances one digit', () => {
	expect(percent(0.0123)).toBe('1.2%');
	expect(percent(0.00123)).toBe('0.1%');
});

it('has a row for beads near and far, of which the first is certain', () => {
	const table = rows(essay);
	expect(table.every((row) => row.length === columns.length)).toBe(true);
	expect(table.map(([nth]) => Number(nth))).toEqual([1, 2, 3, 4, 5, 7, 10, 15, 20]);
	expect(table[0]).toEqual(['1', '100%', '25%']);
	expect(table[2]).toEqual(['3', '56%', '14%']);
	const chances = table.map(([, exists]) => parseFloat(exists!));
	expect(chances).toEqual(chances.toSorted((a, b) => b - a));
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (given) => {
			const inputs = { ...essay, ...given };
			return !/NaN|Infinity|undefined/.test(told(inputs) + rows(inputs).join());
		}),
	);
});
