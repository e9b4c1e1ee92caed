import { describe, expect, it } from 'vitest';
import { isNumber, type Value } from '../../src/engine/parameter.ts';
import type { AnyModel, Inputs, Parametrized } from '../../src/engine/model.ts';
import { experimentOf } from '../../src/experiments/registry.ts';
import { modelOf } from '../../src/models/registry.ts';
import { figures, type FigureText } from './content-text.ts';
import { figureSentence } from './figure-sentences.ts';

/** The parameters of a figure's model or experiment, and its presets. */
const subjectOf = ({ model, experiment }: FigureText): Parametrized & { readonly presets?: AnyModel['presets'] } =>
	model === '' ? experimentOf(experiment) : modelOf(model);
const controlsOf = ({ controls }: FigureText) => controls.split(/[\s|]+/).filter((key) => key !== '');

/** Values at the ends of a control, and all of a choice. */
function extremesOf(figure: FigureText, key: string): readonly Value[] {
	const parameter = subjectOf(figure).parameters[key]!;
	return isNumber(parameter) ? [parameter.min, parameter.max] : Object.keys(parameter.choices);
}

interface Setting {
	readonly name: string;
	readonly changes: Inputs;
}
/** The essay's own values, both ends of every control, and every preset; of an experiment, those of its first control. */
const settingsOf = (figure: FigureText): readonly Setting[] => [
	{ name: 'as printed', changes: {} },
	...controlsOf(figure)
		.slice(0, figure.model === '' ? 1 : undefined)
		.flatMap((key) =>
			extremesOf(figure, key).map((value) => ({ name: `${key} = ${value}`, changes: { [key]: value } })),
		),
	...(subjectOf(figure).presets ?? []).map(({ name, values }) => ({ name, changes: values as Inputs })),
];

describe.each(figures)('$id', (figure) => {
	const [first] = controlsOf(figure);

	if (first && figure.steadyTitle === '')
		it('has a headline that follows its first control', () => {
			const titles = extremesOf(figure, first!).map((value) => figureSentence(figure, 'title', { [first!]: value }));
			const parameter = subjectOf(figure).parameters[first!]!;
			expect(new Set([...titles, figureSentence(figure, 'title')]).size).toBeGreaterThanOrEqual(
				new Set([...extremesOf(figure, first!), parameter.default]).size,
			);
		});

	it('counts laboratories, homes and copies in whole numbers, and one of a thing in the singular', () => {
		for (const { name, changes } of settingsOf(figure))
			for (const slot of ['title', 'verdict'] as const)
				expect(figureSentence(figure, slot, changes), name).not.toMatch(
					/\d\.\d+ (lab|home|cop)|(?<![\d.,])1 (skills|tasks|copies|labs|homes|years|months)\b|NaN|Infinity|undefined/,
				);
	});
});

it('figures say at both ends of every control and in every preset what was read and found right', async () => {
	const lines = figures.flatMap((figure) => [
		`# ${figure.id}`,
		...settingsOf(figure).flatMap(({ name, changes }) => {
			const said = (['title', 'verdict'] as const).map((slot) => figureSentence(figure, slot, changes));
			return ['', `${name}:`, ...said.filter((sentence) => sentence !== '')];
		}),
		'',
	]);
	await expect(lines.join('\n')).toMatchFileSnapshot('./figure-sentences.txt');
});
