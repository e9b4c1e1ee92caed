import { parameters } from '../models/registry.ts';
import { serializeReader, viewingKeys } from '../state/link-keys.ts';
import type { OtherReader } from '../state/other-reader.ts';
import { readLink, writeLink } from '../state/link.ts';
import { serializeTerms, type WagerTerms } from '../state/wager-terms.ts';
import type { Wager } from '../state/wager.svelte.ts';

/** Returns the wager as its link carries it. */
export function wagerOf(terms: WagerTerms, one: OtherReader, two: OtherReader): Wager {
	const { key } = viewingKeys.wager;
	const text = [
		`${key}terms=${serializeTerms(terms)}`,
		...serializeReader(`${key}one-`, one, parameters),
		...serializeReader(`${key}two-`, two, parameters),
	].join('&');
	// Read as its reader will read it, so that both see the same.
	return readLink(text, parameters).wager!;
}

/** Returns the address of a wager. It carries nothing of this reader's but what is in it. */
export const wagerLink = (wager: Wager): string =>
	`${location.origin}${import.meta.env.BASE_URL}${writeLink((id) => parameters.get(id)!.default, parameters, [], { wager })}`;
