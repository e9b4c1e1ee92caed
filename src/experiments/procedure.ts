import type { Inputs } from '../engine/model.ts';
import type { Experiment, ExperimentInputs, ExperimentOutputs, Frame } from './experiment.ts';

/** Receives the share of the run that is done, from 0 to 1, and a frame if there is a new one. */
export type Report = (share: number, frame?: Frame) => void;

/** A relation that the medians of the published sweep keep as one parameter rises and the others stay. */
export interface SweepLaw<E extends Experiment> {
	readonly says: string;
	readonly output: keyof E['outputs'] & string;
	/** The parameter with which the output rises, or falls; equal medians are allowed. */
	readonly rises?: keyof E['parameters'] & string;
	readonly falls?: keyof E['parameters'] & string;
	/** How far a median may stray from the law, because the seeds are few; 0 by default. */
	readonly within?: number;
}

/** Values by parameter of which every combination is published. */
type Grid<E extends Experiment> = { readonly [K in keyof E['parameters']]?: readonly ExperimentInputs<E>[K][] };

/** How an experiment is run, and what only the build and the tests read of it. */
export interface Procedure<E extends Experiment> {
	readonly experiment: E;
	/**
	 * Runs the experiment: the same inputs and seed give the same bits in every browser. An output may be Infinity, for never; none may
	 * be NaN. `state` is what the learners know in the end, or the result of the simulation: its bits identify the run.
	 */
	run(
		inputs: ExperimentInputs<E>,
		seed: number,
		report: Report,
	): { readonly outputs: ExperimentOutputs<E>; readonly state: Iterable<number> };
	/**
	 * The published runs: every combination of these values, the other parameters at their defaults, with seeds from 1. With several
	 * grids, a point of more than one is run once. If `hasFrames`, the last frame of the first seed is published too.
	 */
	readonly sweep: { readonly seeds: number; readonly over: Grid<E> | readonly Grid<E>[]; readonly hasFrames?: boolean };
	/** Limits of the experiment, printed under its figure. */
	readonly leavesOut: string;
	/** Runs whose outputs were worked out by other means, or are to be kept. */
	readonly examples: readonly {
		readonly given: Partial<ExperimentInputs<E>>;
		readonly seed: number;
		readonly expect: Partial<ExperimentOutputs<E>>;
	}[];
	readonly laws: readonly SweepLaw<E>[];
}

export type AnyGrid = Readonly<Record<string, readonly (number | string)[]>>;

/** A procedure with its own keys erased. */
export interface AnyProcedure {
	readonly experiment: Experiment;
	run(
		inputs: Inputs,
		seed: number,
		report: Report,
	): { readonly outputs: Readonly<Record<string, number>>; readonly state: Iterable<number> };
	readonly sweep: {
		readonly seeds: number;
		readonly over: AnyGrid | readonly AnyGrid[];
		readonly hasFrames?: boolean;
	};
	readonly leavesOut: string;
	readonly examples: readonly {
		readonly given: Inputs;
		readonly seed: number;
		readonly expect: Readonly<Record<string, number>>;
	}[];
	readonly laws: readonly SweepLaw<Experiment>[];
}

/** Types a procedure by the keys of its experiment. */
export const defineProcedure = <E extends Experiment>(procedure: Procedure<E>): Procedure<E> => procedure;
