import { SvelteMap } from 'svelte/reactivity';

/** What the reader guessed before looking, by model, in the unit of the output that it asks for. Kept for this visit; in a link only when asked. */
class Guesses {
	readonly #made = new SvelteMap<string, number>();
	/** Whether the link that is copied next carries the guesses. */
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
	take(made: ReadonlyMap<string, number>): void {
		for (const [model, value] of made) this.#made.set(model, value);
	}
	share(asked: boolean): void {
		this.inLink = asked;
	}
}
export const guesses = new Guesses();
