import { setContext } from 'svelte';
import { registerIn, Registry } from '../../charts/registry.svelte.ts';
import { comparison, type Compared } from '../../state/comparison.svelte.ts';

/** Dash patterns of compared positions, in the order of the comparison, the same in every figure. */
const DASHES = ['dashed', 'dotted', 'dash-dotted'] as const;
export type Dash = (typeof DASHES)[number];
export const dashOf = (id: string): Dash =>
	DASHES[comparison.compared.findIndex((compared) => compared.id === id) % DASHES.length] ?? DASHES[0];

/** The compared positions that one figure draws, by the ids that its curves register. The figure's key names them. */
export class ComparedCurves extends Registry<readonly string[]> {
	/** In the order of the comparison. */
	get all(): readonly Compared[] {
		const ids = this.parts.flatMap((part) => part());
		return comparison.compared.filter(({ id }) => ids.includes(id));
	}
}
const KEY = Symbol('drawn beside');
export const provideComparedCurves = (): ComparedCurves => setContext(KEY, new ComparedCurves());
export const registerComparedCurves = (ids: () => readonly string[]): void => registerIn(KEY, ids);
