import type { Component } from 'svelte';

type Kind = Component<Record<string, unknown>>;

const folderOf = (path: string) => path.split('/')[1];

/** Returns whether a kind is among these. */
export const hasKind = (kinds: Readonly<Record<string, Kind>>, kind: string): boolean =>
	Object.keys(kinds).some((path) => folderOf(path) === kind);

/** Returns the component in the folder of a kind. Throws an error that lists the known kinds if there is none. */
export function kindOf(kinds: Readonly<Record<string, Kind>>, kind: string): Kind {
	const path = Object.keys(kinds).find((other) => folderOf(other) === kind);
	if (path) return kinds[path]!;
	throw new Error(`No kind of figure "${kind}". Known: ${Object.keys(kinds).map(folderOf).join(', ')}.`);
}
