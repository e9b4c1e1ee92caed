import { getContext, untrack } from 'svelte';

/** Collects entries from descendant components through Svelte's context, so that no figure lists its own parts. */
export class Registry<T> {
	/** Not a SvelteSet: during teardown Svelte returns state from before other parts joined. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #parts = new Set<() => T>();
	#changes = 0;
	/** Reactive copy of `#changes`, read by dependents. */
	#seen = $state(0);

	/** In the order of registration. */
	get parts(): readonly (() => T)[] {
		void this.#seen;
		return [...this.#parts];
	}
	join(part: () => T): () => void {
		this.#parts.add(part);
		this.#tell();
		return () => {
			this.#parts.delete(part);
			this.#tell();
		};
	}
	/** Untracked: a part may be created while a derived value of the drawing is computed. */
	#tell(): void {
		untrack(() => (this.#seen = ++this.#changes));
	}
}

/**
 * Registers a part in the registry that an ancestor set under this context key, until the calling component is
 * destroyed. Does nothing if there is none.
 */
export function registerIn<T>(key: symbol, part: () => T): void {
	const joined = getContext<Registry<T> | undefined>(key);
	if (!joined) return;
	const leave = joined.join(part);
	$effect(() => leave);
}
