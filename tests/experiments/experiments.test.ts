import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { invalidReason, isNumber } from '../../src/engine/parameter.ts';
import { experiments } from '../../src/experiments/registry.ts';
import { procedures, runExperiment, RunFailed, type RunResult } from '../../src/experiments/run-experiment.ts';
import { framesResource, gridOf, sweepResource } from '../../src/experiments/sweep-file.ts';
import { Sweep, sweepQuantile } from '../../src/experiments/sweep.ts';
import { resources } from '../../src/sources/datasets.ts';
import { rowsOf } from '../../src/sources/datasets.ts';
import { sweepOf } from '../../src/sources/sweeps.ts';

/** Number of published runs that are made again. `npm run test:all` sets RUNS and makes more. */
const REPEATED = process.env['RUNS'] === undefined ? 6 : 24;
/** Seed of the runs at the ends of the parameters. Those that are published are made again first, and at least two others. */
const SEED_OF_ENDS = 3;

interface Watched extends RunResult {
	readonly shares: readonly number[];
	readonly frames: number;
	readonly hasNaN: boolean;
	readonly lastFrame: readonly number[];
}
const watched = new Map<string, Watched>();
/** Returns a run and what it reported. Each is made once, since several tests look at the same and one takes up to a second. */
function runOf(id: string, inputs: Inputs, seed: number): Watched {
	const key = JSON.stringify([id, Object.entries(inputs).toSorted(), seed]);
	const known = watched.get(key);
	if (known) return known;
	const shares: number[] = [];
	let [frames, hasNaN, lastFrame] = [0, false, [] as readonly number[]];
	const result = runExperiment(id, inputs, seed, (share, frame) => {
		shares.push(share);
		if (!frame) return;
		frames++;
		lastFrame = Array.from(frame);
		hasNaN ||= lastFrame.some(Number.isNaN);
	});
	const run = { ...result, shares, frames, hasNaN, lastFrame };
	watched.set(key, run);
	return run;
}

it('every experiment has a procedure, and every procedure an experiment', () => {
	expect([...procedures.keys()].toSorted()).toEqual([...experiments.keys()].toSorted());
});

describe.each([...procedures.values()])('$experiment.id', ({ experiment, sweep, examples, laws, leavesOut }) => {
	const { id, parameters, outputs } = experiment;
	const grid = gridOf(procedures.get(id)!);
	const published = sweepOf(id);
	const defaults = baselineOf(experiment);
	/** The defaults with one parameter at an end of its range, or at one of its choices. */
	const ends = Object.entries(parameters).flatMap(([key, parameter]) =>
		(isNumber(parameter) ? [parameter.min, parameter.max] : Object.keys(parameter.choices)).map((value) => ({
			...defaults,
			[key]: value,
		})),
	);

	it('has a label of at most 60 characters for each parameter and output, and says what it leaves out', () => {
		for (const { label } of [...Object.values(parameters), ...Object.values(outputs)])
			expect(label.length, label).toBeLessThanOrEqual(60);
		expect(leavesOut).toMatch(/^[A-Z].*\.$/);
	});

	it('publishes at least twenty seeds at every point of its grid, the defaults among them', () => {
		expect(sweep.seeds).toBeGreaterThanOrEqual(20);
		expect(published.runs).toHaveLength(grid.length * sweep.seeds);
		for (const point of [...grid, {}])
			expect(
				published.at({ ...defaults, ...point }).map(({ seed }) => seed),
				JSON.stringify(point),
			).toEqual(Array.from({ length: sweep.seeds }, (_, i) => i + 1));
		for (const point of grid)
			for (const [key, value] of Object.entries(point))
				expect(invalidReason(key, parameters[key]!, value)).toBeUndefined();
	});

	it('is described in the data package as it is', () => {
		const { schema, ...described } = sweepResource(id);
		expect(resources.find(({ name }) => name === described.name)).toMatchObject({
			...described,
			schema: { fields: schema.fields },
		});
	});

	it('publishes last frames only as its runs end, described as they are', () => {
		if (!sweep.hasFrames) return;
		const { schema, ...described } = framesResource(id);
		expect(resources.find(({ name }) => name === described.name)).toMatchObject({
			...described,
			schema: { fields: schema.fields },
		});
		const rows = rowsOf(described.name);
		expect(rows).toHaveLength(grid.length);
		const at = rows.findIndex((row) => Object.keys(grid[0]!).every((key) => row[key] === defaults[key]));
		expect(rows[at]!['frame']).toBe(runOf(id, defaults, 1).lastFrame.join(' '));
	});

	it('repeats published runs to the last bit', () => {
		const runs = published.runs;
		const atEnds = new Set(ends.flatMap((inputs) => published.at(inputs).filter(({ seed }) => seed === SEED_OF_ENDS)));
		const count = Math.max(2, REPEATED - atEnds.size);
		const spread = Array.from({ length: count }, (_, i) => runs[Math.floor(((i + 0.37) * runs.length) / count)]!);
		for (const { inputs, seed, hash } of [...atEnds, ...spread])
			expect(runOf(id, inputs, seed).hash, JSON.stringify({ inputs, seed })).toBe(hash);
	});

	it('gives the outputs of its examples', () => {
		expect(examples.length).toBeGreaterThan(0);
		for (const { given, seed, expect: wanted } of examples)
			expect(runOf(id, { ...defaults, ...given }, seed).outputs, JSON.stringify({ given, seed })).toMatchObject(wanted);
	});

	it('reports shares of the run that do not fall, and frames of numbers', () => {
		const { shares, frames, hasNaN, outputs: found } = runOf(id, defaults, 1);
		expect(hasNaN).toBe(false);
		expect(frames).toBeGreaterThan(10);
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
		expect(Object.keys(found).toSorted()).toEqual(Object.keys(outputs).toSorted());
	});

	it('gives another result for another seed, and at the ends of every parameter a result', () => {
		expect(runOf(id, defaults, 1).hash).not.toBe(runOf(id, defaults, SEED_OF_ENDS).hash);
		for (const inputs of ends) expect(() => runOf(id, inputs, SEED_OF_ENDS), JSON.stringify(inputs)).not.toThrow();
	});

	it.each(laws)('in the median over seeds: $says', ({ output, rises, falls, within = 0 }) => {
		const key = (rises ?? falls)!;
		const lines = Map.groupBy(grid, (point) => JSON.stringify({ ...point, [key]: undefined }));
		const compared = [...lines.values()].filter((line) => line.length > 1);
		expect(compared).not.toEqual([]);
		for (const line of compared) {
			const parameter = parameters[key]!;
			const order = isNumber(parameter) ? undefined : Object.keys(parameter.choices);
			const rankOf = (point: Inputs) => (order ? order.indexOf(String(point[key])) : Number(point[key]));
			const medians = line
				.toSorted((a, b) => rankOf(a) - rankOf(b))
				.map((point) => sweepQuantile(published.valuesAt({ ...defaults, ...point }, output), 0.5));
			for (const [i, median] of medians.entries())
				for (const later of medians.slice(i + 1))
					if (rises ? later < median - within : later > median + within)
						expect.fail(`${JSON.stringify(line)}: medians are ${medians.join(', ')}.`);
		}
	});
});

describe('`runExperiment`', () => {
	it('names the known experiments if there is none of this id', () => {
		expect(() => runExperiment('unknown', {}, 1)).toThrow(/no procedure "unknown".*Known: .*shown-or-scored/);
	});
	it('fails in words if a run comes to NaN', () => {
		expect(() =>
			runExperiment('shown-or-scored', { ...baselineOf(experiments.get('shown-or-scored')!), choices: NaN }, 1),
		).toThrow(RunFailed);
	});
});

describe('`Sweep`', () => {
	const experiment = experiments.get('shown-or-scored')!;
	const row = {
		steps: '2',
		seed: '1',
		shownToHalf: '5',
		scoredToHalf: 'never',
		ratio: 'never',
		passRate: '0.1',
		hash: 'ab',
	};
	it('reads “never” as Infinity, and sets missing parameters to their defaults', () => {
		const [run] = new Sweep(experiment, [row]).runs;
		expect(run!.outputs['scoredToHalf']).toBe(Infinity);
		expect(run!.inputs).toEqual({ ...baselineOf(experiment), steps: 2 });
	});
	it.each(['', 'x', 'NaN'])('names file, row, column and mend if a cell is “%s”', (shownToHalf) => {
		expect(() => new Sweep(experiment, [row, { ...row, shownToHalf }])).toThrow(
			/shown-or-scored\.csv, row 2: shownToHalf is .*npm run experiments/,
		);
	});
	it('takes quantiles that are values: never the mean of a number and Infinity', () => {
		expect(sweepQuantile([1, 2, Infinity, Infinity], 0.5)).toBe(Infinity);
		expect(sweepQuantile([1, 2, 3, 4], 0.49)).toBe(2);
		expect(sweepQuantile([], 0.5)).toBeNaN();
	});
});
