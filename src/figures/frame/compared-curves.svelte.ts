import { setContext } from 'svelte';
import { registerIn, Registry } from '../../charts/registry.svelte.ts';
import { comparison, type Compared } from '../../state/comparison.svelte.ts';

/** How the curves of those compared are drawn, in every figure: each by a dash of its own, in their order. */
const DASHES = ['dashed', 'dotted', 'dash-dotted'] as const;
export type Dash = (typeof DASHES)[number];
export const dashOf = (id: string): Dash =>
	DASHES[comparison.all.findIndex((compared) => compared.id === id) % DASHES.length] ?? DASHES[0];

/** Those compared who are drawn in one figure, by the ids that its curves join with. Its key names them. */
export class ComparedCurves extends Registry<readonly string[]> {
	/** In the order of the comparison. */
	get all(): readonly Compared[] {
		const ids = this.parts.flatMap((part) => part());
		return comparison.all.filter(({ id }) => ids.includes(id));
	}
}
const KEY = Symbol('drawn beside');
export const provideComparedCurves = (): ComparedCurves => setContext(KEY, new ComparedCurves());
export const registerComparedCurves = (ids: () => readonly string[]): void => registerIn(KEY, ids);
