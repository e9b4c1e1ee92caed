import { experimentOf } from '../experiments/registry.ts';
import { Sweep, type SweepRow } from '../experiments/sweep.ts';
import { later, type LaterPart } from '../hydration/later.svelte.ts';

/** The published runs of each experiment, as rows, fetched when they are needed (build/csv-rows.ts). */
const files = import.meta.glob<{ readonly default: readonly SweepRow[] }>('../../content/data/experiments/*.csv', {
	query: '?columns=all',
});
const parts = new Map<string, LaterPart<Sweep>>();

/** Returns the published runs of an experiment, as a part that is fetched when it is needed. */
export function publishedSweep(id: string): LaterPart<Sweep> {
	const known = parts.get(id);
	if (known) return known;
	const load = files[`../../content/data/experiments/${id}.csv`];
	if (!load) throw new Error(`content/data/experiments/${id}.csv is missing. Run npm run experiments -- ${id}.`);
	const part = later('the published runs', async () => ({
		default: new Sweep(experimentOf(id), (await load()).default),
	}));
	parts.set(id, part);
	return part;
}
