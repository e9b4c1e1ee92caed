import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/verification.model.ts';
import { TASKS, type Stage } from './stages.ts';

/** Formats a count of tasks: whole from 10 on; a positive count is never 0. */
export const countText = (count: number): string =>
	count > 0 && count < 0.1 ? '<0.1' : formatNumber(Number(count.toFixed(count < 10 ? 1 : 0)), '–');

export const stageName = ({ first, last }: Stage): string =>
	last > first ? `Attempts ${first}–${last}` : `Attempt ${first}`;

/** Returns what the figure shows, in one paragraph. */
export function summary(
	{ attempts }: InputsOf<typeof model>,
	{ acceptedCorrect }: OutputsOf<typeof model>,
	stages: readonly Stage[],
): string {
	const [first, last] = [stages[0]!, stages.at(-1)!];
	const once = `Of ${TASKS} tasks the first attempt gets ${countText(first.right)} right and accepted`;
	const slipped = `of the wrong ones ${countText(first.wrong)} pass the check; ${countText(first.open)} are sent back`;
	const all = `After ${formatNumber(attempts, 'attempts')} ${countText(last.is.right)} are delivered right`;
	const rest = `${countText(last.is.wrong)} delivered wrong, and ${countText(last.open)} given up`;
	const right = formatNumber(acceptedCorrect, 'fraction', { digits: 2 });
	return `${once}; ${slipped}. ${all}, ${rest}. Of what is accepted ${right} is right.`;
}

export const columns = ['', 'Tasks', 'Accepted, right', 'Accepted, wrong', 'Sent back'];

/** Returns the table behind the figure: one row for each attempt, then one for the deliveries. */
export const rows = (stages: readonly Stage[]): string[][] => {
	const { is, open } = stages.at(-1)!;
	return [
		...stages.map((stage) => [stageName(stage), ...[stage.tried, stage.right, stage.wrong, stage.open].map(countText)]),
		['Delivered', ...[TASKS, is.right, is.wrong, open].map(countText)],
	];
};
