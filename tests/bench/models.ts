import { load as loadModule } from '../../.config/load.ts';

type Registry = typeof import('../../src/models/registry.ts');
type MonteCarlo = typeof import('../../src/engine/monte-carlo.ts');
type Random = typeof import('../../src/engine/random.ts');

/** Loads each module once, as a page does: loaded again, the same code runs a third slower. */
const loaded = new Map<string, Promise<unknown>>();
function load<Module>(path: string): Promise<Module> {
	const module = loaded.get(path) ?? loadModule(`src/${path}`);
	loaded.set(path, module);
	return module as Promise<Module>;
}

/** Returns the milliseconds of one evaluation of each model: the mean of many, at inputs spread over its ranges. */
export async function evaluations(count = 1_000): Promise<readonly { id: string; ms: number }[]> {
	const { models } = await load<Registry>('models/registry.ts');
	// Results are added up so that the compiler cannot leave out the evaluation.
	let sum = 0;
	const times = [...models.values()].map((model) => {
		const draws = Array.from({ length: count }, () =>
			Object.fromEntries(
				Object.entries(model.parameters).map(([key, parameter]) => {
					if (parameter.scale === 'choice') return [key, parameter.default];
					const { scale, min, max } = parameter;
					const share = Math.random();
					return [key, scale === 'log' ? min * (max / min) ** share : min + (max - min) * share];
				}),
			),
		);
		const time = () =>
			timeOf(() => {
				for (const draw of draws) sum += Number(Object.values(model.evaluate(draw))[0]) || 0;
			});
		// After 300 ms the compiler has settled, as it has after a second of dragging.
		for (let spent = 0; spent < 300;) spent += time();
		return { id: model.id, ms: Math.min(time(), time(), time()) / count };
	});
	if (Number.isNaN(sum)) throw new Error('models: an output is NaN');
	return times;
}

/** The percentiles that uncertainty shows of an output. */
const PERCENTILES = [0.05, 0.25, 0.5, 0.75, 0.95];
export const HEADLINES = [
	{ id: 'rl-scaling', moved: 'gptLevel', output: 'rlScaleUp' },
	{ id: 'revenue-gap', moved: 'growthHalving', output: 'yearsToClose' },
] as const;

/** Draws every uncertain parameter of a model. `redraw` moves one of them; `run` returns the percentiles of one output. */
async function uncertain(id: string, runs: number) {
	const { models } = await load<Registry>('models/registry.ts');
	const { draw, percentiles, runModel } = await load<MonteCarlo>('engine/monte-carlo.ts');
	const { uniforms } = await load<Random>('engine/random.ts');
	const model = models.get(id)!;
	const inputs = Object.fromEntries(
		Object.entries(model.parameters).map(([key, parameter]) => [key, parameter.default]),
	);
	const chance = new Map(Object.keys(inputs).map((key) => [key, uniforms(1, key, runs)]));
	const draws = new Map<string, Float64Array>();
	const redraw = (key: string, value: (typeof inputs)[string]) => {
		inputs[key] = value;
		const column = draw(model.parameters[key]!, { value, isPinned: false }, chance.get(key)!, draws.get(key));
		if (column) draws.set(key, column);
	};
	for (const [key, value] of Object.entries(inputs)) redraw(key, value);
	return {
		model,
		redraw,
		run: (output: string) => percentiles(runModel(model, inputs, draws, [output], runs)[output]!, PERCENTILES),
	};
}

function timeOf(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

/** Returns the milliseconds from a slider step to the percentiles of a headline, the median: a parameter redrawn, 10,000 runs, sorted. */
export async function monteCarloStep(
	{ id, moved, output }: (typeof HEADLINES)[number],
	runs = 10_000,
): Promise<number> {
	const { model, redraw, run } = await uncertain(id, runs);
	const times = Array.from({ length: 300 }, (_, i) =>
		timeOf(() => {
			redraw(moved, Number(model.parameters[moved]!.default) * (1 + (i % 50) / 1000));
			run(output);
		}),
	).slice(100);
	return times.toSorted((a, b) => a - b)[times.length / 2]!;
}

/** Returns the milliseconds of 10,000 runs of a model's first output, once: what a worker does needs no warm code. */
export async function monteCarloOnce(id: string, runs = 10_000): Promise<number> {
	const { model, run } = await uncertain(id, runs);
	return timeOf(() => run(Object.keys(model.outputs)[0]!));
}
