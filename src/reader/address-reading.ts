import type { Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { arrival } from '../state/arrival.svelte.ts';
import { assumptions } from '../state/assumptions.svelte.ts';
import { comparison } from '../state/comparison.svelte.ts';
import { applyViewing, clearViewing } from '../state/link-keys.ts';
import { readLink } from '../state/link.ts';
import { countSettings, settingsQuery } from '../state/page-settings.ts';
import { savedSettings } from '../state/saved-settings.svelte.ts';
import type { AddressSync } from './address-sync.ts';
import { isEmbedded } from './embedded.ts';
import { missingTargetNotices } from './greeting-place.ts';

/**
 * Brings the settings of the address into force. On arrival, what the reader changed before this script was loaded stands wherever
 * the link is silent.
 */
export function followAddress(sync: AddressSync, isArrival: boolean): void {
	const parsed = readLink(location.search, parameters);
	arrival.notices = [...parsed.notices, ...missingTargetNotices()];
	const early = isArrival ? assumptions.changes : new Map<string, Value>();
	assumptions.load(new Map([...parsed.editionDefaults, ...early, ...parsed.values]));
	if (!isEmbedded()) arrival.openLink(parsed.edition, parsed.editionDefaults);
	if (!isArrival) clearViewing();
	applyViewing(parsed);
	sync.foreign = parsed.foreign;
	if (early.size > 0) sync.reject();
	else sync.accept();
}

/** Decides, after the address was followed on arrival, whether the settings are the reader's own, and what the greeting shows. */
export function receiveArrival({ isOwnEntry }: AddressSync): void {
	savedSettings.load();
	const isFromEssay = document.referrer.startsWith(`${location.origin}/`);
	const isOwn = isOwnEntry || isFromEssay || settingsQuery() === savedSettings.current;
	savedSettings.offered = 0;
	if (location.search !== '' && !isOwn) {
		arrival.receive();
		// If the sender changed nothing, no greeting leads to the comparison.
		comparison.isOpen = comparison.other !== undefined && arrival.senderChanges === undefined;
	} else if (location.search !== '') savedSettings.adopt(settingsQuery());
	else if (!isOwnEntry) savedSettings.offered = countSettings(savedSettings.current);
}
