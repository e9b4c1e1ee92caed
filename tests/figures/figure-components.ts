import type { Component } from 'svelte';
import { kindOf } from '../../src/figures/frame/kind-of.ts';

const components = import.meta.glob<Component<Record<string, unknown>>>('../../src/figures/[A-Z]*/[A-Z]*.svelte', {
	eager: true,
	import: 'default',
});

/** Returns the component of a kind of figure, of a model or of an experiment. */
export const componentOf = (kind: string) =>
	kindOf(
		Object.fromEntries(
			Object.entries(components).map(([path, found]) => [path.replace('../../src/figures', '..'), found]),
		),
		kind,
	);

/** Names of all kinds of figures. */
export const figureKinds: readonly string[] = Object.keys(components).map((path) => path.split('/').at(-2)!);
