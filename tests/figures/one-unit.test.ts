import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/engine/model.ts';
import { isNumber, type Value } from '../../src/engine/parameter.ts';
import { restText } from '../../src/engine/value-text.ts';
import { modelOf } from '../../src/models/registry.ts';
import { figures, type FigureText } from '../essay/content-text.ts';
import { figureSentence } from '../essay/figure-sentences.ts';
import type { FigureTexts } from './figure-texts.ts';

const texts = new Map(
	Object.values(import.meta.glob<FigureTexts>('./*/texts.ts', { eager: true, import: 'default' })).map((figure) => [
		figure.model.id,
		figure,
	]),
);

/** Seconds of the units of time in which lengths are printed. */
const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400, month: 2_629_746, year: 31_556_952 } as const;
const LENGTH = /(?<![\d.,])(\d[\d,]*(?:\.\d+)?) (second|minute|hour|day|month|year)s?\b(?! a )/g;

/** Returns the lengths of time that a text states in two units. */
function twice(text: string): readonly string[] {
	const lengths = Array.from(text.matchAll(LENGTH), ([written, number, unit]) => ({
		written,
		unit,
		seconds: Number(number!.replaceAll(',', '')) * SECONDS[unit as keyof typeof SECONDS],
	}));
	return lengths.flatMap((one) =>
		lengths
			.filter((other) => other.unit! > one.unit! && Math.abs(other.seconds / one.seconds - 1) < 0.01)
			.map((other) => `${one.written} = ${other.written}`),
	);
}

/** Returns what readers see in words of a figure: headline, verdict, values beside its controls, summary and table. */
function wordsOf(figure: FigureText, changes: Inputs): string {
	const { id, parameters } = modelOf(figure.model);
	const controls = figure.controls.split(/[\s|]+/).flatMap((key) => {
		const parameter = parameters[key];
		return parameter && isNumber(parameter)
			? [restText(parameter, Number(changes[key] ?? parameter.default)), restText(parameter, parameter.default)]
			: [];
	});
	const made = texts.get(id)?.of(changes as never);
	return [
		figureSentence(figure, 'title', changes),
		figureSentence(figure, 'verdict', changes),
		...controls,
		...(made ? [made.summary, ...made.rows.flat(), ...(made.labels ?? [])] : []),
	]
		.join('\n')
		.replaceAll('\u00a0', ' ');
}

describe.each(figures.filter(({ model }) => model !== ''))('$id', (figure) => {
	const model = modelOf(figure.model);
	const ends: readonly Inputs[] = [
		{},
		...Object.entries(model.parameters).flatMap(([key, parameter]): readonly Inputs[] => {
			const values: readonly Value[] = isNumber(parameter)
				? [parameter.min, parameter.max]
				: Object.keys(parameter.choices);
			return values.map((value) => ({ [key]: value }));
		}),
		...(model.presets ?? []).map(({ values }) => values as Inputs),
	];
	it.each(ends)('states one quantity in one unit with %o', (changes) => {
		expect(twice(wordsOf(figure, changes))).toEqual([]);
	});
});
