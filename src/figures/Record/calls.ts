import { countInWords, formatNumber } from '../../engine/number-format.ts';
import { reportsOf, type Counting, type Reported } from '../../parameters/record.ts';
import type { EvidenceStep } from '../../runs/queries.ts';
import { CALLS, type Call } from '../../state/calls.svelte.ts';
import { monthText } from '../frame/month-text.ts';

/** Years that the middle of the runs must move for a report to have moved the forecast. */
export const HARDLY = 0.5;

export const callLabels: Readonly<Record<Call, string>> = {
	earlier: 'Earlier',
	hardly: 'Hardly: less than half a year',
	later: 'Later',
};

/** Returns which way the middle of the runs moved from one step to the next. */
export function callOf(before: EvidenceStep, after: EvidenceStep): Call {
	const [from, to] = [before.agiYear.p50, after.agiYear.p50];
	// Both infinite: no move.
	if (from === to || Math.abs(from - to) < HARDLY) return 'hardly';
	return to < from ? 'earlier' : 'later';
}

/** Returns what was reported, in words. */
export const reportText = ({ kind, value }: Reported): string => {
	if (kind === 'revenue') return `the two labs together were reported to earn ${formatNumber(value, 'bn$')} a year`;
	const share = formatNumber(value, 'fraction', { digits: 2 });
	return kind === 'wholeProjects'
		? `${share} of whole projects were done as a client accepts them`
		: `${share} of tasks with clear briefs were won or tied against experts`;
};

/** Formats a year to a tenth, also a whole one: reports move it by less than a year. */
const yearText = (year: number): string => (Number.isFinite(year) ? year.toFixed(1) : 'never');

/** Reports are dated to the month, and the page's steps are rounded: less than this many years apart, they are of one month. */
const SAME_MONTH = 1 / 48;

/** Returns what a step reports, of what the reader counts, and where the forecast stands before it. */
export function questionText(
	before: EvidenceStep,
	step: EvidenceStep,
	counting: Omit<Counting, 'recordUntil'>,
): string {
	const until = step.until!;
	const news = reportsOf(counting)
		.filter(({ year }) => Math.abs(year - until) < SAME_MONTH)
		.map(reportText);
	return `${monthText(until)}: ${news.join('; ')}. Before this report the middle of the runs is ${yearText(before.agiYear.p50)}.`;
}

/** Returns how a step moved the forecast, what the reader had said, and what the sender of the link had, if the link tells. */
export function answerText(before: EvidenceStep, step: EvidenceStep, said: Call, sent?: Call): string {
	const [from, to] = [before.agiYear.p50, step.agiYear.p50];
	const call = callOf(before, step);
	const years = Number.isFinite(from - to) ? `, by ${formatNumber(Math.abs(from - to), 'yr', { digits: 2 })}` : '';
	const moved = call === 'hardly' ? `hardly moved${years}` : `came ${call}${years}`;
	return `${monthText(step.until!)}: the middle of the runs ${moved}, to ${yearText(to)}. You said ${said}${said === call ? ', and so it was' : ''}.${sent ? ` The other reader said ${sent}.` : ''}`;
}

/**
 * Returns how often the reader was right, how often the other reader of the link was, if it brings answers, and how often the record
 * moved the forecast each way.
 */
export function callsTally(steps: readonly EvidenceStep[], said: readonly Call[], sent: readonly Call[] = []): string {
	const truths = steps.slice(1).map((step, i) => callOf(steps[i]!, step));
	const rightOf = (made: readonly Call[]) => countInWords(truths.filter((truth, i) => made[i] === truth).length);
	const ways = CALLS.map((call) => `${call} ${countInWords(truths.filter((truth) => truth === call).length)}`);
	const other = sent.length > 0 ? ` The other reader was right about ${rightOf(sent)}.` : '';
	return `You were right about ${rightOf(said)} of ${countInWords(truths.length)} reports.${other} How often they moved the forecast: ${ways.join(', ')}.`;
}
