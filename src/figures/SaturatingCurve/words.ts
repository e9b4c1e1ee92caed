import type { InputsOf, OutputsOf, Path } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { gainOf } from '../../models/rl-ceiling.model.ts';

export const percent = (value: number): string => formatNumber(value, 'fraction');
const hours = (value: number) => formatNumber(value, 'GPU-h', { never: 'more than any amount' });

/** Returns what the figure shows, in one paragraph. */
export function summary(
	inputs: InputsOf<typeof model>,
	{ passRate, tenToNinety, computeForTarget }: OutputsOf<typeof model>,
): string {
	const { rlBase, rlCeiling, rlCompute, rlTarget } = inputs;
	const ceiling = percent(rlCeiling);
	if (gainOf(inputs) === 0)
		return `This recipe’s ceiling of ${ceiling} is no higher than the ${percent(rlBase)} it starts from: RL adds nothing.`;
	const now = `With ${hours(rlCompute)} the pass rate is ${percent(passRate)}, under a ceiling of ${ceiling}.`;
	const climb = `From a tenth of the gain to nine tenths takes ${formatNumber(tenToNinety, '×')} the compute.`;
	return `${now} ${climb} To pass ${percent(rlTarget)} of the problems takes ${hours(computeForTarget)}.`;
}

export const columns = ['RL compute', 'Pass rate'];

/** Returns the table behind the figure: ten even steps along the curve. */
export const rows = (passRates: Path): string[][] =>
	passRates
		.filter((_, i) => i % Math.round((passRates.length - 1) / 10) === 0)
		.map(([compute, passRate]) => [formatNumber(compute, 'GPU-h'), percent(passRate)]);
