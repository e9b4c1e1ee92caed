import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { fromPosition, isNumber } from '../../src/engine/parameter.ts';
import { verdict, type Case } from '../../src/prose/live-text.ts';
import { quantityOf } from '../../src/models/quantity.ts';
import { literal, sections } from '../essay/content-text.ts';
import { cornersOf, inputsOf } from '../engine/inputs.ts';

const verdicts = sections.flatMap(({ file, tags }) =>
	tags
		.filter(({ name }) => name === 'Verdict')
		.map(({ attributes }) => ({ file, of: attributes['of']!, cases: literal(attributes['cases']!) as Case[] })),
);

type Model = ReturnType<typeof quantityOf>['model'];

/** Yields inputs to try: corners, each slider alone from end to end, and a thousand random ones. */
function* settingsOf(model: Model): Generator<Inputs> {
	yield* cornersOf(model);
	for (const [key, parameter] of Object.entries(model.parameters))
		if (isNumber(parameter))
			for (let i = 0; i <= 200; i++) yield { ...baselineOf(model), [key]: fromPosition(parameter, i / 200) };
	yield* fc.sample(inputsOf(model), 1000);
}

/** Inputs and outputs by key. */
type Answer = Readonly<Record<string, Inputs[string] | boolean>>;

const answers = new Map<Model, readonly Answer[]>();
/** Returns the inputs with their outputs, cached by model. */
function answersOf(model: Model): readonly Answer[] {
	const known =
		answers.get(model) ?? Array.from(settingsOf(model), (inputs) => ({ ...inputs, ...model.evaluate(inputs) }));
	answers.set(model, known);
	return known;
}

it('`verdict` returns the first case whose threshold is above the value, the last one for Infinity', () => {
	const cases = [{ below: 0, say: 'less' }, { below: 2, say: 'some' }, { say: 'many' }];
	expect([-1, -1e-9, 0, 1, 2, 3, Infinity].map((value) => verdict(cases, value))).toEqual([
		'less',
		'less',
		'some',
		'some',
		'many',
		'many',
		'many',
	]);
	expect(verdict([{ below: 1, say: 'less' }], 1)).toBe('');
});

it('the text has verdicts', () => expect(verdicts).not.toEqual([]));

describe.each(verdicts)('the verdict on $of in $file', ({ of, cases }) => {
	const { model, key } = quantityOf(of);
	const thresholds = cases.flatMap(({ below }) => (below === undefined ? [] : [below]));

	it('reaches every case', () => {
		const reached = new Set<string>();
		for (const answer of answersOf(model)) reached.add(verdict(cases, Number(answer[key])));
		expect(cases.map(({ say }) => say).filter((say) => !reached.has(say))).toEqual([]);
	});

	it('has ascending thresholds, and a last case without one', () => {
		expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
		expect(thresholds).toHaveLength(cases.length - 1);
	});

	it('has a different wording in each case', () => expect(new Set(cases.map(({ say }) => say)).size).toBe(cases.length));

	it('has a case for Infinity if the output can be infinite', () => {
		const never = answersOf(model).find((answer) => answer[key] === Infinity);
		if (never) expect(thresholds.at(-1), `${of} is infinite with ${JSON.stringify(never)}`).toBeGreaterThan(1e100);
	});
});
