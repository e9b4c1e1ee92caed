import type { OutputSet, ParameterSet, ValuesOf } from '../engine/model.ts';

/**
 * A question that is answered by running learners or simulations, where a model has a formula. This part is loaded with the page; the
 * run itself (procedure.ts) when a reader asks for one.
 */
export interface Experiment<P extends ParameterSet = ParameterSet, O extends OutputSet = OutputSet> {
	readonly id: string;
	readonly title: string;
	readonly parameters: P;
	readonly outputs: O;
}

/** One state of a run as a figure draws it; each experiment says what the numbers are. */
export type Frame = ArrayLike<number>;

export type ExperimentInputs<E extends Experiment> = ValuesOf<E['parameters']>;
export type ExperimentOutputs<E extends Experiment> = Readonly<Record<keyof E['outputs'], number>>;

/** Types an experiment by its own keys, so that a misspelt key is a compile error in its files. */
export const defineExperiment = <const P extends ParameterSet, const O extends OutputSet>(
	experiment: Experiment<P, O>,
): Experiment<P, O> => experiment;
