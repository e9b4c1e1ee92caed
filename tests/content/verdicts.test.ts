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

/** Settings worth trying: corners, each slider by itself from end to end, and a thousand at random. */
function* settingsOf(model: Model): Generator<Inputs> {
	yield* cornersOf(model);
	for (const [key, parameter] of Object.entries(model.parameters))
		if (isNumber(parameter))
			for (let i = 0; i <= 200; i++) yield { ...baselineOf(model), [key]: fromPosition(parameter, i / 200) };
	yield* fc.sample(inputsOf(model), 1000);
}

/** By key, inputs and outputs together. */
type Answer = Readonly<Record<string, Inputs[string] | boolean>>;

const answers = new Map<Model, readonly Answer[]>();
/** What a model makes of each of those settings, worked out once for all verdicts on it. */
function answersOf(model: Model): readonly Answer[] {
	const known =
		answers.get(model) ?? Array.from(settingsOf(model), (inputs) => ({ ...inputs, ...model.evaluate(inputs) }));
	answers.set(model, known);
	return known;
}

it('a verdict says a threshold’s next words from the threshold on, and the last ones of never', () => {
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

it('finds verdicts in the text', () => expect(verdicts).not.toEqual([]));

describe.each(verdicts)('the verdict on $of in $file', ({ of, cases }) => {
	const { model, key } = quantityOf(of);
	const thresholds = cases.flatMap(({ below }) => (below === undefined ? [] : [below]));

	it('can come out in every wording', () => {
		const reached = new Set<string>();
		for (const answer of answersOf(model)) reached.add(verdict(cases, Number(answer[key])));
		expect(cases.map(({ say }) => say).filter((say) => !reached.has(say))).toEqual([]);
	});

	it('has thresholds that rise, and one wording more than thresholds', () => {
		expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
		expect(thresholds).toHaveLength(cases.length - 1);
	});

	it('has words of its own for each case', () => expect(new Set(cases.map(({ say }) => say)).size).toBe(cases.length));

	it('has words for never, if never can happen', () => {
		const never = answersOf(model).find((answer) => answer[key] === Infinity);
		if (never) expect(thresholds.at(-1), `${of} is infinite with ${JSON.stringify(never)}`).toBeGreaterThan(1e100);
	});
});
