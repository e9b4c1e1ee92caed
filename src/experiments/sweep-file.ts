import { baselineOf, type Inputs } from '../engine/model.ts';
import { isNumber } from '../engine/parameter.ts';
import type { Frame } from './experiment.ts';
import type { AnyGrid, AnyProcedure } from './procedure.ts';
import { procedureOf, runExperiment } from './run-experiment.ts';

/** Returns the grids of a sweep, each with a value for every parameter that one of them varies. */
function gridsOf({ experiment, sweep: { over } }: AnyProcedure): readonly AnyGrid[] {
	const grids = [over].flat() as readonly AnyGrid[];
	const varied = new Set(grids.flatMap((grid) => Object.keys(grid)));
	return grids.map((grid) =>
		Object.fromEntries([...varied].map((key) => [key, grid[key] ?? [experiment.parameters[key]!.default]])),
	);
}

/** Returns every point of the sweep of a procedure, once, the last parameter changing fastest. */
export function gridOf(procedure: AnyProcedure): readonly Inputs[] {
	const points = gridsOf(procedure).flatMap((grid) => {
		let inGrid: readonly Inputs[] = [{}];
		for (const [key, values] of Object.entries(grid))
			inGrid = inGrid.flatMap((inputs) => values.map((value) => ({ ...inputs, [key]: value })));
		return inGrid;
	});
	return [...new Map(points.map((point) => [JSON.stringify(point), point])).values()];
}

/** Six digits say more than twenty seeds can; the hash is of all of them. */
const cell = (value: number | string): string =>
	value === Infinity ? 'never' : String(typeof value === 'number' ? Number(value.toPrecision(6)) : value);

/** Makes the published runs of an experiment and returns them as CSV: a row for each point of the grid and each seed. */
export function sweepFile(id: string): string {
	const procedure = procedureOf(id);
	const { experiment, sweep } = procedure;
	const defaults = baselineOf(experiment);
	const grid = gridOf(procedure);
	const rows = [[...Object.keys(grid[0]!), 'seed', ...Object.keys(experiment.outputs), 'hash']];
	for (const point of grid)
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

/**
 * Returns the last frames of the published runs with the first seed as CSV, a row for each point of the grid; undefined if they are not
 * published.
 */
export function framesFile(id: string): string | undefined {
	const procedure = procedureOf(id);
	if (!procedure.sweep.hasFrames) return undefined;
	const defaults = baselineOf(procedure.experiment);
	const grid = gridOf(procedure);
	const rows = [[...Object.keys(grid[0]!), 'frame']];
	for (const point of grid) {
		let last: Frame = [];
		runExperiment(id, { ...defaults, ...point }, 1, (_, frame) => (last = frame ?? last));
		rows.push([...Object.values(point).map(cell), Array.from(last).join(' ')]);
	}
	return `${rows.map((row) => row.join()).join('\n')}\n`;
}

const field = (name: string, description: string, type: 'number' | 'string' = 'number') => ({
	name,
	type,
	description,
	constraints: { required: true },
});
const settingFields = (procedure: AnyProcedure) =>
	Object.keys(gridOf(procedure)[0]!).map((key) => {
		const parameter = procedure.experiment.parameters[key]!;
		return field(key, parameter.label, isNumber(parameter) ? 'number' : 'string');
	});

/** Returns the description of that file for content/data/datapackage.json. */
export function framesResource(id: string) {
	const procedure = procedureOf(id);
	return {
		profile: 'tabular-data-resource',
		encoding: 'utf-8',
		name: `frames-${id}`,
		path: `experiment-frames/${id}.csv`,
		title: `Last frames of published runs: ${procedure.experiment.title}`,
		description: `What the published run with seed 1 shows at its end, one setting a row. Computed by npm run experiments.`,
		schema: {
			missingValues: [''],
			fields: [
				...settingFields(procedure),
				field(
					'frame',
					`Numbers of the frame, in the order of frameOf in src/experiments/${id}.experiment.ts`,
					'string',
				),
			],
		},
	};
}

/** Returns the description of the published runs for content/data/datapackage.json. */
export function sweepResource(id: string) {
	const procedure = procedureOf(id);
	const { experiment, sweep } = procedure;
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
				...settingFields(procedure),
				field('seed', 'Seed of the run'),
				// A result that never came is the word “never”.
				...Object.entries(experiment.outputs).map(([key, { label }]) =>
					field(key, `${label}; “never” if it did not happen`, 'string'),
				),
				field('hash', 'Hash of the outputs and of what the learners knew in the end', 'string'),
			],
		},
	};
}
