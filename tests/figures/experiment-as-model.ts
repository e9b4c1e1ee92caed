import type { AnyModel } from '../../src/engine/model.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';

/** Returns an experiment in the form that figure specs take: its parameters, and no outputs, which only a run has. */
export const asModel = ({ id, title, parameters }: Experiment): AnyModel => ({
	id,
	title,
	parameters,
	outputs: {},
	headline: [],
	evaluate: () => ({}),
});
