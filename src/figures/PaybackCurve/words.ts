import type { InputsOf, OutputsOf, Path } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/payback.model.ts';
import { lessonsEnd } from '../../models/payback.model.ts';

const yearText = (year: number) => formatNumber(year, 'year');
const dollars = (value: number) => formatNumber(value, '$');

/** Returns what the figure shows, in one paragraph. */
export function summary(
	inputs: InputsOf<typeof model>,
	{ breakEvenYear, breakEvenYears, presentValue }: OutputsOf<typeof model>,
): string {
	const even = Number.isFinite(breakEvenYear)
		? `The dollar is back in ${yearText(breakEvenYear)}, after ${formatNumber(breakEvenYears, 'yr')}`
		: 'The dollar never comes back, however late the learner';
	return `${even}. With a learner in ${yearText(lessonsEnd(inputs))} it has brought ${dollars(presentValue)} by then, and nothing after.`;
}

export const columns = ['Year', 'Earned back per dollar'];

/** Returns the table behind the figure: every second year. */
export const rows = (earned: Path): string[][] =>
	earned.filter(([year], i) => i > 0 && year % 2 === 0).map(([year, value]) => [yearText(year), dollars(value)]);
