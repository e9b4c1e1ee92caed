import { EDITION } from '../state/editions.ts';
import { changesIn, readLink, type ParsedLink } from '../state/link.ts';
import { parameters } from '../models/registry.ts';
import type { Value } from '../engine/parameter.ts';

/** The settings of a pasted link, with notices; or why there are none. */
export type Pasted =
	{ readonly values: ReadonlyMap<string, Value>; readonly notices: readonly string[] } | { readonly error: string };

/** The longest text that an error quotes. */
const LONGEST_QUOTE = 32;
const HINT = 'Paste one that was copied here: it has a question mark, and settings after it.';

/** Reads a whole address, or only its query, as strictly as any link. Of an address, nothing but the query is read. */
export function readPasted(text: string): Pasted {
	const link = text.trim();
	const start = link.indexOf('?');
	const query = (start >= 0 ? link.slice(start + 1) : link).split('#')[0]!;
	if (start < 0 && !/^[\w-]+=/.test(query))
		return {
			error: link.includes('/')
				? `That link carries no settings, so it is the essay’s own. ${HINT}`
				: link === ''
					? `The field is empty. ${HINT}`
					: `“${link.slice(0, LONGEST_QUOTE)}” is not a link with settings. ${HINT}`,
		};
	const parsed: ParsedLink = readLink(query, parameters);
	const isOurs =
		parsed.values.size > 0 || parsed.editionDefaults.size > 0 || parsed.notices.length > 0 || /(^|&)m=/.test(query);
	if (!isOurs) return { error: `That link has no setting of this essay after its question mark. ${HINT}` };
	return {
		values: changesIn(parsed, parameters),
		notices:
			parsed.edition < EDITION && parsed.editionDefaults.size > 0
				? [...parsed.notices, `It was made with edition ${parsed.edition}, and is read as it was then.`]
				: parsed.notices,
	};
}
