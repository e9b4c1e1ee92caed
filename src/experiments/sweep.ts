import { baselineOf, type Inputs } from '../engine/model.ts';
import { isNumber, toPosition } from '../engine/parameter.ts';
import type { Experiment } from './experiment.ts';

/** A published run. */
interface PublishedRun {
	readonly inputs: Inputs;
	readonly seed: number;
	readonly outputs: Readonly<Record<string, number>>;
	readonly hash: string;
}

/** A row of content/data/experiments/<id>.csv: parameters of the sweep, `seed`, outputs and `hash`, as text. */
export type SweepRow = Readonly<Record<string, string>>;

/** Distance of two settings with another choice: more than all sliders together can be apart. */
const MISMATCH = 100;

/** The published runs of one experiment. */
export class Sweep {
	readonly experiment: Experiment;
	readonly runs: readonly PublishedRun[];

	/** Throws an error that names the cell if a row is not of this experiment. */
	constructor(experiment: Experiment, rows: readonly SweepRow[]) {
		this.experiment = experiment;
		const { id, parameters, outputs } = experiment;
		const defaults = baselineOf(experiment);
		this.runs = rows.map((row, i) => {
			const number = (key: string): number => {
				const text = row[key] ?? '';
				const value = text === 'never' ? Infinity : Number(text);
				if (text === '' || Number.isNaN(value))
					throw new Error(
						`${id}.csv, row ${i + 1}: ${key} is “${text}”, which is not a number. Run npm run experiments.`,
					);
				return value;
			};
			const varied = Object.keys(parameters).filter((key) => row[key] !== undefined);
			return {
				inputs: {
					...defaults,
					...Object.fromEntries(varied.map((key) => [key, isNumber(parameters[key]!) ? number(key) : row[key]!])),
				},
				seed: number('seed'),
				outputs: Object.fromEntries(Object.keys(outputs).map((key) => [key, number(key)])),
				hash: row['hash'] ?? '',
			};
		});
	}

	/** Returns the published runs with these inputs, one for each seed; none if the inputs are off the grid. */
	at(inputs: Inputs): readonly PublishedRun[] {
		const keys = Object.keys(this.experiment.parameters);
		return this.runs.filter((run) => keys.every((key) => run.inputs[key] === inputs[key]));
	}
	/**
	 * Returns the settings with published runs that are nearest to these: with as many of the choices as can be, and then with the
	 * sliders nearest. Those of `fixed` have exactly the values given.
	 */
	nearest(inputs: Inputs, fixed: readonly string[] = []): Inputs {
		const parameters = Object.entries(this.experiment.parameters);
		const distance = (other: Inputs) =>
			parameters.reduce((sum, [key, parameter]) => {
				const [from, to] = [inputs[key]!, other[key]!];
				if (from === to) return sum;
				return (
					sum +
					(isNumber(parameter)
						? Math.abs(toPosition(parameter, Number(from)) - toPosition(parameter, Number(to)))
						: MISMATCH)
				);
			}, 0);
		const settings = this.runs
			.map((run) => run.inputs)
			.filter((other) => fixed.every((key) => other[key] === inputs[key]));
		return settings.reduce((best, other) => (distance(other) < distance(best) ? other : best), settings[0] ?? inputs);
	}
	/** Returns the values of an output in the published runs with these inputs, ascending. */
	valuesAt(inputs: Inputs, output: string): readonly number[] {
		return this.at(inputs)
			.map(({ outputs }) => outputs[output]!)
			.toSorted((a, b) => a - b);
	}
}

/** Returns a quantile of ascending values, the lower of two neighbours: never the mean of a number and Infinity. NaN of none. */
export const sweepQuantile = (values: readonly number[], share: number): number =>
	values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;
