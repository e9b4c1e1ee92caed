import { baselineOf } from '../../engine/model.ts';
import type { Experiment, ExperimentInputs } from '../../experiments/experiment.ts';
import type { Sweep } from '../../experiments/sweep.ts';
import { publishedSweep } from '../../runs/published-sweeps.ts';

export interface Sources<E extends Experiment, Drawn> {
	/** What the page was printed with, from the published runs at the essay's own settings. */
	readonly printed: () => readonly Drawn[];
	/** Reads the same from the published runs at any settings. */
	readonly read: (sweep: Sweep, inputs: ExperimentInputs<E>) => readonly Drawn[];
	readonly inputs: () => ExperimentInputs<E>;
	/** Parameters whose values are all in what is drawn, such as that of the x axis. */
	readonly drawn: readonly (keyof E['parameters'] & string)[];
	/** Draws nothing where the reader's settings have no published runs, in place of the nearest that have. */
	readonly isExact?: boolean;
}

/**
 * Returns what the published runs show at the reader's settings, or at the nearest that have any: what was printed if they are the essay's
 * own, else what is read from the sweep, which is then fetched. Until it has come, what was printed. Call it during initialisation.
 */
export function publishedAt<E extends Experiment, Drawn>(
	experiment: E,
	{ printed, read, inputs, drawn, isExact = false }: Sources<E, Drawn>,
): { readonly now: readonly Drawn[]; readonly at: ExperimentInputs<E> } {
	const baseline = baselineOf(experiment) as ExperimentInputs<E>;
	const decisive = Object.keys(experiment.parameters).filter((key) => !drawn.includes(key));
	const isPrinted = $derived.by(() => {
		const now = inputs();
		return decisive.every((key) => now[key] === baseline[key]);
	});
	const sweep = publishedSweep(experiment.id);
	$effect(() => (isPrinted ? undefined : sweep.need()));
	const at = $derived.by((): ExperimentInputs<E> => {
		const now = inputs();
		if (isExact) return now;
		if (sweep.now) return sweep.now.nearest(now) as ExperimentInputs<E>;
		return isPrinted ? now : baseline;
	});
	const found = $derived(isPrinted ? printed() : sweep.now ? read(sweep.now, at) : isExact ? [] : printed());
	return {
		get now() {
			return found;
		},
		get at() {
			return at;
		},
	};
}
