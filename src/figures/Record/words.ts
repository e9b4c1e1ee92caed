import { countInWords, formatNumber } from '../../engine/number-format.ts';
import { LATER, SOON } from '../../models/forecast.model.ts';
import record from '../../models/record.model.ts';
import { oneIn } from '../../prose/evidence-text.ts';
import { SURPRISE_LIMIT, type Expectation, type Expected, type Shift, type EvidenceStep } from '../../runs/queries.ts';
import { monthText } from '../frame/month-text.ts';

const yearText = (year: number): string => (Number.isFinite(year) ? formatNumber(year, 'year') : 'never');
/** Returns the extent of the record: up to a report, or before any. */
export const untilText = ({ until }: EvidenceStep): string =>
	until === undefined ? 'before any' : `to ${monthText(until)}`;

/** Returns what the forecast says before any report, and with those that are counted, in one line. */
export function headline(steps: readonly EvidenceStep[]): string {
	const [prior, last] = [steps[0]!, steps.at(-1)!];
	const [before, after] = [prior, last].map(({ agiYear }) => yearText(agiYear.p50));
	if (last.until === undefined) return `Before any report the middle of the forecast is ${before}`;
	return before === after
		? `With every report to ${monthText(last.until)} the middle of the forecast is ${after}, as before any`
		: `With every report to ${monthText(last.until)} the middle of the forecast is ${after}; before any it was ${before}`;
}
/** What headline and verdict of the figure say of the runs. */
export type Told = 'headline' | 'verdict';
export const toldText = (told: Told, steps: readonly EvidenceStep[]): string =>
	told === 'headline' ? headline(steps) : verdict(steps);

/** Thresholds in years for the median's move to be called much or some. */
const [MUCH, SOME] = [3, 0.75];

/** Returns how far the record moved the median of the reader's runs, in words. */
export function verdict(steps: readonly EvidenceStep[]): string {
	const [prior, last] = [steps[0]!, steps.at(-1)!];
	if (last.until === undefined) return 'No report is counted, so nothing has been learnt.';
	if (last.surprise < SURPRISE_LIMIT)
		return `Your assumptions can hardly produce what was reported: by their own lights it is a ${oneIn(last.surprise)} surprise.`;
	const [before, after] = [prior.agiYear.p50, last.agiYear.p50];
	if (!Number.isFinite(before) || !Number.isFinite(after))
		return `Before the record the middle of your runs is ${yearText(before)}; after it, ${yearText(after)}.`;
	const moved = before - after;
	const years = formatNumber(Math.abs(moved), 'yr', { digits: 2 });
	const way = moved > 0 ? 'nearer' : 'farther off';
	if (Math.abs(moved) < SOME) return `The record taught you next to nothing: it moved you by ${years}.`;
	return Math.abs(moved) < MUCH
		? `The record moved you by ${years}: the work comes ${way}.`
		: `The record moved you by as much as ${years}: the work comes ${way}.`;
}

export const ofHundred = (share: number): string => {
	if (share > 0 && share < 0.005) return 'fewer than 1';
	if (share < 1 && share > 0.995) return 'more than 99';
	return String(Math.round(share * 100));
};

/** Returns how many of the reports are left out, in one sentence; empty if none is. */
export function leftOutText(leftOut: number, all: number): string {
	if (leftOut === 0) return '';
	if (leftOut === all) return 'You have left out every report.';
	return `You have left out ${countInWords(leftOut)} of ${countInWords(all)} reports: ${leftOut === 1 ? 'it has' : 'they have'} no part in this.`;
}

/** Returns what the figure shows, in one paragraph. */
export function summary(steps: readonly EvidenceStep[], leftOut = ''): string {
	const text = summaryOf(steps);
	return leftOut ? `${leftOut} ${text}` : text;
}
function summaryOf(steps: readonly EvidenceStep[]): string {
	const [prior, last] = [steps[0]!, steps.at(-1)!];
	const half = ({ agiYear: { p50, p25, p75 } }: EvidenceStep) =>
		`${yearText(p50)} in the middle of the runs, ${yearText(p25)} to ${yearText(p75)} in half of them`;
	const before = `Before any report counts, nineteen jobs in twenty can be done by ${half(prior)}.`;
	if (last.until === undefined) return before;
	const after = `With the record ${untilText(last)}: ${half(last)}.`;
	const odds = `By ${SOON} that is ${ofHundred(last.odds[0])} runs of a hundred where it was ${ofHundred(prior.odds[0])}, by ${LATER} ${ofHundred(last.odds[1])} where it was ${ofHundred(prior.odds[1])}.`;
	return `${before} ${after} ${odds} Since runs differ in weight, they are as good as ${formatNumber(last.effective, '–')} equal ones.`;
}

export const columns = [
	'Record counted',
	'Middle of the runs',
	'Half of them',
	'Nine in ten',
	'Equal runs',
	`Odds by ${SOON}, times`,
	`Odds by ${LATER}, times`,
];

/** Returns the factor by which a report multiplied the odds of a chance; a dash where either is beyond telling. */
export function factorText(before: number, after: number): string {
	const factor = (after / (1 - after)) * ((1 - before) / before);
	return Number.isFinite(factor) && factor > 0 ? formatNumber(factor, '–', { digits: 2 }) : '–';
}
export const rows = (steps: readonly EvidenceStep[]): string[][] =>
	steps.map((step, i) => {
		const { p05, p25, p50, p75, p95 } = step.agiYear;
		const earlier = steps[i - 1];
		return [
			untilText(step),
			yearText(p50),
			`${yearText(p25)} to ${yearText(p75)}`,
			`${yearText(p05)} to ${yearText(p95)}`,
			formatNumber(step.effective, '–'),
			...([0, 1] as const).map((date) => (earlier ? factorText(earlier.odds[date], step.odds[date]) : '–')),
		];
	});

/** Minimum move of an assumption to be listed, in standard deviations of the prior. */
export const MOVED = 0.1;

/** Returns the label of a moved assumption, and its median before and after. Throws if the key is unknown. */
export function movedText({ key, before, after }: Shift): { label: string; values: string } {
	const parameter = Object.entries(record.parameters).find(([name]) => name === key)?.[1];
	if (!parameter)
		throw new Error(
			`movedText: the record model has no parameter "${key}". Known: ${Object.keys(record.parameters).join(', ')}.`,
		);
	const [from, to] = [before.p50, after.p50].map((value) => formatNumber(value, parameter.unit, { digits: 3 }));
	return { label: parameter.label, values: from === to ? `${to}, as before` : `${from} → ${to}` };
}

/** The odds given one third of the predicted reports. */
export interface ThirdRow {
	readonly what: string;
	readonly soon: string;
	readonly later: string;
}
const range = (from: string | undefined, below: string | undefined) =>
	from === undefined ? `under ${below}` : below === undefined ? `over ${from}` : `${from} to ${below}`;

export function thirdsOf({ thirds }: Expectation, text: (value: number) => string): ThirdRow[] {
	return thirds.map(({ below, odds: [soon, later] }, i) => {
		const from = i === 0 ? undefined : text(thirds[i - 1]!.below);
		return {
			what: range(from, Number.isFinite(below) ? text(below) : undefined),
			soon: ofHundred(soon),
			later: ofHundred(later),
		};
	});
}
export const billions = (value: number): string => formatNumber(value, 'bn$', { digits: 2 });
export const shareText = (value: number): string => formatNumber(value, 'fraction', { digits: 2 });

/** Returns the odds now and given the upper and the lower third, in one sentence. */
export function expectedText({ odds, revenue }: Expected, by: number): string {
	const [low, high] = [revenue.thirds[0]!, revenue.thirds[2]!];
	const passed = revenue.thirds[1]!.below;
	const now = `Now it comes by ${SOON} in ${ofHundred(odds[0])} of a hundred runs, by ${LATER} in ${ofHundred(odds[1])}.`;
	const up = `If labs’ revenue passes ${billions(passed)} a year by the end of ${by}, that becomes ${ofHundred(high.odds[0])} and ${ofHundred(high.odds[1])}`;
	const down = `if it stays under ${billions(low.below)}, ${ofHundred(low.odds[0])} and ${ofHundred(low.odds[1])}`;
	return `${now} ${up}; ${down}.`;
}
