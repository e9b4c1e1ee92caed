import { formatNumber } from '../../engine/number-format.ts';
import type { Staircase } from './staircase.ts';

const MONTHS_A_YEAR = 12;
const DAYS_A_MONTH = 365.25 / MONTHS_A_YEAR;

/** Formats months as days, months or years. */
export function spanText(months: number): string {
	if (months < 2) return formatNumber(months * DAYS_A_MONTH, 'days', { digits: 2 });
	return months < 48 ? formatNumber(months, 'months') : formatNumber(months / MONTHS_A_YEAR, 'yr');
}

/** The unit of the axis along the bottom, chosen so that its numbers are small; `length` in months. */
export function unitOf(months: number) {
	if (months < 2) return { name: 'Days', of: 'days', length: 1 / DAYS_A_MONTH } as const;
	return months > 48
		? ({ name: 'Years', of: 'yr', length: MONTHS_A_YEAR } as const)
		: ({ name: 'Months', of: 'months', length: 1 } as const);
}

const doublings = (count: number) => formatNumber(count, 'doublings');

/** Returns the label of the last step. */
export function endText({ done, last, end }: Staircase, wanted: number): string {
	if (end === 'stuck') return `${doublings(done.length)}, then stuck`;
	if (end === 'ceiling') return `ceiling: ${done.length} of ${wanted}, in ${spanText(last)}`;
	return `${doublings(done.length)} in ${spanText(last)}`;
}

/** Returns what the figure shows, in one paragraph. */
export function summary({ steps, done, last, end }: Staircase, wanted: number): string {
	const [first, final] = [steps[0] ?? 0, steps[done.length - 1] ?? 0];
	const each = done.length > 1 ? `: the first ${spanText(first)}, the last ${spanText(final)}` : '';
	const reached = `${doublings(done.length)} of software ${done.length === 1 ? 'takes' : 'take'} ${spanText(last)}${each}.`;
	const course = done.length === 0 ? 'Not one doubling of software comes within a century.' : reached;
	if (end === 'stuck')
		return `${course} The next does not come within a century, so the ${doublings(wanted)} wanted are out of reach.`;
	const steady =
		done.length > 1 ? ` At the pace of the first, as many would take ${spanText(done.length * first)}.` : '';
	if (end === 'ceiling')
		return `${course} There the software meets its ceiling, short of the ${doublings(wanted)} wanted.`;
	return course + steady;
}

export const columns = ['Doubling', 'Takes', 'Done after', 'At the pace of the first', 'Software by then'];

/** Maximum number of rows before that of the last doubling. */
const MOST = 12;
/** Returns the table behind the figure: some of the doublings, and the last. */
export const rows = ({ steps, done }: Staircase): string[][] =>
	done
		.map((at, i) => [
			formatNumber(i + 1, '–'),
			spanText(steps[i]!),
			spanText(at),
			spanText((i + 1) * steps[0]!),
			formatNumber(2 ** (i + 1), '×'),
		])
		.filter((_, i) => i === done.length - 1 || i % Math.ceil(done.length / MOST) === 0);
