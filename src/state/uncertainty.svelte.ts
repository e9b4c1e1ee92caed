import { SvelteSet } from 'svelte/reactivity';

/** The seed until a reader asks for another draw: the same for all, so that two readers see the same numbers. */
export const FIRST_SEED = 1;

/** How sure the reader is: whether ranges are shown, from which draw, and which assumptions are held certain. One for the page. */
class Uncertainty {
	/** There while ranges are shown. */
	seed = $state<number | undefined>();
	/** Whether the runs are those that the reported record leaves, wherever a figure shares an assumption with the forecast. */
	isGiven = $state(false);
	/** Parameters that do not vary, whatever is said of them: ids. */
	readonly #pinned = new SvelteSet<string>();

	get isOn(): boolean {
		return this.seed !== undefined;
	}
	show(seed: number | undefined = FIRST_SEED): void {
		this.seed = seed;
	}
	hide(): void {
		this.seed = undefined;
	}
	giveRecord(isGiven: boolean): void {
		this.isGiven = isGiven;
	}
	/** Another ten thousand runs of the same beliefs: what moves now is chance. */
	drawAgain(): void {
		this.show((this.seed ?? 0) + 1);
	}
	get pinned(): readonly string[] {
		return [...this.#pinned];
	}
	isPinned(key: string): boolean {
		return this.#pinned.has(key);
	}
	pin(key: string, isCertain: boolean): void {
		if (isCertain) this.#pinned.add(key);
		else this.#pinned.delete(key);
	}
	pinOnly(keys: readonly string[]): void {
		this.#pinned.clear();
		for (const key of keys) this.#pinned.add(key);
	}
}
export const uncertainty = new Uncertainty();
