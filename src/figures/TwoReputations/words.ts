import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import pretraining from '../../models/pretraining-loss.model.ts';
import model, { FIT_FROM, gainOf } from '../../models/rl-ceiling.model.ts';
import type { Multiples, Span } from './spans.ts';

type Inputs = InputsOf<typeof model>;

export const percent = (value: number): string => formatNumber(value, 'fraction');
export const times = (value: number): string => formatNumber(value, '×', { digits: 2 });
const hours = (value: number) => formatNumber(value, 'GPU-h', { never: 'more than any amount' });

const trend = (name: string, { fitted, held }: Multiples) =>
	`${name} was fitted over ${times(fitted)} the compute of its smallest run and carried to ${times(held)}`;

/** Returns what the figure shows, in one paragraph. */
export function summary(
	inputs: Inputs,
	{ passRate, tenToNinety, computeForTarget }: OutputsOf<typeof model>,
	{ pretraining: long, rl: short }: { readonly pretraining: Multiples; readonly rl: Multiples },
): string {
	const { rlBase, rlCeiling, rlCompute, rlTarget } = inputs;
	const ceiling = percent(rlCeiling);
	const spans = `${trend('Pretraining’s trend', long)}; ${trend('RL’s', short)}.`;
	if (gainOf(inputs) === 0)
		return `${spans} This recipe’s ceiling of ${ceiling} is no higher than the ${percent(rlBase)} it starts from: RL adds nothing.`;
	const now = `With ${hours(rlCompute)} the pass rate is ${percent(passRate)}, under a ceiling of ${ceiling}.`;
	const climb = `From a tenth of the gain to nine tenths takes ${formatNumber(tenToNinety, '×')} the compute.`;
	return `${spans} ${now} ${climb} To pass ${percent(rlTarget)} of the problems takes ${hours(computeForTarget)}.`;
}

export const columns = ['Times the smallest run fitted', 'Loss that could still be removed', 'RL’s pass rate'];

/** Returns the loss that could still be removed at a multiple of the smallest run of pretraining. */
export const lossAt = (inputs: InputsOf<typeof pretraining>, { from }: Span, multiple: number): number =>
	pretraining.evaluate({ ...inputs, trainingCompute: from * multiple }).reducibleLoss;

/** Returns the table behind the figure: both trends, a row per factor of ten. */
export const rows = (inputs: Inputs, loss: InputsOf<typeof pretraining>, span: Span): string[][] =>
	[1, 10, 100, 1e3, 1e4, 1e5, 1e6].map((multiple) => [
		times(multiple),
		formatNumber(lossAt(loss, span, multiple), 'nats'),
		percent(model.evaluate({ ...inputs, rlCompute: FIT_FROM * multiple }).passRate),
	]);

/** Returns a guess of where RL ends, beside what the study fitted. */
export function guessedText(guess: number, ceiling: number): string {
	const points = Math.round(100 * Math.abs(guess - ceiling));
	const off =
		points < 2
			? 'You were right.'
			: `You were ${formatNumber(points, 'count')} percentage points too ${guess > ceiling ? 'high' : 'low'}.`;
	return `You put the end at ${percent(guess)}; the study’s curve levels off at ${percent(ceiling)}. ${off} Nobody has published what lies beyond its longest run.`;
}
