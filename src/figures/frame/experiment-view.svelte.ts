import type { Experiment, ExperimentInputs, ExperimentOutputs } from '../../experiments/experiment.ts';
import { figureScope } from '../../hydration/figure-scope.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { publishedAt, type Sources } from './published-at.svelte.ts';

/** What every figure of an experiment draws from. */
export interface ExperimentView<E extends Experiment, Drawn> {
	/** The reader's settings. */
	readonly inputs: ExperimentInputs<E>;
	/** What the published runs show at these settings, or at the nearest that have any. */
	readonly published: readonly Drawn[];
	/** The settings of those runs. */
	readonly publishedAt: ExperimentInputs<E>;
	readonly playback: Playback<E>;
	/** Settings and seed of the reader's newest run. */
	readonly asked: Playback<E>['run']['asked'];
	/** Its outputs, once all of its frames have been shown. */
	readonly result: ExperimentOutputs<E> | undefined;
}

/** Returns what a figure of an experiment draws from. Call it during initialisation. */
export function experimentView<E extends Experiment, Drawn>(
	experiment: E,
	sources: Omit<Sources<E, Drawn>, 'inputs'>,
): ExperimentView<E, Drawn> {
	const inputs = $derived.by(figureScope().inputsOf(() => experiment));
	const published = publishedAt(experiment, { ...sources, inputs: () => inputs as ExperimentInputs<E> });
	const playback = new Playback(experiment);
	return {
		playback,
		get inputs() {
			return inputs as ExperimentInputs<E>;
		},
		get published() {
			return published.now;
		},
		get publishedAt() {
			return published.at;
		},
		get asked() {
			return playback.run.asked;
		},
		get result() {
			return playback.isAtEnd ? playback.run.result?.outputs : undefined;
		},
	};
}
