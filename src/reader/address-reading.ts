import type { Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';
import { arrival } from '../state/arrival.svelte.ts';
import { assumptions } from '../state/assumptions.svelte.ts';
import { comparison } from '../state/comparison.svelte.ts';
import { applyViewing, clearViewing } from '../state/link-keys.ts';
import { readLink } from '../state/link.ts';
import { countSettings, settingsQuery } from '../state/page-settings.ts';
import { savedSettings } from '../state/saved-settings.svelte.ts';
import { tabSettings } from '../state/tab-settings.ts';
import { openedWager } from '../state/wager.svelte.ts';
import type { AddressSync } from './address-sync.ts';
import { isEmbedded } from './embedded.ts';
import { missingTargetNotices, pointedAt } from './greeting-place.ts';

/** The notices about the target of the address, which the next target replaces. */
let targetNotices: readonly string[] = [];
function notifyOfTarget(): void {
	const others = arrival.notices.filter((notice) => !targetNotices.includes(notice));
	targetNotices = missingTargetNotices();
	if (others.length + targetNotices.length > 0 || arrival.notices.length > 0)
		arrival.notices = [...others, ...targetNotices];
}

/**
 * Repairs an address in which something stands behind the name of a place: punctuation that a mail program took for its end, what
 * other sites append, or the settings, which are then read. Returns a notice; undefined if nothing was repaired.
 */
function repairTarget(): string | undefined {
	const { name, element } = pointedAt();
	const [id = ''] = /^[\w-]*/.exec(name) ?? [];
	const target = element ? null : (document.getElementById(id) ?? document.getElementById(id.toLowerCase()));
	if (!target) return undefined;
	const behind = name.slice(id.length);
	const isQuery = location.search === '' && readLink(behind, parameters).pairsRead > 0;
	const search = isQuery ? behind.replace(/^[?&]*/, '?') : location.search;
	history.replaceState(history.state, '', `${location.pathname}${search}#${target.id}`);
	target.scrollIntoView();
	return isQuery
		? `Settings after “#${id}” in the link were read.`
		: `“${name.slice(0, 32)}” in the link was read as “${target.id}”.`;
}

/**
 * Brings the settings of the address into force. On arrival, what the reader changed before this script was loaded stands wherever
 * the link is silent.
 */
export function followAddress(sync: AddressSync, isArrival: boolean): void {
	const repair = repairTarget();
	const parsed = readLink(location.search, parameters);
	arrival.notices = [...parsed.notices, ...(repair === undefined ? [] : [repair])];
	notifyOfTarget();
	const early = isArrival ? assumptions.changes : new Map<string, Value>();
	assumptions.load(new Map([...parsed.editionDefaults, ...early, ...parsed.values]));
	if (!isEmbedded()) arrival.openLink(parsed.edition, parsed.editionDefaults);
	if (!isArrival) clearViewing();
	applyViewing(parsed);
	sync.foreign = parsed.foreign;
	sync.current = sync.provenance;
	if (early.size > 0) sync.reject();
	else sync.accept();
}

/** Whether this page was opened by going back or forward in the history of the tab. */
const isTraversal = (): boolean => {
	const [navigation] = performance.getEntriesByType('navigation');
	return navigation !== undefined && 'type' in navigation && navigation.type === 'back_forward';
};

/** Brings the reader's own settings into force, as they are in this tab now. */
function restoreOwn(sync: AddressSync, query: string): void {
	const parsed = readLink(query, parameters);
	assumptions.load(new Map([...parsed.editionDefaults, ...parsed.values]));
	clearViewing();
	applyViewing(parsed);
	arrival.leave();
	savedSettings.adopt(query);
	savedSettings.offered = 0;
	sync.replace();
}

/** Whether the current entry may show what the reader assumes by now: it is their own, or was opened without settings. */
const isReaders = ({ provenance }: AddressSync): boolean =>
	provenance === 'own' || (provenance === undefined && readLink(location.search, parameters).pairsRead === 0);

/**
 * Decides, after the address was followed on arrival, whose the settings are, and what the greeting shows. They are the reader's
 * own if this tab handed them over, or this browser saved them; where they come from is never guessed from the referrer. Going
 * back to an entry of the reader's own goes back in place, and keeps what they have assumed since.
 */
export function receiveArrival(sync: AddressSync): void {
	savedSettings.load();
	savedSettings.offered = 0;
	const { mine, carried } = tabSettings.read();
	const query = settingsQuery();
	if (isTraversal() && mine !== undefined && isReaders(sync)) {
		if (mine !== query) restoreOwn(sync, mine);
		return;
	}
	if (location.search === '') {
		if (sync.provenance === undefined) savedSettings.offered = countSettings(savedSettings.current);
		return;
	}
	const isHere = (settings: string | undefined) => !isTraversal() && settings === query;
	if (sync.provenance === 'own' || isHere(mine) || isHere(savedSettings.current)) {
		savedSettings.adopt(query);
		tabSettings.write({ mine: query });
		if (query !== '') sync.mark('own');
	} else if (sync.provenance === 'carried' || isHere(carried)) sync.mark('carried');
	else receive();
}

/** Shows the settings in force as a sender's. */
function receive(): void {
	arrival.receive();
	// If the sender changed nothing, no greeting leads to the comparison.
	comparison.isOpen =
		(comparison.other !== undefined || openedWager.now !== undefined) && arrival.senderChanges === undefined;
}

/** Follows a jump within the page, or a step back or forward between entries of this page. */
export function followHistory(sync: AddressSync): void {
	const { provenance } = sync;
	if (sync.isRead) {
		// Nothing but the place has changed, and what the address could not take is not lost.
		notifyOfTarget();
		if (sync.current) sync.mark(sync.current);
	} else if (isEmbedded()) followAddress(sync, false);
	else if (isReaders(sync))
		restoreOwn(sync, arrival.isAwaitingAnswer ? (tabSettings.read().mine ?? '') : settingsQuery());
	else {
		followAddress(sync, false);
		if (provenance === undefined) receive();
	}
}

/** Follows what other pages of this tab have changed while this one was kept in the browser's memory. */
export function followReturn(sync: AddressSync): void {
	const { mine } = tabSettings.read();
	if (isEmbedded() || mine === undefined || mine === settingsQuery() || !isReaders(sync)) return;
	savedSettings.load();
	restoreOwn(sync, mine);
}
