import { fromSuperscript, SUPERSCRIPT_CLASS } from '../../src/engine/superscript.ts';
import type { Unit } from '../../src/engine/units.ts';

/** Factor from printed numbers to the unit. Deliberately independent of src/engine/units.ts. */
const factors: Partial<Record<Unit, number>> = { fraction: 0.01, '1/month': 0.01, '1/yr': 0.01, bn$: 1e-9, tn$: 1e-12 };
/** Amounts of the unit in another unit in which it may be printed, by that one's name. */
const others: Partial<Record<Unit, readonly (readonly [name: RegExp, factor: number])[]>> = {
	min: [
		[/ hours?$/, 60],
		[/ seconds?$/, 1 / 60],
	],
	months: [
		[/ years?$/, 12],
		[/ days?$/, 12 / 365.25],
	],
};
const sizes: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

const NUMBER = new RegExp(
	String.raw`^(−?)\$?(?:([\d,]+(?:\.\d+)?)\s?(thousand|million|billion|trillion)?|(?:(\d+(?:\.\d+)?)·)?10(${SUPERSCRIPT_CLASS}+))(?:[%×]?)(?: [a-zA-Z][\w -]*)?$`,
);

/**
 * Reads a printed number: "1 million×", "17%", "$29 billion", "2.1·10²⁵ FLOP", "8.7 years". Throws if there is none.
 * `place` is one unit in the last significant digit; trailing zeros of a whole number do not count as significant.
 */
export function readNumber(text: string, unit: Unit): { value: number; place: number } {
	const match = NUMBER.exec(text.replaceAll('\u00a0', ' ').trim());
	if (!match)
		throw new Error(
			`readNumber: "${text}" is not a printed number. Expected a form such as 17%, $29 billion or 10²⁵ FLOP.`,
		);
	const [, minus, digits, size, mantissa, power] = match;
	const figures = (digits ?? mantissa ?? '1').replaceAll(',', '');
	const order = power === undefined ? 0 : Number(fromSuperscript(power));
	const factor = others[unit]?.find(([name]) => name.test(text))?.[1] ?? factors[unit] ?? 1;
	const scale = (power === undefined ? (sizes[size ?? ''] ?? 1) : 10 ** order) * factor;
	const [whole, decimals] = figures.split('.') as [string, string?];
	const exponent = decimals === undefined ? (/[1-9]0+$/.exec(whole)?.[0].slice(1).length ?? 0) : -decimals.length;
	return { value: (minus ? -1 : 1) * Number(figures) * scale, place: 10 ** exponent * scale };
}
