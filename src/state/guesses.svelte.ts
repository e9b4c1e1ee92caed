import { SvelteMap } from 'svelte/reactivity';

/** The reader's guesses, by model, in the unit of the output that was asked for. They last as long as the page is open. */
class Guesses {
	readonly #made = new SvelteMap<string, number>();
	/** Whether links carry the guesses; only at the reader's request. */
	inLink = $state(false);

	of(model: string): number | undefined {
		return this.#made.get(model);
	}
	get all(): ReadonlyMap<string, number> {
		return this.#made;
	}
	make(model: string, value: number): void {
		this.#made.set(model, value);
	}
	addAll(made: ReadonlyMap<string, number>): void {
		for (const [model, value] of made) this.#made.set(model, value);
	}
	share(isShared: boolean): void {
		this.inLink = isShared;
	}
}
export const guesses = new Guesses();
