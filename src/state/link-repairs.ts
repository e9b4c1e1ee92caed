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

/** Rewrites characters of a text, and those that its percent-encoding stands for. */
const replaceCharacters = (text: string, characters: RegExp, by: (character: string) => string): string =>
	text.replace(characters, by).replace(/(?:%[\dA-F]{2})+/gi, (encoded) => {
		const decoded = decode(encoded);
		const changed = decoded?.replace(characters, by);
		return changed === undefined || changed === decoded ? encoded : encodeURIComponent(changed);
	});
const nothing = () => '';

/** Characters without a shape, such as soft hyphens and direction marks; white space is not among them. */
export const INVISIBLE = /(?!\s)[\p{Cf}\p{Cc}\p{Variation_Selector}\u034F]/gu;
const PLUS_AS_SPACE = /(?<=^|[&=])\++|\++(?=$|[&=])/g;
const DASH = /(?!-)[\p{Pd}−]/gu;
const FULL_WIDTH = /[！-～]/g;
/** A percent sign is not punctuation: it changes the number before it. */
const PUNCTUATION = /(?:(?![%‰٪])[\p{P}\p{S}\s])+$/u;
/** Escapes of JSON, JavaScript, Markdown and shells; a backslash may be percent-encoded. */
const ESCAPE = /(?:\\|%5C)(?:u00|x)(2[36D]|3[BDF])|(?:\\|%5C)(?=[?&=#;_.-])/gi;
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
				query
					.replace(/(^|&)(?:(?:amp|#0*38|#x0*26);|#0*38(?!\d))+/gi, '$1')
					.replace(/&(?:equals|#0*61|#x0*3d);/gi, '='),
				({ raw, key }) => (key?.startsWith('amp') && isKey(key.slice(3)) ? raw.slice(3) : undefined),
			),
	},
	{
		// HTML knows some names without a semicolon: “&notes” becomes “¬es”. A test names a key that begins with another of them.
		notice: '“¬” was read as “&not”.',
		mend: (query, isKey) =>
			query.replace(/(?:¬|%C2%AC)([\w-]*)(?==)/gi, (all, rest: string) => (isKey(`not${rest}`) ? `&not${rest}` : all)),
	},
	{
		notice: 'Escapes, such as \\u0026 and \\&, were read as the characters that they stand for.',
		mend: (query) => query.replace(ESCAPE, (_, code?: string) => (code ? String.fromCharCode(parseInt(code, 16)) : '')),
	},
	{
		notice: 'Full-width characters were read as ordinary ones.',
		mend: (query) => {
			const ordinary = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);
			// Encoded separators are ones that were typed, as they would be without their width.
			const separators = query.replace(/%EF%BC%(86|9D|9F)/gi, (encoded) => ordinary(decode(encoded)!));
			return replaceCharacters(separators, FULL_WIDTH, ordinary);
		},
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
	{
		notice: 'Invisible characters in the link were left out.',
		mend: (query) => replaceCharacters(query, INVISIBLE, nothing),
	},
	{ notice: 'Dashes in the link were read as hyphens.', mend: (query) => replaceCharacters(query, DASH, () => '-') },
	{
		notice: 'Spaces and line breaks in the link were left out.',
		mend: (query) => replaceCharacters(query.replace(PLUS_AS_SPACE, ''), /\s/g, nothing),
	},
	{
		notice: '“=” at the end of a line was left out.',
		mend: (query, isKey) =>
			eachPair(query, ({ rawKey, rawValue }) => {
				const [more = '', ...rest] = rawValue.split('=');
				if (rest.length > 0 && !isKey(rawKey) && isKey(`${rawKey}${more}`)) return `${rawKey}${more}=${rest.join('=')}`;
				return isKey(rawKey) && rest.length > 0 ? `${rawKey}=${more}${rest.join('')}` : undefined;
			}),
	},
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
