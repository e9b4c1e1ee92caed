import { SvelteSet } from 'svelte/reactivity';
import { FIRST_SEED } from './first-seed.ts';

/** Whether the page shows ranges, from which seed, and which parameters do not vary. All islands share it. */
class Uncertainty {
	/** The seed of the runs; undefined while no ranges are shown. */
	seed = $state<number | undefined>();
	/** Whether runs are conditioned on the reported record, in every model that shares a parameter with the forecast. */
	isGiven = $state(false);
	/** Ids of the parameters that do not vary. */
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
	/** Draws the same assumptions with the next seed, so that the change is sampling error alone. */
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
