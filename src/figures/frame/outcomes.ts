import { formatNumber } from '../../engine/number-format.ts';
import { quantityText, type Quantity } from '../../models/quantity.ts';
import { spanText } from '../../prose/span-text.ts';
import type { Spread } from '../../runs/asks.ts';

/** Chance gives no more digits than three. */
const outcomeText = (quantity: Quantity, value: number): string => quantityText(quantity, value, { exact: false });

/** What an infinite outcome is called among runs. */
export const neverText = (quantity: Quantity): string => quantityText({ ...quantity, never: 'never' }, Infinity);

/** Whether every run says the same, as far as a reader would see. */
export const isCertain = (quantity: Quantity, { p05, p95 }: Spread): boolean =>
	outcomeText(quantity, p05) === outcomeText(quantity, p95);

/** Said where the settings are no middling guess by our own lights. */
function edgeText(now: number, { p05, p25, p75, p95 }: Spread): string {
	if (now < p05 || now > p95)
		return ' Your settings lie outside that: together they are at the edge of what we hold possible.';
	return now < p25 || now > p75 ? ' Your settings lie outside the middle half.' : '';
}

/** How sure we are of a headline, in a sentence: the settings' own value, the middle half, nine in ten. */
export function outcomesText(quantity: Quantity, now: number, spread: Spread): string {
	const text = (value: number) => outcomeText(quantity, value);
	if (isCertain(quantity, spread))
		return `${quantity.label}: ${text(spread.p50)} in every run, since nothing that it depends on is given a range here.`;
	const half = `${spanText(text(spread.p25), text(spread.p75))} in the middle half of ${formatNumber(spread.runs, '–')} runs`;
	const most = `${spanText(text(spread.p05), text(spread.p95))} in nine of ten`;
	const out = spread.outcomes.filter((outcome) => !Number.isFinite(outcome)).length;
	const rest = out > 0 ? `; in ${out} of twenty, ${neverText(quantity)}` : '';
	return `${quantity.label}: ${text(now)} on your settings; ${half}, ${most}${rest}.${edgeText(now, spread)}`;
}

/** The table behind the dots. */
export const outcomeRows = (quantity: Quantity, { outcomes }: Spread): string[][] =>
	outcomes.map((outcome, i) => [`${i + 1} of ${outcomes.length}`, outcomeText(quantity, outcome)]);
