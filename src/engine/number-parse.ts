import { fromSuperscript, SUPERSCRIPT_CLASS } from './superscript.ts';
import { unitRecord, type Unit } from './units.ts';

const suffixes: Readonly<Record<string, number>> = {
	k: 1e3,
	thousand: 1e3,
	m: 1e6,
	million: 1e6,
	b: 1e9,
	bn: 1e9,
	billion: 1e9,
	t: 1e12,
	tn: 1e12,
	trillion: 1e12,
};

const NUMBER = /^([-−]?)\$?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e([+-]?\d{1,3}))?\s*(%|×|x)?\s*([a-z]*)$/i;
const POWER = /^([-−]?)\$?(?:(\d+(?:\.\d+)?)\s*[·*×x]\s*)?10\^([-−]?\d{1,3})\s*(%)?$/i;
const RAISED = new RegExp(`(?<=10)${SUPERSCRIPT_CLASS}+`);

/** Rewrites 10²⁵ as 10^25. */
const withCaret = (text: string) => text.replace(RAISED, (exponent) => `^${fromSuperscript(exponent)}`);

/** Removes the unit's printed words from the end, so that a number can be typed as the page prints it: "8.7 years". */
function withoutUnit(text: string, unit: Unit): string {
	const { after = '', one = after } = unitRecord(unit);
	const words = [after, one]
		.map((printed) => printed.replace(/^%/, '').trim())
		.find((printed) => printed !== '' && text.endsWith(printed));
	return words ? text.slice(0, -words.length) : text;
}

/**
 * Parses a number as people type it: 1e6, 1,000,000, 1M, 10^6, 52.3%, $29bn. In a unit of billions a bare 29 is 29 billion, as is
 * 29bn. Returns undefined if the text is not a number, or is a percentage in a unit that is not a share.
 */
export function parseNumber(text: string, unit: Unit): number | undefined {
	if (text.length > 64) return undefined;
	const trimmed = withCaret(withoutUnit(text.trim().replace(/\u00a0/g, ' '), unit)).trim();
	const power = POWER.exec(trimmed.replace(/×$/, ''));
	if (power)
		return finite(
			Number(`${power[2] ?? 1}e${power[3]!.replace('−', '-')}`) * (power[1] ? -1 : 1) * (power[4] ? 0.01 : 1),
		);
	const match = NUMBER.exec(trimmed);
	if (!match || (match[4] === '%' && !unitRecord(unit).isShare)) return undefined;
	const [, sign, digits, exponent, mark, word] = match as unknown as [
		string,
		string,
		string,
		string?,
		string?,
		string?,
	];
	const suffix = word ? suffixes[word.toLowerCase()] : 1;
	if (suffix === undefined && !unit.toLowerCase().startsWith(word!.toLowerCase())) return undefined;
	const number =
		Number(`${digits.replaceAll(',', '')}e${exponent ?? 0}`) *
		(suffix ?? 1) *
		(sign ? -1 : 1) *
		(mark === '%' ? 0.01 : 1);
	return finite(suffix && suffix > 1 ? number / dollarsPer(unit, 1) : number);
}

/** Dollars per counted unit of money that is typed with a suffix; `otherwise` for every other unit. */
function dollarsPer<T>(unit: Unit, otherwise: T): number | T {
	const { abbreviation, factor } = unitRecord(unit);
	return abbreviation === undefined ? otherwise : factor!;
}

/** Converts dollars to a unit of billions or trillions of dollars; returns undefined for every other unit. */
export function fromDollars(dollars: number, unit: Unit): number | undefined {
	const size = dollarsPer(unit, undefined);
	return size === undefined ? undefined : finite(dollars / size);
}

/** Rounds to 12 digits, which removes the rounding error of 52.3 × 0.01; returns undefined if infinite. */
const finite = (value: number): number | undefined =>
	Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : undefined;
