import { baselineOf, type Inputs } from '../engine/model.ts';
import { isNumber } from '../engine/parameter.ts';
import type { AnyProcedure } from './procedure.ts';
import { procedureOf, runExperiment } from './run-experiment.ts';

/** Returns every combination of the values that the sweep of a procedure covers, the last parameter changing fastest. */
export function gridOf({ sweep }: AnyProcedure): readonly Inputs[] {
	let grid: readonly Inputs[] = [{}];
	for (const [key, values] of Object.entries(sweep.over))
		grid = grid.flatMap((inputs) => values.map((value) => ({ ...inputs, [key]: value })));
	return grid;
}

/** Six digits say more than twenty seeds can; the hash is of all of them. */
const cell = (value: number | string): string =>
	value === Infinity ? 'never' : String(typeof value === 'number' ? Number(value.toPrecision(6)) : value);

/** Makes the published runs of an experiment and returns them as CSV: a row for each point of the grid and each seed. */
export function sweepFile(id: string): string {
	const procedure = procedureOf(id);
	const { experiment, sweep } = procedure;
	const defaults = baselineOf(experiment);
	const rows = [[...Object.keys(sweep.over), 'seed', ...Object.keys(experiment.outputs), 'hash']];
	for (const point of gridOf(procedure))
		for (let seed = 1; seed <= sweep.seeds; seed++) {
			const { outputs, hash } = runExperiment(id, { ...defaults, ...point }, seed);
			rows.push([
				...Object.values(point).map(cell),
				String(seed),
				...Object.keys(experiment.outputs).map((key) => cell(outputs[key]!)),
				hash,
			]);
		}
	return `${rows.map((row) => row.join()).join('\n')}\n`;
}

/** Returns the description of that file for content/data/datapackage.json. */
export function sweepResource(id: string) {
	const { experiment, sweep } = procedureOf(id);
	const { parameters, outputs } = experiment;
	const field = (name: string, description: string, type: 'number' | 'string' = 'number') => ({
		name,
		type,
		description,
		constraints: { required: true },
	});
	return {
		profile: 'tabular-data-resource',
		encoding: 'utf-8',
		name: `experiment-${id}`,
		path: `experiments/${id}.csv`,
		title: `Published runs: ${experiment.title}`,
		description: `One run a row, ${sweep.seeds} seeds for each setting; parameters without a column are at their defaults. Computed by npm run experiments.`,
		schema: {
			missingValues: [''],
			fields: [
				...Object.keys(sweep.over).map((key) =>
					field(key, parameters[key]!.label, isNumber(parameters[key]!) ? 'number' : 'string'),
				),
				field('seed', 'Seed of the run'),
				// A result that never came is the word “never”.
				...Object.entries(outputs).map(([key, { label }]) =>
					field(key, `${label}; “never” if it did not happen`, 'string'),
				),
				field('hash', 'Hash of the outputs and of what the learners knew in the end', 'string'),
			],
		},
	};
}
