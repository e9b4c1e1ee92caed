import { fromSuperscript, SUPERSCRIPT_CLASS } from '../src/engine/superscript.ts';
import type { Unit } from '../src/engine/units.ts';

/** What one of the unit counts in what is printed, written out again here so that the page is checked by a second hand. */
const worth: Partial<Record<Unit, number>> = { fraction: 0.01, '1/month': 0.01, '1/yr': 0.01, bn$: 1e-9, tn$: 1e-12 };
const sizes: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

const NUMBER = new RegExp(
	String.raw`^(−?)\$?(?:([\d,]+(?:\.\d+)?)\s?(thousand|million|billion|trillion)?|(?:(\d+(?:\.\d+)?)·)?10(${SUPERSCRIPT_CLASS}+))(?:[%×]?)(?: [a-zA-Z][\w -]*)?$`,
);

/**
 * Reads a number off the page as a person would: "1 million×", "17%", "$29 billion", "2.1·10²⁵ FLOP", "8.7 years".
 * `place` is what one more in the last digit shown would add; zeros that end a whole number may be rounding, and are not counted.
 */
export function readNumber(text: string, unit: Unit): { value: number; place: number } {
	const match = NUMBER.exec(text.replaceAll('\u00a0', ' ').trim());
	if (!match) throw new Error(`"${text}" does not read as a number.`);
	const [, minus, digits, size, mantissa, power] = match;
	const figures = (digits ?? mantissa ?? '1').replaceAll(',', '');
	const order = power === undefined ? 0 : Number(fromSuperscript(power));
	const scale = (power === undefined ? (sizes[size ?? ''] ?? 1) : 10 ** order) * (worth[unit] ?? 1);
	const [whole, decimals] = figures.split('.') as [string, string?];
	const exponent = decimals === undefined ? (/[1-9]0+$/.exec(whole)?.[0].slice(1).length ?? 0) : -decimals.length;
	return { value: (minus ? -1 : 1) * Number(figures) * scale, place: 10 ** exponent * scale };
}
