import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import model, { modelMultiple } from '../../models/median-human.model.ts';

type Inputs = InputsOf<typeof model>;

/** Formats a share of people; four digits distinguish the best in 1,000 from the best in 10,000. */
export const peopleText = (share: number): string => formatNumber(share, 'fraction', { digits: 4 });
export const outputText = (share: number): string => formatNumber(share, 'fraction', { digits: 2 });

/** Returns what the figure shows, in one paragraph. */
export function summary(
	inputs: Inputs,
	{ headcountShare, outputShare, valueVsAverage }: OutputsOf<typeof model>,
): string {
	const beats = `A model that beats ${peopleText(headcountShare)} of people produces ${formatNumber(modelMultiple(inputs), '×')} what the median does.`;
	const matches = `By heads it matches ${peopleText(headcountShare)} of the whole, by output ${outputText(outputShare)}`;
	return `${beats} ${matches}, and one copy does ${formatNumber(valueVsAverage, '×', { digits: 2 })} the work of an average person.`;
}

export const columns = ['People matched', 'Output matched', 'One copy beside an average worker'];

/** Returns the table behind the figure: the same crowd, and models from the bottom tenth to the best in a thousand. */
export const rows = (inputs: Inputs): string[][] =>
	[0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999].map((aiPercentile) => {
		const { outputShare, valueVsAverage } = model.evaluate({ ...inputs, aiPercentile });
		return [peopleText(aiPercentile), outputText(outputShare), formatNumber(valueVsAverage, '×')];
	});
