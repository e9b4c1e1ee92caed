import { formatParts, type FormatOptions, type FormattedNumber } from '../engine/number-format.ts';
import { printedUnit, unitRecord } from '../engine/units.ts';
import type { Quantity } from '../models/quantity.ts';
import { NOW } from '../parameters/abilities.ts';
import { spanText } from './span-text.ts';

/** Rounds an interval's end outward, so that the printed interval contains the exact one. */
function outwards(value: number, isLow: boolean, digits: number): number {
	if (value === 0 || !Number.isFinite(value)) return value;
	const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);
	// A value on a step, but for rounding error, stays on it.
	const steps = Number((value / step).toPrecision(12));
	return Number(((isLow ? Math.floor(steps) : Math.ceil(steps)) * step).toPrecision(12));
}

/** Whether the low end of a range of years has passed while the reader's own value has not; it then reads “now”. */
export const isCut = ({ unit }: Quantity, own: number, low: number): boolean =>
	unitRecord(unit).isDate === true && low < NOW && Math.floor(own) >= NOW;

/**
 * Returns a range in words: “8.7 to 40 years”, “under $1 million to $3 billion”, “now to 2048”, “2033 or later”. Empty if both
 * ends read the same. `own` is the quantity's value under the settings in force.
 */
export function rangeWords(
	quantity: Quantity,
	own: number,
	low: number,
	high: number,
	options: FormatOptions = {},
): string {
	const { unit } = quantity;
	const { isDate, decimals, before, least = 0, nearlyWhole = Infinity } = unitRecord(unit);
	const like = Number.isFinite(high) ? high : low;
	const { size } = printedUnit(like, unit);
	const format = (value: number, style = options.style, digits = 2): FormattedNumber =>
		formatParts(value, unit, {
			...options,
			like,
			...(style && { style }),
			...(isDate || decimals !== undefined ? {} : { digits }),
			never: 'never',
		});
	const end = (value: number, isLow: boolean, style?: FormatOptions['style']): FormattedNumber => {
		if (isDate)
			return isLow && isCut(quantity, own, value) ? formatParts(Infinity, unit, { never: 'now' }) : format(value);
		if (value > 0 && value < least) {
			const bound = format(least);
			return { ...bound, kind: 'bound', text: `under ${bound.text}` };
		}
		const digits = value > nearlyWhole ? 3 : 2;
		return format(decimals === undefined ? outwards(value / size, isLow, digits) * size : value, style, digits);
	};
	if (!Number.isFinite(high)) {
		if (!Number.isFinite(low)) return '';
		return `${end(low, true).text} or ${isDate ? 'later' : 'more'}`;
	}
	const ends = (style?: FormatOptions['style']) => [end(low, true, style), end(high, false, style)] as const;
	const worded = ends();
	// Either both ends name a scale ("million") or neither does; sums of money may differ, since theirs is always named.
	const isMixed = (worded[0].scale === undefined) !== (worded[1].scale === undefined) && before === undefined;
	const [from, to] = isMixed ? ends('figures') : worded;
	return from.text === to.text ? '' : spanText(from, to);
}
