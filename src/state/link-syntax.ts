import type { Parameter, Value } from '../engine/parameter.ts';

/** The longest query that is read, in characters. */
export const LONGEST_QUERY = 8192;
const LONGEST_NUMBER = 64;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?$/;
/** The longest text of a link that a notice quotes. */
const LONGEST_QUOTE = 32;

/** Whether a value from storage, which any script of the origin may have written, is a query that the essay may have written. */
export const isQuery = (value: unknown): value is string =>
	typeof value === 'string' && (value === '' || value.startsWith('?')) && value.length <= LONGEST_QUERY;

/** One `key=value` of a query. */
export interface Pair {
	/** The pair as it stands in the address. */
	readonly raw: string;
	readonly rawKey: string;
	readonly rawValue: string;
	/** The key, decoded; undefined if its percent-encoding is malformed. */
	readonly key: string | undefined;
	/** The value, decoded, likewise. */
	readonly value: string | undefined;
}

/** Decodes percent-encoding. Returns undefined if it is malformed. */
export function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** Splits a query, with or without its question mark, into pairs. A pair without an equals sign has an empty value. */
export const splitPairs = (query: string): readonly Pair[] =>
	query
		.replace(/^\?/, '')
		.split('&')
		.filter((raw) => raw !== '')
		.map((raw) => {
			const [rawKey = '', ...rest] = raw.split('=');
			const rawValue = rest.join('=');
			return { raw, rawKey, rawValue, key: decode(rawKey), value: decode(rawValue) };
		});

/** Returns the kebab-case link key of a camelCase parameter id. */
export const toLinkKey = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Quotes text from a link for a notice: shortened, and without control or direction characters. */
export function quote(text: string): string {
	const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
	return `“${clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean}”`;
}

/** Parses a number as links write it. Returns undefined if the text is anything else, or too large for a number. */
export function parseLinkNumber(text: string | undefined): number | undefined {
	if (text === undefined || text.length > LONGEST_NUMBER || !NUMBER.test(text)) return undefined;
	// Adding zero turns -0 into 0.
	const number = Number(text) + 0;
	return Number.isFinite(number) ? number : undefined;
}

/** Writes a value with the fewest digits that read back the same, and without a plus, which a query turns into a space. */
export const serializeValue = (value: Value): string => encodeURIComponent(String(value).replace('e+', 'e'));

/** Writes a pair for each parameter that differs from its default, in the order of definition. */
export const serializeSettings = (
	valueOf: (id: string) => Value,
	parameters: ReadonlyMap<string, Parameter>,
): readonly string[] =>
	[...parameters]
		.filter(([id, parameter]) => valueOf(id) !== parameter.default)
		.map(([id]) => `${toLinkKey(id)}=${serializeValue(valueOf(id))}`);
