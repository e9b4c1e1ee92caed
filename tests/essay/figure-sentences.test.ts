import { describe, expect, it } from 'vitest';
import { isNumber, type Value } from '../../src/engine/parameter.ts';
import type { Inputs } from '../../src/engine/model.ts';
import { modelOf } from '../../src/models/registry.ts';
import { figures, type FigureText } from './content-text.ts';
import { figureSentence } from './figure-sentences.ts';

const ofModels = figures.filter(({ model }) => model !== '');
const controlsOf = ({ controls }: FigureText) => controls.split(/[\s|]+/).filter((key) => key !== '');

/** Values at the ends of a control, and all of a choice. */
function extremesOf(figure: FigureText, key: string): readonly Value[] {
	const parameter = modelOf(figure.model).parameters[key]!;
	return isNumber(parameter) ? [parameter.min, parameter.max] : Object.keys(parameter.choices);
}

interface Setting {
	readonly name: string;
	readonly changes: Inputs;
}
/** The essay's own values, both ends of every control, and every preset. */
const settingsOf = (figure: FigureText): readonly Setting[] => [
	{ name: 'as printed', changes: {} },
	...controlsOf(figure).flatMap((key) =>
		extremesOf(figure, key).map((value) => ({ name: `${key} = ${value}`, changes: { [key]: value } })),
	),
	...(modelOf(figure.model).presets ?? []).map(({ name, values }) => ({ name, changes: values as Inputs })),
];

describe.each(ofModels)('$id', (figure) => {
	const [first] = controlsOf(figure);

	if (first && figure.steadyTitle === '')
		it('has a headline that follows its first control', () => {
			const titles = extremesOf(figure, first!).map((value) => figureSentence(figure, 'title', { [first!]: value }));
			expect(new Set([...titles, figureSentence(figure, 'title')]).size).toBeGreaterThanOrEqual(
				isNumber(modelOf(figure.model).parameters[first!]!) ? 3 : titles.length,
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
	const lines = ofModels.flatMap((figure) => [
		`# ${figure.id}`,
		...settingsOf(figure).flatMap(({ name, changes }) => {
			const said = (['title', 'verdict'] as const).map((slot) => figureSentence(figure, slot, changes));
			return ['', `${name}:`, ...said.filter((sentence) => sentence !== '')];
		}),
		'',
	]);
	await expect(lines.join('\n')).toMatchFileSnapshot('./figure-sentences.txt');
});
