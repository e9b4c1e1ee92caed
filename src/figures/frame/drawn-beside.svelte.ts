import { getContext, setContext, untrack } from 'svelte';
import { comparison, type Compared } from '../../state/comparison.svelte.ts';

/** How the curves of those compared are drawn, in every figure: each by a dash of its own, in their order. */
const DASHES = ['dashed', 'dotted', 'dash-dotted'] as const;
export type Dash = (typeof DASHES)[number];
export const dashOf = (id: string): Dash =>
	DASHES[
		Math.max(
			0,
			comparison.all.findIndex((compared) => compared.id === id),
		) % DASHES.length
	]!;

/** Those compared who are drawn in one figure. Its curves join as they are drawn, and its key names them. */
export class DrawnBeside {
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #curves = new Set<() => readonly string[]>();
	#changes = 0;
	#seen = $state(0);

	/** In the order of the comparison. */
	get all(): readonly Compared[] {
		void this.#seen;
		const ids = [...this.#curves].flatMap((curve) => curve());
		return comparison.all.filter(({ id }) => ids.includes(id));
	}
	join(ids: () => readonly string[]): () => void {
		this.#curves.add(ids);
		this.#tell();
		return () => {
			this.#curves.delete(ids);
			this.#tell();
		};
	}
	#tell(): void {
		untrack(() => (this.#seen = ++this.#changes));
	}
}
const KEY = Symbol('drawn beside');
export const startBeside = (): DrawnBeside => setContext(KEY, new DrawnBeside());
export function joinBeside(ids: () => readonly string[]): void {
	const drawn = getContext<DrawnBeside | undefined>(KEY);
	if (!drawn) return;
	const leave = drawn.join(ids);
	$effect(() => leave);
}
