import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsOf } from '../engine/inputs.ts';
import type { FigureTexts } from './figure-texts.ts';

/** Figures whose texts are not made from one model's inputs; their own words.test.ts covers them. */
const EXEMPT: Readonly<Record<string, string>> = {
	Explorable: 'draws any model; its own test covers all of them',
	Mistakes: 'is drawn from published runs, not from inputs',
	NextQuestion: 'is drawn from published runs, not from inputs',
	SendOut: 'is drawn from published runs, not from inputs',
	ShownOrScored: 'is drawn from published runs, not from inputs',
	SortDots: 'is drawn from published runs, not from inputs',
	TuesdayMonday: 'is drawn from published runs, not from inputs',
	Record: 'is drawn from the runs, not from inputs',
};

const nameIn = (path: string) => path.split('/').at(-2)!;
const names = Object.keys(import.meta.glob('../../src/figures/*/words.ts')).map(nameIn);
const texts = new Map(
	Object.entries(import.meta.glob<FigureTexts>('./*/texts.ts', { eager: true, import: 'default' })).map(
		([path, figure]) => [nameIn(path), figure],
	),
);

it('every figure with words.ts has tests/figures/<Name>/texts.ts', () => {
	expect(names).not.toEqual([]);
	expect(names.filter((name) => !texts.has(name) && !(name in EXEMPT))).toEqual([]);
	expect([...texts.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

describe.each([...texts])('%s', (_, { model, of, numRuns }) => {
	it('states a value for any inputs: no text contains NaN, Infinity or undefined', () => {
		fc.assert(
			fc.property(inputsOf(model), (inputs) => {
				const { summary, rows, labels = [] } = of(inputs);
				expect([summary, ...rows.flat(), ...labels].join('\n')).not.toMatch(/NaN|Infinity|undefined/);
			}),
			numRuns === undefined ? {} : { numRuns },
		);
	});

	it('has one cell per column in every table row', () => {
		const { columns, rows } = of();
		expect(rows.map((row) => row.length)).toEqual(rows.map(() => columns.length));
	});
});
