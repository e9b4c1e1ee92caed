import type { Component } from 'svelte';

/** The component of each kind of figure that shows an experiment and that a short text may have, by path: `../<Kind>/<Kind>.experiment.svelte`. */
export const shortExperiments = import.meta.glob<Component<Record<string, unknown>>>(
	'../[A-Z]*/[A-Z]*.experiment.svelte',
	{ eager: true, import: 'default' },
);
