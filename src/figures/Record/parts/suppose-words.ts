import { formatNumber } from '../../../engine/number-format.ts';
import { isNumber, type NumberParameter } from '../../../engine/parameter.ts';
import record, { COUNTING } from '../../../models/record.model.ts';
import type { Supposed } from '../../../runs/queries.ts';

export type Third = 'low' | 'high';

const isCounting = (key: string): boolean => COUNTING.some((counts) => counts === key);
/** The assumptions of the forecast that vary and that a report of revenue depends on. */
export const supposable: readonly (readonly [string, NumberParameter])[] = Object.entries(record.parameters).flatMap(
	([key, parameter]) =>
		isNumber(parameter) && parameter.p05 !== undefined && key !== 'testedShare' && !isCounting(key)
			? [[key, parameter] as const]
			: [],
);

/** Effective runs below which nothing is said of them. */
const FEW = 100;
/** Years by which the two answers must differ to be called different. */
const APART = 0.3;

/** Formats a year to a tenth: the answers can be less than a year apart. */
const yearText = (year: number): string => (Number.isFinite(year) ? year.toFixed(1) : 'never');
const parameterOf = (key: string): NumberParameter => new Map<string, NumberParameter>(supposable).get(key)!;

/** Returns what is supposed, in words. */
export function conditionText(key: string, third: Third, { mark }: Pick<Supposed, 'mark'>): string {
	const { label, unit } = parameterOf(key);
	return `“${label}” is ${third === 'high' ? 'above' : 'below'} ${formatNumber(mark, unit, { digits: 3 })}`;
}

/** Returns the answers to both questions in words; undefined if too few runs remain to say anything. */
export function answersOf(supposed: Supposed): { readonly set: string; readonly learnt: string } | undefined {
	if (supposed.effective < FEW) return undefined;
	return {
		set: `Set so by hand, every other assumption as it was: ${yearText(supposed.set)}, where the middle of all runs is ${yearText(supposed.now)}.`,
		learnt: `Learnt to be so, which leaves only the runs in which it is: ${yearText(supposed.learnt)}.`,
	};
}

/** Returns how the two answers differ, and why, in words. */
export function differenceText({ set, learnt, effective, isGiven, other }: Supposed): string {
	if (effective < FEW)
		return `The runs in which it is so count for as little as ${formatNumber(effective, '–')} equal ones: too few to say what would be learnt.`;
	if (!isGiven)
		return 'No report counts, so that one assumption says nothing of another. To learn it or to set it comes to the same, but for chance among the runs.';
	if (set === learnt || Math.abs(set - learnt) < APART)
		return 'Here the two come to much the same: either the record ties this assumption to little, or what it ties it to hardly moves the date.';
	const years = Number.isFinite(set - learnt) ? ` by ${formatNumber(Math.abs(set - learnt), 'yr', { digits: 2 })}` : '';
	const why =
		'A hand gives this one another value in every run, and leaves the rest of the run and its weight. News keeps only the runs in which it was so already. Those that come near the reported revenue count for more, so that where this one is so, others tend to make up for it.';
	if (!other) return `The two differ${years}. ${why}`;
	const { label, unit } = parameterOf(other.key) ?? record.parameters[other.key as 'modelError'];
	const [before, after] = [other.before, other.after].map((value) => formatNumber(value, unit, { digits: 3 }));
	return `The two differ${years}. ${why} In the runs that remain, the middle of “${label}” is ${after}; in all runs it is ${before}.`;
}
