import type { Component } from 'svelte';

type Kind = Component<Record<string, unknown>>;

/** Returns the component in the folder of a kind. Throws an error that lists the known kinds if there is none. */
export function kindOf(kinds: Readonly<Record<string, Kind>>, kind: string): Kind {
	const folderOf = (path: string) => path.split('/')[1];
	const path = Object.keys(kinds).find((other) => folderOf(other) === kind);
	if (path) return kinds[path]!;
	throw new Error(`No kind of figure "${kind}". Known: ${Object.keys(kinds).map(folderOf).join(', ')}.`);
}
