import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/verification.model.ts';
import { TASKS, type Stage } from './stages.ts';

/** Tasks: whole ones where there are many, tenths where there are few. */
export const countText = (tasks: number): string =>
	tasks > 0 && tasks < 0.1 ? '<0.1' : formatNumber(Number(tasks.toFixed(tasks < 10 ? 1 : 0)), '–');

export const nameOf = ({ first, last }: Stage): string =>
	last > first ? `Attempts ${first}–${last}` : `Attempt ${first}`;

/** The picture in one paragraph. */
export function summary(
	{ attempts }: InputsOf<typeof model>,
	{ acceptedCorrect }: OutputsOf<typeof model>,
	stages: readonly Stage[],
): string {
	const [first, last] = [stages[0]!, stages.at(-1)!];
	const accepted = `Of ${TASKS} tasks the first attempt gets ${countText(first.right)} right and accepted`;
	const passed = `of the wrong ones ${countText(first.wrong)} pass the check; ${countText(first.open)} are sent back.`;
	const right = `After ${formatNumber(attempts, 'attempts')} ${countText(last.is.right)} are delivered right`;
	const wrong = `${countText(last.is.wrong)} delivered wrong, and ${countText(last.open)} given up.`;
	const share = `Of what is accepted ${formatNumber(acceptedCorrect, 'fraction', { digits: 2 })} is right.`;
	return `${accepted}; ${passed} ${right}, ${wrong} ${share}`;
}

export const columns = ['', 'Tasks', 'Accepted, right', 'Accepted, wrong', 'Sent back'];

/** The table behind it: attempt by attempt, then what is delivered. */
export function rows(stages: readonly Stage[]): string[][] {
	const { is, open } = stages.at(-1)!;
	return [
		...stages.map((stage) => [nameOf(stage), ...[stage.tried, stage.right, stage.wrong, stage.open].map(countText)]),
		['Delivered', ...[TASKS, is.right, is.wrong, open].map(countText)],
	];
}
