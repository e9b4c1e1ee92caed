import type { Inputs } from '../engine/model.ts';
import { hashOf } from '../learners/arithmetic.ts';
import type { Experiment, ExperimentOutputs } from './experiment.ts';
import type { AnyProcedure, Report } from './procedure.ts';

/** Every *.run.ts in this folder, loaded by the worker, the build and Node; a page loads registry.ts. */
const files = import.meta.glob<AnyProcedure>('./*.run.ts', { eager: true, import: 'default' });

export const procedures: ReadonlyMap<string, AnyProcedure> = new Map(
	Object.values(files).map((procedure) => [procedure.experiment.id, procedure]),
);

/** Returns the procedure of an experiment. Throws an error that lists the known ids if there is none. */
export function procedureOf(id: string): AnyProcedure {
	const procedure = procedures.get(id);
	if (!procedure)
		throw new Error(
			`src/experiments/ has no procedure "${id}": it would be in ${id}.run.ts. Known: ${[...procedures.keys()].join(', ')}.`,
		);
	return procedure;
}

/** The result of one run. */
export interface RunResult<E extends Experiment = Experiment> {
	/** Infinity stands for never. */
	readonly outputs: ExperimentOutputs<E>;
	/** Hash of the outputs and of the learners' final state: equal only if every bit is. */
	readonly hash: string;
}

/** A run that cannot be shown; the message says why, for the reader. */
export class RunFailed extends Error {}

/** Runs an experiment to the end. Throws `RunFailed` if an output or the learners' state is not a number. */
export function runExperiment(id: string, inputs: Inputs, seed: number, report: Report = () => undefined): RunResult {
	const { experiment, run } = procedureOf(id);
	const { outputs, state } = run(inputs, seed, report);
	const values = Object.keys(experiment.outputs).map((key) => outputs[key] ?? NaN);
	const kept = Float64Array.from(state);
	if ([...values, ...kept].some(Number.isNaN))
		throw new RunFailed('The run came to a number that does not exist, and was stopped. Other settings may do better.');
	return { outputs, hash: hashOf([...values, ...kept]) };
}
