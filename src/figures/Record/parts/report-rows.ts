import { LATER, SOON } from '../../../models/forecast.model.ts';
import { reportsOf, type Counting } from '../../../parameters/record.ts';
import type { EvidenceStep } from '../../../runs/queries.ts';
import { monthText } from '../../frame/month-text.ts';
import { reportText } from '../calls.ts';
import { factorText } from '../words.ts';

/** The reports of one month. */
export interface ReportRow {
	readonly month: string;
	/** The month in words: the end of the switch's name. */
	readonly name: string;
	readonly news: string;
	/** What the reports did to the odds, or why they did nothing. */
	readonly effect: string;
	readonly counts: boolean;
}

/** Reports are dated to the month, and the page's steps are rounded: less than this many years apart, they are of one month. */
const SAME_MONTH = 1 / 48;

/** Returns a row for each month of the kinds of report that the reader counts, the earliest first. */
export function reportRows(
	counting: Omit<Counting, 'leftOut'>,
	leftOut: readonly string[],
	steps: readonly EvidenceStep[],
): readonly ReportRow[] {
	const reports = reportsOf(counting);
	return [...new Set(reports.map(({ month }) => month))].map((month) => {
		const ofMonth = reports.filter((report) => report.month === month);
		const { year } = ofMonth[0]!;
		const counts = !leftOut.includes(month);
		const at = steps.findIndex(({ until }) => until !== undefined && Math.abs(until - year) < SAME_MONTH);
		return {
			month,
			name: monthText(year),
			news: ofMonth.map(reportText).join('; '),
			effect: !counts
				? 'Left out.'
				: year > counting.recordUntil
					? 'After the date that you count up to.'
					: at < 1
						? 'Counting …'
						: effectText(steps[at - 1]!, steps[at]!),
			counts,
		};
	});
}

function effectText(before: EvidenceStep, after: EvidenceStep): string {
	const [soon, later] = [0, 1].map((date) => factorText(before.odds[date]!, after.odds[date]!));
	const parts = [
		[SOON, soon],
		[LATER, later],
	].flatMap(([year, factor]) => (factor === '–' ? [] : [`by ${year} times ${factor}`]));
	return parts.length === 0
		? 'Its effect on the odds is beyond telling.'
		: `Odds that the work can be done: ${parts.join(', ')}.`;
}
