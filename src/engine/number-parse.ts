import { wordsAfter, type Unit } from './number-format.ts';

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
/** What one of the unit is worth in the smallest thing a reader might type: dollars, or hundredths of a share. */
const typedIn: Partial<Record<Unit, number>> = { bn$: 1e9, tn$: 1e12 };

const NUMBER = /^([-−]?)\$?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(?:e([+-]?\d{1,3}))?\s*(%|×|x)?\s*([a-z]*)$/i;
const POWER = /^([-−]?)\$?(?:(\d+(?:\.\d+)?)\s*[·*×x]\s*)?10\^([-−]?\d{1,3})\s*(%)?$/i;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
/** 10²⁵ as 10^25. */
const withCaret = (text: string) =>
	text.replace(
		/(?<=10)[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/,
		(power) => `^${Array.from(power, (c) => '0123456789-'[SUPERSCRIPTS.indexOf(c)]).join('')}`,
	);

/** Without the unit's own words, so that a number can be typed as the page writes it: "8.7 years", "2.1·10²⁵ FLOP". */
function withoutUnit(text: string, unit: Unit): string {
	const words = wordsAfter(unit)
		.map((after) => after.replace(/^%/, '').trim())
		.find((after) => after !== '' && text.endsWith(after));
	return words ? text.slice(0, -words.length) : text;
}

/**
 * A number as people type it: 1e6, 1,000,000, 1M, 10^6, 52.3%, $29bn. In a unit of billions a bare 29 is 29 billion and
 * 29bn is the same. Undefined where it is no number, so that the caller can say so.
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
	if (!match || (match[4] === '%' && !isShare(unit))) return undefined;
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
	return finite(suffix && suffix > 1 ? number / (typedIn[unit] ?? 1) : number);
}

/** Dollars as a unit of money counts them; undefined for every other unit. */
export const inUnit = (dollars: number, unit: Unit): number | undefined => {
	const one = typedIn[unit];
	return one === undefined ? undefined : finite(dollars / one);
};

/** Only shares are typed in percent: 50% of a count is no count. */
const isShare = (unit: Unit): boolean => wordsAfter(unit).some((after) => after.startsWith('%'));

/** Twelve digits drop the dust of 52.3 × 0.01. */
const finite = (value: number): number | undefined =>
	Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : undefined;
