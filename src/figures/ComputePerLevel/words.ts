import { range } from 'd3';
import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { steepness } from '../../models/rl-scaling.model.ts';

type Inputs = InputsOf<typeof model>;

/** The two factors, in the order of the table's columns. */
export const KINDS = ['pretrainingScaleUp', 'inferenceScaleUp', 'totalScaleUp', 'rlScaleUp'] as const;

export const times = (value: number): string => formatNumber(value, '×', { style: 'words' });
const levelsText = (levels: number) => formatNumber(levels, 'levels');

/** Returns what the figure shows, in one paragraph. */
export function summary(
	inputs: Inputs,
	{ pretrainingScaleUp, inferenceScaleUp, rlScaleUp, totalScaleUp }: OutputsOf<typeof model>,
): string {
	const ways = `${times(pretrainingScaleUp)} the pretraining, ${times(inferenceScaleUp)} the thinking time`;
	const rl = `${times(rlScaleUp)} the RL, which multiplies the whole training bill by ${times(totalScaleUp)}`;
	const multiple = formatNumber(steepness(inputs), '–');
	const slope = `RL’s is ${multiple === '1' ? '' : `${multiple} times `}as steep as pretraining’s`;
	return `${levelsText(inputs.gptLevels)}: ${ways}, or ${rl}. Each is a straight line on this scale; ${slope}.`;
}

export const columns: readonly string[] = [
	'Levels gained',
	...KINDS.map((key) => model.outputs[key].label),
	model.outputs.years.label,
];

/** Returns the table behind the figure: every half level up to `farthest`. */
export const rows = (inputs: Inputs, farthest: number): string[][] =>
	range(0.5, farthest + 0.5, 0.5).map((gptLevels) => {
		const outputs = model.evaluate({ ...inputs, gptLevels });
		return [levelsText(gptLevels), ...KINDS.map((key) => times(outputs[key])), formatNumber(outputs.years, 'yr')];
	});
