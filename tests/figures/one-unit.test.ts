import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/engine/model.ts';
import { isNumber, type Value } from '../../src/engine/parameter.ts';
import { restText } from '../../src/engine/value-text.ts';
import { modelOf } from '../../src/models/registry.ts';
import { figures, type FigureText } from '../essay/content-text.ts';
import { figureSentence } from '../essay/figure-sentences.ts';
import type { FigureTexts } from './figure-texts.ts';
import { twice } from './one-unit.ts';

const texts = new Map(
	Object.values(import.meta.glob<FigureTexts>('./*/texts.ts', { eager: true, import: 'default' })).map((figure) => [
		figure.model.id,
		figure,
	]),
);

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
