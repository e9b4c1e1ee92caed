import { modelOf } from '../../models/registry.ts';
import type { ExperimentRun } from '../../runs/experiment-run.svelte.ts';
import { assumptions, outputsOf } from '../../state/assumptions.svelte.ts';
import type { Computed } from './figure-json.ts';

/** Returns what a model's figure computes at the moment, for an export. */
export function computedOf(id: string): Computed {
	const model = modelOf(id);
	return { kind: 'model', of: model, inputs: assumptions.inputsOf(model), outputs: outputsOf(id) };
}

/** Returns what the reader's run of an experiment came to, for an export; the settings alone before it is done. */
export function computedByRun({ experiment, result, asked }: ExperimentRun): Computed {
	return {
		kind: 'experiment',
		of: experiment,
		inputs: asked?.inputs ?? assumptions.inputsOf(experiment),
		outputs: result?.outputs ?? {},
		run: result && asked && { seed: asked.seed, hash: result.hash },
	};
}
