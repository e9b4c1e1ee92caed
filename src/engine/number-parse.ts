import type { Unit } from './number-format.ts';

const suffixes: Readonly<Record<string, number>> = {
	k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, b: 1e9, bn: 1e9, billion: 1e9, t: 1e12, tn: 1e12, trillion: 1e12,
};
/** What one of the unit is worth in the smallest thing a reader might type: dollars, or hundredths of a share. */
const typedIn: Partial<Record<Unit, number>> = { 'bn$': 1e9, 'tn$': 1e12 };

const NUMBER = /^([-−]?)\$?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e([+-]?\d{1,3}))?\s*(%|×|x)?\s*([a-z]*)$/i;
const POWER = /^(?:(\d+(?:\.\d+)?)\s*[·*×x]\s*)?10\^(-?\d{1,3})$/i;

/**
 * A number as people type it: 1e6, 1,000,000, 1M, 10^6, 52.3%, $29bn. In a unit of billions a bare 29 is 29 billion and
 * 29bn is the same. Undefined where it is no number, so that the caller can say so.
 */
export function parseNumber(text: string, unit: Unit): number | undefined {
	const trimmed = text.trim().replace(/\u00a0/g, ' ');
	if (trimmed.length > 64) return undefined;
	const power = POWER.exec(trimmed.replace(/×$/, ''));
	if (power) return finite(Number(power[1] ?? 1) * 10 ** Number(power[2]));
	const match = NUMBER.exec(trimmed);
	if (!match) return undefined;
	const [, sign, digits, exponent, mark, word] = match as unknown as [string, string, string, string?, string?, string?];
	const suffix = word ? suffixes[word.toLowerCase()] : 1;
	if (suffix === undefined && !unit.toLowerCase().startsWith(word!.toLowerCase())) return undefined;
	const number = Number(`${digits.replaceAll(',', '')}e${exponent ?? 0}`) * (suffix ?? 1) * (sign ? -1 : 1) * (mark === '%' ? 0.01 : 1);
	return finite(suffix && suffix > 1 ? number / (typedIn[unit] ?? 1) : number);
}

/** Twelve digits drop the dust of 52.3 × 0.01. */
const finite = (value: number): number | undefined => (Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : undefined);
