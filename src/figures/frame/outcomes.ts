import { formatNumber } from '../../engine/number-format.ts';
import { quantityText, type Quantity } from '../../models/quantity.ts';
import { NOW } from '../../parameters/abilities.ts';
import { isCut, rangeWords } from '../../prose/range-words.ts';
import type { Spread } from '../../runs/queries.ts';

/** Returns the words for an infinite outcome of a run. */
export const neverText = (quantity: Quantity): string => quantityText({ ...quantity, never: 'never' }, Infinity);

/** Returns whether the runs' 5th and 95th percentiles read alike. */
export const isCertain = (quantity: Quantity, { p05, p95 }: Spread): boolean =>
	quantityText(quantity, p05) === quantityText(quantity, p95);

/** Returns notes on settings outside the middle half of the runs, and on a range that starts in the past. */
function notes(quantity: Quantity, now: number, { p05, p25, p75, p95 }: Spread): string {
	const past = isCut(quantity, now, p05) ? ` Runs that put it before ${NOW} are cut there.` : '';
	if (now < p05 || now > p95)
		return `${past} Your settings lie outside that: together they are at the edge of what we hold possible.`;
	const word = quantity.unit === 'year' ? ['later', 'earlier'] : ['higher', 'lower'];
	if (now < p25) return `${past} Three runs in four or more come out ${word[0]} than your settings.`;
	return now > p75 ? `${past} Three runs in four or more come out ${word[1]} than your settings.` : past;
}

/** Returns the distribution of a headline output in sentences: the settings' value, the middle half, nine in ten. */
export function outcomesText(quantity: Quantity, now: number, spread: Spread): string {
	const own = quantityText(quantity, now);
	if (isCertain(quantity, spread))
		return `${quantity.label}: ${quantityText(quantity, spread.p50)} in every run, since nothing that it depends on is given a range here.`;
	const half = rangeWords(quantity, now, spread.p25, spread.p75) || own;
	const most = rangeWords(quantity, now, spread.p05, spread.p95) || own;
	const out = spread.outcomes.filter((outcome) => !Number.isFinite(outcome)).length;
	const rest = out > 0 ? `, and in ${out} of twenty ${neverText(quantity)}` : '';
	return `${quantity.label}: ${own} on your settings. In the middle half of ${formatNumber(spread.runs, '–')} runs, ${half}; in nine of ten, ${most}${rest}.${notes(quantity, now, spread)}`;
}

/** Returns the table of the outcomes. */
export const outcomeRows = (quantity: Quantity, { outcomes }: Spread): string[][] =>
	outcomes.map((outcome, i) => [`${i + 1} of ${outcomes.length}`, quantityText(quantity, outcome)]);
