import { EDITION } from '../state/editions.ts';
import { changesIn, readLink } from '../state/link.ts';
import { INVISIBLE } from '../state/link-repairs.ts';
import { decode } from '../state/link-syntax.ts';
import { parameters } from '../models/registry.ts';
import type { Value } from '../engine/parameter.ts';

/** The settings of a pasted link, with notices; or why there are none. */
export type Pasted =
	| { readonly values: ReadonlyMap<string, Value>; readonly notices: readonly string[] }
	| { readonly error: string; readonly notices: readonly string[] };

/** The longest text that an error quotes, and the longest that is searched for a link. */
const LONGEST_QUOTE = 32;
const LONGEST_TEXT = 65_536;
const HINT = 'Paste one that was copied here: it has a question mark, and settings after it.';
const OWN_READER = 'That link carries no settings: its reader assumes what the essay assumes.';

/** How the parts of a link that is broken up are put together. */
interface Joint {
	/** What a part loses at its end, if another follows. */
	readonly end: RegExp;
	/** What is put between two parts. */
	readonly between: string;
	readonly notice: string;
}
const LEFT_OUT = 'Spaces and line breaks in the link were left out.';
const JOINTS: readonly Joint[] = [
	{ end: /$/, between: '', notice: LEFT_OUT },
	// Mail programs end a line that goes on with an equals sign, which is not part of the link.
	{ end: /=$/, between: '', notice: LEFT_OUT },
	{ end: /[,;&]*$/, between: '&', notice: 'Spaces and line breaks in the link were read as “&”.' },
];

/** What ends a link in text: white space, brackets and quotation marks around it, and the middle of a Markdown link. */
const AROUND = /[\s<>"“”„«»|「」『』（）【】《》]+|\]\(/;
/** A reference to “&” would end the address, since it has a “#”. */
const REFERENCE = /&#(?:0*38|x0*26);/gi;

/** Returns the query of an address that may be encoded as a whole; undefined if it has none. */
function queryIn(address: string): string | undefined {
	let text: string | undefined = address.replace(REFERENCE, '&').replaceAll('？', '?');
	for (let times = 0; times < 4 && text !== undefined; times++) {
		if (text.includes('?')) return text.slice(text.indexOf('?') + 1).split('#')[0]!;
		if (/^[\w-]+=/.test(text)) return text.split('#')[0]!;
		text = text.includes('%') ? decode(text) : undefined;
	}
	return undefined;
}

/** Whether an address is one of this site's. */
function isOwnAddress(text: string): boolean {
	const base = import.meta.env.BASE_URL;
	const address = text.replace(/^[^/]*\/\/[^/]*/, (origin) => origin.toLowerCase());
	return [location.origin, import.meta.env.SITE].some((site) => site && address.startsWith(new URL(base, site).href));
}

interface Found {
	readonly query: string;
	/** What was done to put parts of the text together; undefined if the link is one part. */
	readonly joined: string | undefined;
}

/** Finds the link in a text: the part, or the parts together, from which most settings can be read. */
function findLink(text: string): Found | undefined {
	const parts = text.split(AROUND).filter((part) => part && !/^[>|]+$/.test(part));
	const starts = parts.flatMap((part, i) => (queryIn(part) === undefined ? [] : [i]));
	let best: (Found & { readonly score: number }) | undefined;
	for (const start of starts.slice(0, 8))
		for (let end = start + 1; end <= Math.min(parts.length, start + 40); end++)
			for (const { end: lost, between, notice } of JOINTS) {
				const all = parts.slice(start, end);
				const joined = all.map((part, i) => (i < all.length - 1 ? part.replace(lost, '') : part)).join(between);
				const query = queryIn(joined) ?? '';
				const { pairsRead, notices, foreign } = readLink(query, parameters);
				// A whole text that reads without a fault is one link, although a part of it would read too.
				const isWhole = start === 0 && end === parts.length && notices.length === 0 && foreign.length === 0;
				const score = pairsRead + (isWhole ? 0.5 : 0);
				if (!best || score > best.score) best = { query, joined: all.length > 1 ? notice : undefined, score };
			}
	return best;
}

/**
 * Reads the link in a pasted text: a whole address, only its query, or either within other words. It is repaired and read as the
 * link of an address is. Returns an error if nothing was read: silence is not the consent of another reader.
 */
export function readPasted(text: string): Pasted {
	const link = text.trim();
	const visible = link.slice(0, LONGEST_TEXT).replace(INVISIBLE, '');
	const found = findLink(visible);
	if (!found) {
		if (isOwnAddress(visible)) return { values: new Map(), notices: [OWN_READER] };
		return {
			error:
				link === ''
					? `The field is empty. ${HINT}`
					: link.includes('/')
						? `That link carries no settings. ${HINT}`
						: `“${link.slice(0, LONGEST_QUOTE)}” is not a link with settings. ${HINT}`,
			notices: [],
		};
	}
	const { pairsRead, edition, editionDefaults, ...parsed } = readLink(found.query, parameters);
	if (pairsRead === 0) {
		if (parsed.notices.length > 0)
			return { error: 'No setting could be read from that link.', notices: parsed.notices };
		if (isOwnAddress(visible)) return { values: new Map(), notices: [OWN_READER] };
		return { error: `That link has no setting of this essay after its question mark. ${HINT}`, notices: [] };
	}
	const values = changesIn({ editionDefaults, values: parsed.values }, parameters);
	return {
		values,
		notices: [
			...(visible === link ? [] : ['Invisible characters in the link were left out.']),
			...(found.joined === undefined ? [] : [found.joined]),
			...parsed.notices,
			...(values.size === 0 ? [OWN_READER] : []),
			...(edition < EDITION && editionDefaults.size > 0
				? [`It was made with edition ${edition}, and is read as it was then.`]
				: []),
		],
	};
}
