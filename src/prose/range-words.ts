import type { FormatOptions, Unit } from '../engine/number-format.ts';
import { quantityText, type Quantity } from '../models/quantity.ts';
import { NOW } from '../parameters/abilities.ts';
import { spanText } from './span-text.ts';

/** A share or a sum of money below this is said to be below it: what tells one tiny run from another is chance. */
const LEAST: Partial<Record<Unit, number>> = { fraction: 1e-4, '1/yr': 1e-4, '1/month': 1e-4, bn$: 1e-3, tn$: 1e-6 };
/** Above this a share keeps a third digit: two would call it whole. */
const NEARLY_ALL = 0.95;

/** An end of a range to two digits, away from what is inside it: chance gives no more, and what was inside stays so. */
function outwards(value: number, isLow: boolean, digits: number): number {
	if (value === 0 || !Number.isFinite(value)) return value;
	const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);
	// A value that is on the step but for its dust stays there.
	const steps = Number((value / step).toPrecision(12));
	return Number(((isLow ? Math.floor(steps) : Math.ceil(steps)) * step).toPrecision(12));
}

/** Whether a range of years reaches into the past, where nothing is left to be foretold, although the settings do not. */
export const isCut = ({ unit }: Quantity, own: number, low: number): boolean =>
	unit === 'year' && low < NOW && Math.floor(own) >= NOW;

/**
 * From one end to the other, in a person's words: "8.7 to 40 years", "under $1 million to $3 billion", "now to 2048", "2033 or
 * later". Empty where both ends read alike. `own` is what the settings come to.
 */
export function rangeWords(
	quantity: Quantity,
	own: number,
	low: number,
	high: number,
	options: FormatOptions = {},
): string {
	const { unit } = quantity;
	const isYear = unit === 'year';
	const least = LEAST[unit] ?? 0;
	const text = (value: number, style: FormatOptions['style'] = options.style, digits = 2) =>
		quantityText(quantity, value, {
			...options,
			...(style && { style }),
			...(isYear || unit === 'orders' ? {} : { digits }),
			never: 'never',
		});
	const word = (value: number, isLow: boolean, style?: FormatOptions['style']) => {
		if (isYear) return isLow && isCut(quantity, own, value) ? 'now' : text(value);
		if (value > 0 && value < least) return `under ${text(least)}`;
		const digits = unit === 'fraction' && value > NEARLY_ALL ? 3 : 2;
		return text(unit === 'orders' ? value : outwards(value, isLow, digits), style, digits);
	};
	if (!Number.isFinite(high)) {
		if (!Number.isFinite(low)) return '';
		return `${word(low, true)} or ${isYear ? 'later' : 'more'}`;
	}
	const ends = (style?: FormatOptions['style']) => [word(low, true, style), word(high, false, style)] as const;
	const spelt = /illion/;
	const said = ends();
	// Two ends in one scale: both in words or both in figures.
	const [from, to] =
		said.filter((end) => spelt.test(end)).length === 1 && !said[0].includes('$') ? ends('figures') : said;
	return from === to ? '' : spanText(from, to);
}
