import { SvelteMap } from 'svelte/reactivity';

/** The runs of experiments that the reader asked for: the seed of the newest, by experiment. In the link, so that it opens with the same run. */
class AskedRuns {
	readonly #seeds = new SvelteMap<string, number>();

	seedOf(experiment: string): number | undefined {
		return this.#seeds.get(experiment);
	}
	get all(): ReadonlyMap<string, number> {
		return this.#seeds;
	}
	ask(experiment: string, seed: number): void {
		this.#seeds.set(experiment, seed);
	}
	replaceAll(seeds: ReadonlyMap<string, number>): void {
		this.#seeds.clear();
		for (const [experiment, seed] of seeds) this.#seeds.set(experiment, seed);
	}
}
export const askedRuns = new AskedRuns();
