import { getContext, setContext } from 'svelte';
import type { DrawnCurve } from './drawn-csv.ts';

/** The curves of one figure, asked for only when somebody takes its numbers along. Curves join as they are drawn. */
export class DrawnData {
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #curves = new Set<() => readonly DrawnCurve[]>();
	join(curves: () => readonly DrawnCurve[]): () => void {
		this.#curves.add(curves);
		return () => this.#curves.delete(curves);
	}
	get curves(): readonly DrawnCurve[] {
		return [...this.#curves].flatMap((curves) => curves());
	}
}
const KEY = Symbol('drawn data');
export const startData = (): DrawnData => setContext(KEY, new DrawnData());
export function joinData(curves: () => readonly DrawnCurve[]): void {
	const data = getContext<DrawnData | undefined>(KEY);
	if (!data) return;
	const leave = data.join(curves);
	$effect(() => leave);
}
