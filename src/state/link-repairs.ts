import { decode, splitPairs, type Pair } from './link-syntax.ts';

/** Damage that a link takes when a mail program, a messenger or a search engine rewrites it, and the way back. */
export interface Repair {
	/** The notice to the reader: what was damaged, and how it was read. */
	readonly notice: string;
	/** Whether it is tried only if no pair of the query can be read, because its result replaces the whole query. */
	readonly isOfWhole?: boolean;
	/** Returns the query without the damage; the same query if it has none. */
	mend(query: string, isKey: (key: string) => boolean): string;
}

/** The most repairs of one link, one after another. */
const MOST_STEPS = 32;
/** The most times that one value is decoded. */
const MOST_DECODINGS = 5;
/** The longest query that is repaired, in characters: a wrapper adds a few thousand to a link. */
const LONGEST_REPAIRED = 32_768;

/** Splits a query whose question mark is gone: another one is damage. */
const pairsOf = (query: string): readonly Pair[] => splitPairs(`?${query}`);

/** Returns a query with each pair rewritten; a pair for which `change` returns undefined stays as it is. */
const eachPair = (query: string, change: (pair: Pair) => string | undefined): string =>
	pairsOf(query)
		.map((pair) => change(pair) ?? pair.raw)
		.join('&');

/** Writes a value so that it stays one value of a query. */
const encode = (text: string): string => text.replace(/[%&=#?;\s]/g, encodeURIComponent);

/** Decodes the Base64 of an address, which some wrappers write after two characters of their own. */
function decodeBase64(text: string): string | undefined {
	const [, encoded] = /^(?:a1)?(aHR0c[\w+/-]+)=*$/.exec(text) ?? [];
	try {
		return encoded && atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
	} catch {
		return undefined;
	}
}

/** Returns the address within a wrapper's parameter; undefined if the value is none. */
function wrappedAddress({ rawValue }: Pair): string | undefined {
	// URL Defense writes a hyphen for the percent sign and an underscore for the slash.
	let text: string | undefined = /^https?-3A__/.test(rawValue)
		? rawValue.replace(/-(?=[\dA-F]{2})/gi, '%').replaceAll('_', '/')
		: (decodeBase64(rawValue) ?? rawValue);
	// A wrapper within a wrapper is encoded once more.
	for (let times = 0; times < MOST_DECODINGS && text !== undefined; times++) {
		if (/^(https?:)?\/[^?]*\?/i.test(text)) return text;
		text = decode(text);
	}
	return undefined;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]|%C2%AD|%E2%80%8[B-F]|%E2%81%A[0-4]|%EF%BB%BF/gi;
const WHITESPACE = /\s|%20|%0[9AD]|%C2%A0|(?<=^|[&=])\++|\++(?=$|[&=])/gi;
const DASH = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]|%E2%80%9[0-5]|%E2%88%92|%EF%B9%(?:98|A3)|%EF%BC%8D/gi;
const PUNCTUATION = /[\s)\]}>.,;:!?'"*_|`~\\’”“‘»«›‹—–]+$/;
/** Three stops at the end say that the link was cut short, so that its last value is not known. */
const CUT_SHORT = /(\.\.\.|…)\W*$/;

/**
 * Every damage that is known to happen to links. To add one, add a record. If either of two records explains a link, the
 * earlier one is named.
 */
export const repairs: readonly Repair[] = [
	{
		notice: 'The link stood inside a link of another site, from which it was taken.',
		isOfWhole: true,
		mend(query) {
			const address = pairsOf(query)
				.map(wrappedAddress)
				.find((found) => found !== undefined);
			return address ? address.slice(address.indexOf('?') + 1) : query;
		},
	},
	{
		// URL Defense puts the link in its own path, and this behind it.
		notice: 'What another site had added behind the link was left out.',
		mend: (query) => query.replace(/__;[^&]*!!.*$/, ''),
	},
	{
		notice: '“&amp;” was read as “&”.',
		mend: (query, isKey) =>
			eachPair(
				query.replace(/(^|&)(?:(?:amp|#38|#x26);)+/gi, '$1').replace(/&(?:equals|#61|#x3d);/gi, '='),
				({ raw, key }) => (key?.startsWith('amp') && isKey(key.slice(3)) ? raw.slice(3) : undefined),
			),
	},
	{ notice: '“=3D” was read as “=”.', mend: (query) => query.replace(/=3D/gi, '=') },
	{
		notice: 'Encoded separators, such as %3D and %26, were read as “=” and “&”.',
		mend: (query) =>
			eachPair(query, (pair) =>
				wrappedAddress(pair) === undefined
					? pair.raw.replace(/%(?:25)*(3D|26|3F|23|3B)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
					: undefined,
			),
	},
	{
		notice: 'Encoding that was applied twice was undone.',
		mend: (query) => query.replace(/%(?:25)+(?=[\dA-F]{2})/gi, '%'),
	},
	{ notice: '“?” between two settings was read as “&”.', mend: (query) => query.replace(/[?&]*\?[?&]*/g, '&') },
	{ notice: 'What followed “#” was left out.', mend: (query) => query.replace(/#[^&]*/g, '') },
	{ notice: '“;” was read as “&”.', mend: (query) => query.replace(/;/g, '&') },
	{
		notice: 'Capital letters in the names of settings were read as small ones.',
		mend: (query, isKey) =>
			eachPair(query, ({ key, rawValue }) => {
				const small = key?.toLowerCase();
				return key !== undefined && small !== undefined && !isKey(key) && isKey(small)
					? `${small}=${rawValue}`
					: undefined;
			}),
	},
	{
		notice: 'Capital letters in values were read as small ones.',
		mend: (query) =>
			eachPair(query, ({ rawKey, value }) =>
				value && /[A-Z]/.test(value) ? `${rawKey}=${encode(value.toLowerCase())}` : undefined,
			),
	},
	{ notice: 'Invisible characters in the link were left out.', mend: (query) => query.replace(INVISIBLE, '') },
	{ notice: 'Dashes in the link were read as hyphens.', mend: (query) => query.replace(DASH, '-') },
	{ notice: 'Spaces and line breaks in the link were left out.', mend: (query) => query.replace(WHITESPACE, '') },
	{
		notice: 'Punctuation after a value was left out.',
		mend: (query) =>
			eachPair(query, ({ rawKey, value = '' }) => {
				const kept = value.replace(PUNCTUATION, '');
				return kept === value || CUT_SHORT.test(value) ? undefined : `${rawKey}=${encode(kept)}`;
			}),
	},
];

/** The name of another reader is free text, which no repair may change. */
const isName = ({ rawKey }: Pair) => rawKey === 'their-name';

/** Applies repairs until none finds anything. Returns the query, and the repairs that changed it. */
function apply(applied: readonly Repair[], query: string, isKey: (key: string) => boolean) {
	const used = new Set<Repair>();
	let repaired = query;
	for (let step = 0; step < MOST_STEPS; step++) {
		const pairs = pairsOf(repaired);
		const names = pairs.filter(isName).map(({ raw }) => raw);
		const rest = pairs.filter((pair) => !isName(pair)).map(({ raw }) => raw);
		const text = rest.join('&');
		// An earlier repair goes first again, because a later one may have uncovered its damage.
		const repair = applied.find(({ mend }) => mend(text, isKey) !== text);
		if (!repair) break;
		used.add(repair);
		repaired = [repair.mend(text, isKey), ...names].filter(Boolean).join('&');
	}
	return { query: repaired, used };
}

/**
 * Repairs the pairs of a query that cannot be read, if that makes some of them readable; pairs that can be read stay as they
 * are. Otherwise returns the query unchanged.
 */
export function repairQuery(
	query: string,
	isKey: (key: string) => boolean,
	isReadable: (pair: Pair) => boolean,
): { readonly query: string; readonly notices: readonly string[] } {
	const unchanged = { query, notices: [] };
	if (query.length > LONGEST_REPAIRED) return unchanged;
	const pairs = pairsOf(query.replace(/^\?/, ''));
	const intact = pairs.filter(isReadable).map(({ raw }) => raw);
	if (intact.length === pairs.length) return unchanged;
	const damaged = pairs.filter((pair) => !isReadable(pair)).map(({ raw }) => raw);
	const mended = (applied: readonly Repair[]) => apply(applied, damaged.join('&'), isKey).query;
	const gain = (applied: readonly Repair[]) => pairsOf(mended(applied)).filter(isReadable).length;
	const tried = repairs.filter(({ isOfWhole }) => !isOfWhole || intact.length === 0);
	const { used } = apply(tried, damaged.join('&'), isKey);
	let needed = tried.filter((repair) => used.has(repair));
	let best = gain(needed);
	for (const repair of needed.toReversed()) {
		const without = needed.filter((other) => other !== repair);
		const rest = gain(without);
		if (rest >= best) [needed, best] = [without, rest];
	}
	if (best === 0) return unchanged;
	return { query: [...intact, mended(needed)].join('&'), notices: needed.map(({ notice }) => notice) };
}
