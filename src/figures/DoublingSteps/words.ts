import { formatNumber } from '../../engine/number-format.ts';
import type { Climb } from './climb.ts';

const doublingsText = (count: number) => formatNumber(count, 'doublings');

/** A time in the unit that people would use for it. */
export function spanText(months: number): string {
	if (months < 2) return formatNumber((months * 365.25) / 12, 'days', { digits: 2 });
	return months < 48 ? formatNumber(months, 'months') : formatNumber(months / 12, 'yr');
}

/** What stands at the end of the staircase. */
export function endText({ done, wanted, last, end }: Climb): string {
	if (end === 'century') return `${doublingsText(done.length)}, then stuck`;
	if (end === 'ceiling') return `ceiling: ${done.length} of ${wanted}, in ${spanText(last)}`;
	return `${doublingsText(done.length)} in ${spanText(last)}`;
}

function climbed({ steps, done, last }: Climb): string {
	if (done.length === 0) return 'Not one doubling of software comes within a century.';
	const takes = `${doublingsText(done.length)} of software ${done.length === 1 ? 'takes' : 'take'} ${spanText(last)}`;
	if (done.length === 1) return `${takes}.`;
	return `${takes}: the first ${spanText(steps[0]!)}, the last ${spanText(steps[done.length - 1]!)}.`;
}

/** Why it went no further, if it did not. */
const stopped = ({ wanted, end }: Climb): string =>
	({
		wanted: '',
		ceiling: ` There the software meets its ceiling, short of the ${doublingsText(wanted)} wanted.`,
		century: ` The next does not come within a century, so the ${doublingsText(wanted)} wanted are out of reach.`,
	})[end];

/** The picture in one paragraph. */
export const summary = (climb: Climb): string => climbed(climb) + stopped(climb);

export const columns = ['Doubling', 'Takes', 'Done after', 'Software by then'];

/** The table behind it: about a dozen of the steps, the last among them. */
export const rows = ({ steps, done }: Climb): string[][] =>
	done
		.map((at, i) => [formatNumber(i + 1, '–'), spanText(steps[i]!), spanText(at), formatNumber(2 ** (i + 1), '×')])
		.filter((_, i) => i === done.length - 1 || i % Math.ceil(done.length / 12) === 0);
