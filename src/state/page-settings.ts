import { parameters } from '../models/registry.ts';
import { assumptions } from './assumptions.svelte.ts';
import { applyViewing, currentViewing } from './link-keys.ts';
import { readLink, writeLink } from './link.ts';
import { savedSettings } from './saved-settings.svelte.ts';

/** Returns the query that carries the reader's settings, after the foreign pairs that are to stay in the address. */
export const settingsQuery = (foreign: readonly string[] = []): string =>
	writeLink((id) => assumptions.get(id), parameters, foreign, currentViewing());

/** Returns the id of the section that is being read, which essay/Contents.astro marks; empty before the first section. */
export const currentSection = (): string => document.documentElement.dataset['reading'] ?? '';

/** Returns this page's address with the reader's settings, at a section. Foreign pairs do not belong in a link for others. */
export const shareableLink = (section: string = currentSection()): string =>
	`${location.origin}${location.pathname}${settingsQuery()}${section && `#${section}`}`;

/** Returns how many assumptions a query sets. */
export const countSettings = (query: string): number => readLink(query, parameters).values.size;

/** Replaces the reader's settings by those of a query: one change, which can be undone. */
export function restoreSettings(query: string): void {
	const parsed = readLink(query, parameters);
	assumptions.replaceAll(new Map([...parsed.editionDefaults, ...parsed.values]));
	applyViewing(parsed);
	savedSettings.offered = 0;
}
