import { EDITION } from '../state/editions.ts';
import { changesIn, readLink, type ParsedLink } from '../state/link.ts';
import { parameters } from '../models/registry.ts';
import type { Value } from '../engine/parameter.ts';

/** What was pasted, read as strictly as any link: whose assumptions it carries, what must be said of it, or why it carries none. */
export type Pasted =
	{ readonly values: ReadonlyMap<string, Value>; readonly notices: readonly string[] } | { readonly why: string };

/** A whole address or only its settings. Where it leads does not matter: nothing but its query is looked at. */
export function readPasted(text: string): Pasted {
	const link = text.trim();
	const start = link.indexOf('?');
	const query = (start >= 0 ? link.slice(start + 1) : link).split('#')[0]!;
	if (start < 0 && !/^[\w-]+=/.test(query))
		return {
			why: link.includes('/')
				? 'That link carries no settings, so it is the essay’s own.'
				: 'That is no link. Paste one that was copied here: it has a question mark, and settings after it.',
		};
	const parsed: ParsedLink = readLink(query, parameters);
	const isOurs =
		parsed.values.size > 0 || parsed.editionDefaults.size > 0 || parsed.notices.length > 0 || /(^|&)m=/.test(query);
	if (!isOurs) return { why: 'None of what stands after the question mark in that link is a setting of this essay.' };
	return {
		values: changesIn(parsed, parameters),
		notices:
			parsed.edition < EDITION && parsed.editionDefaults.size > 0
				? [...parsed.notices, `It was made with edition ${parsed.edition}, and is read as it was then.`]
				: parsed.notices,
	};
}
