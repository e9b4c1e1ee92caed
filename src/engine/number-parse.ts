import { fromSuperscript, SUPERSCRIPT_CLASS } from './superscript.ts';
import { printedUnit, printedUnits, unitRecord, type Unit } from './units.ts';

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

/**
 * Signs that mean one thing in every locale. In these patterns, a tick represents any separator of thousands, a
 * vertical bar a decimal sign.
 */
const SIGNS: Readonly<Record<string, string>> = {
	'٫': '|',
	'٬': "'",
	'،': ',',
	'、': ',',
	'。': '.',
	'｡': '.',
	'٪': '%',
};
const CLASSES: readonly (readonly [RegExp, string])[] = [
	// Arabic, Hebrew and Persian keyboards and formats put direction marks beside signs.
	[/\p{Cf}/u, ''],
	[/\p{Zs}/u, ' '],
	[/[’‘ʼ′´`_]/, "'"],
	[/[\p{Pd}−]/u, '-'],
];
const DIGIT = /\p{Nd}/u;
/** Returns the value of a decimal digit of any script: Unicode has them in runs of ten, from zero to nine. */
function digitOf(digit: string): string {
	const code = digit.codePointAt(0)!;
	let start = code;
	while (DIGIT.test(String.fromCodePoint(start - 1))) start--;
	return String((code - start) % 10);
}
/** Returns a character in ASCII, if it is a digit, a full-width character, or a sign of a number in another script. */
function ascii(character: string): string {
	if (DIGIT.test(character)) return digitOf(character);
	if (/[！-～]/.test(character)) return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
	return SIGNS[character] ?? CLASSES.find(([characters]) => characters.test(character))?.[1] ?? character;
}
/** Writes digits and signs of other scripts as ASCII. */
const normalized = (text: string) => Array.from(text, ascii).join('');

const CURRENCY = String.raw`(?:US\$|\$US|USD|\$)`;
const CURRENCY_BEFORE = new RegExp(`^([-+]?)\\s*${CURRENCY}\\s*`, 'i');
const CURRENCY_AFTER = new RegExp(`\\s*${CURRENCY}$`, 'i');
/** Removes the dollar sign, before or after the number. */
const withoutCurrency = (text: string) => text.replace(CURRENCY_BEFORE, '$1').replace(CURRENCY_AFTER, '');
/** Moves a percent sign from before the number, as Turkish and Basque have it, to its end. */
const withPercentLast = (text: string) => text.replace(/^([-+]?)%\s*([^%]+)$/, '$1$2%');

const MANTISSA = String.raw`(?:\d[\d.,' |]*?|[.,|]\d+?)`;
const NUMBER = new RegExp(`^([-+]?)\\s*(${MANTISSA})(?:\\s*e([+-]?\\d{1,3}))?\\s*(%|×|x)?\\s*([a-z]*)$`, 'i');
const POWER = new RegExp(`^([-+]?)(?:(${MANTISSA})\\s*[·*×x]\\s*)?10\\^(-?\\d{1,3})\\s*(%)?$`, 'i');
const RAISED = new RegExp(`(?<=10)${SUPERSCRIPT_CLASS}+`);

/** Groups of digits: of three, as most of the world writes them, or of two before the last three, as in India. */
const GROUPS = /^\d{1,3}([,.' ])\d{3}(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/;
const ungrouped = (digits: string): string | undefined =>
	/^\d*$/.test(digits) ? digits : GROUPS.test(digits) ? digits.replace(/\D/g, '') : undefined;

/**
 * Returns the numbers that a mantissa can mean, as ASCII, the likelier first: one for "2,4", "1 000" and "1.000.000", two for
 * "1,000" (a thousand, or one) and "1.500", none if the separators make no number.
 */
function mantissas(text: string): readonly string[] {
	const decimalAt = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'), text.lastIndexOf('|'));
	const whole = ungrouped(text.replaceAll('|', 'x'));
	if (decimalAt < 0) return whole === undefined ? [] : [whole];
	const sign = text[decimalAt]!;
	const [before, after] = [text.slice(0, decimalAt), text.slice(decimalAt + 1)];
	const integer = before.includes(sign) ? undefined : ungrouped(before);
	const decimal = integer === undefined || !/^\d+$/.test(after) ? undefined : `${integer || 0}.${after}`;
	// A number that begins with zero has no separators of thousands.
	const grouped = before.startsWith('0') ? undefined : whole;
	const [first, second] = sign === ',' ? [grouped, decimal] : [decimal, grouped];
	return [first, second].filter((reading) => reading !== undefined);
}

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
 * Returns every number that a text can mean, as people type it in any locale, the likelier first: 1e6, 1,000,000, 1 000 000, 1M,
 * 10^6, 52.3%, 52,3 %, $29bn, ٢٫٤. In a unit of billions a bare 29 is 29 billion, as is 29bn. Empty if the text is not a
 * number, or is a percentage in a unit that is not a share.
 */
export function numberReadings(text: string, unit: Unit): readonly number[] {
	if (text.length > 64) return [];
	const number = withoutCurrency(withoutUnit(normalized(text).trim(), unit).trim());
	const trimmed = withCaret(withPercentLast(number)).trim();
	const readings = (values: readonly (number | undefined)[]) => [
		...new Set(values.filter((value) => value !== undefined)),
	];
	const power = POWER.exec(trimmed.replace(/×$/, ''));
	if (power) {
		const [, sign, mantissa = '1', exponent, mark] = power;
		return readings(
			mantissas(mantissa).map((digits) =>
				finite(Number(`${digits}e${exponent}`) * (sign === '-' ? -1 : 1) * (mark ? 0.01 : 1)),
			),
		);
	}
	const match = NUMBER.exec(trimmed);
	if (!match || (match[4] === '%' && !unitRecord(unit).isShare)) return [];
	const [, sign, mantissa = '', exponent = '0', mark, word = ''] = match;
	const suffix = word ? suffixes[word.toLowerCase()] : 1;
	if (suffix === undefined && !unit.toLowerCase().startsWith(word.toLowerCase())) return [];
	return readings(
		mantissas(mantissa).flatMap((digits) => {
			const number =
				Number(`${digits}e${exponent}`) * (suffix ?? 1) * (sign === '-' ? -1 : 1) * (mark === '%' ? 0.01 : 1);
			if (suffix && suffix > 1) return [finite(number / dollarsPer(unit))];
			return (mark || match[3] ? inDollars(number, unit) : bareReadings(number, unit)).map(finite);
		}),
	);
}

/**
 * Returns the readings of a text in the unit that it names, or else in that in which `shown` is printed: beside “8 hours” a bare 10
 * is ten hours, where the parameter counts minutes.
 */
export function readingsBeside(text: string, unit: Unit, shown: number): readonly number[] {
	const written = normalized(text).trim();
	const named = printedUnits(unit).find((printed) => withoutUnit(written, printed.unit) !== written);
	const { unit: read, size } = named ?? printedUnit(shown, unit);
	return numberReadings(text, read).map((value) => finite(value * size) ?? value);
}

/** A larger number in a field of billions or trillions was typed in dollars: 105000000000. */
const MOST_COUNTED = 1e6;
const inDollars = (number: number, unit: Unit): readonly number[] =>
	Math.abs(number) <= MOST_COUNTED || dollarsPer(unit) === 1 ? [number] : [number / dollarsPer(unit), number];

/** Returns what a number without a percent sign means: in a share 10 is 10%, and 0.1 is a tenth or else 0.1%. */
function bareReadings(number: number, unit: Unit): readonly number[] {
	if (!unitRecord(unit).isShare || number === 0) return inDollars(number, unit);
	return Math.abs(number) >= 1 ? [number / 100, number] : [number, number / 100];
}

/** Returns the likeliest reading of a typed number; undefined if the text is not a number. */
export const parseNumber = (text: string, unit: Unit): number | undefined => numberReadings(text, unit)[0];

/** Returns the dollars per counted unit of money that is typed with a suffix; one for every other unit. */
function dollarsPer(unit: Unit): number {
	const { abbreviation, factor = 1 } = unitRecord(unit);
	return abbreviation === undefined ? 1 : factor;
}

/** Rounds to 12 digits, which removes the rounding error of 52.3 × 0.01; returns undefined if infinite. */
const finite = (value: number): number | undefined =>
	Number.isFinite(value) ? Number(value.toPrecision(12)) + 0 : undefined;
