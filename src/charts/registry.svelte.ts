import { getContext, untrack } from 'svelte';

/** What the parts of one drawing have to say, gathered as they are drawn, so that no figure has to list its own parts. */
export class Registry<T> {
	/** A plain set: what leaves does so while it is taken down, when Svelte gives state as it was before others joined. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #parts = new Set<() => T>();
	#changes = 0;
	/** Follows `#changes`, for whoever draws by it. */
	#seen = $state(0);

	/** In the order in which they joined. */
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
	/** A part may be born while something else of the picture is being worked out. */
	#tell(): void {
		untrack(() => (this.#seen = ++this.#changes));
	}
}

/** Joins what a component above has put into the context under this key, for as long as the one that calls is there; does nothing where nobody has. */
export function registerIn<T>(key: symbol, part: () => T): void {
	const joined = getContext<Registry<T> | undefined>(key);
	if (!joined) return;
	const leave = joined.join(part);
	$effect(() => leave);
}
