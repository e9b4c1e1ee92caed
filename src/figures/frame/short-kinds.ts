import type { Component } from 'svelte';

/**
 * The component of each kind of figure that draws a model and that a short text may have, by path: `../<Kind>/<Kind>.svelte`. They are in
 * the script of every page. Parts that load later are one folder further down.
 */
export const shortKinds = import.meta.glob<Component<Record<string, unknown>>>(
	['../[A-Z]*/[A-Z]*.svelte', '!../[A-Z]*/*.*.svelte'],
	{ eager: true, import: 'default' },
);
