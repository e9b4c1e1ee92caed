import { load as fresh } from '../../.config/load.mjs';

// Each once, as a page has them: loaded anew, the same code runs a third slower.
const loaded = new Map();
const load = async (path) => {
	if (!loaded.has(path)) loaded.set(path, await fresh(`src/${path}`));
	return loaded.get(path);
};

/** Milliseconds for one evaluation of each model, the middle of many at inputs spread over its whole range. Vite loads the models as the site does. */
export async function evaluations(count = 1_000) {
	const { models } = await load('models/registry.ts');
	let sum = 0;
	return [...models.values()].map((model) => {
		const draws = Array.from({ length: count }, () =>
			Object.fromEntries(
				Object.entries(model.parameters).map(([key, { scale, min, max, default: usual }]) => {
					const share = Math.random();
					return [
						key,
						scale === 'choice' ? usual : scale === 'log' ? min * (max / min) ** share : min + (max - min) * share,
					];
				}),
			),
		);
		const once = () => {
			const start = performance.now();
			for (const draw of draws) sum += Number(Object.values(model.evaluate(draw))[0]) || 0;
			return performance.now() - start;
		};
		// The compiler has settled by then, as it has after a second of dragging.
		for (let spent = 0; spent < 300;) spent += once();
		return { id: model.id, ms: Math.min(once(), once(), once()) / count, sum };
	});
}

/** What uncertainty shows of one output. */
const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];
const headlines = [
	{ id: 'rl-scaling', moved: 'gptLevel', output: 'rlScaleUp' },
	{ id: 'revenue-gap', moved: 'growthHalving', output: 'yearsToClose' },
];

/** A model with every uncertain parameter drawn: `redraw` moves one of them, `run` gives the percentiles of one output. */
async function uncertain(id, runs) {
	const [{ models }, { draw, percentiles, runModel }, { uniforms }] = [
		await load('models/registry.ts'),
		await load('engine/monte-carlo.ts'),
		await load('engine/random.ts'),
	];
	const model = models.get(id);
	const inputs = Object.fromEntries(
		Object.entries(model.parameters).map(([key, parameter]) => [key, parameter.default]),
	);
	const chance = new Map(Object.keys(inputs).map((key) => [key, uniforms(1, key, runs)]));
	const draws = new Map();
	const redraw = (key, value) => {
		inputs[key] = value;
		const column = draw(model.parameters[key], { value, isPinned: false }, chance.get(key), draws.get(key));
		if (column) draws.set(key, column);
	};
	for (const [key, value] of Object.entries(inputs)) redraw(key, value);
	return {
		model,
		redraw,
		run: (output) => percentiles(runModel(model, inputs, draws, [output], runs)[output], SHARES),
	};
}

const timed = (work) => {
	const start = performance.now();
	work();
	return performance.now() - start;
};

/** Milliseconds from a moved slider to the percentiles of the headline: one parameter drawn anew, the model run 10,000 times, the runs ranked. */
export async function monteCarloSteps(runs = 10_000) {
	const steps = [];
	for (const { id, moved, output } of headlines) {
		const { model, redraw, run } = await uncertain(id, runs);
		const step = (i) => {
			redraw(moved, model.parameters[moved].default * (1 + (i % 50) / 1000));
			run(output);
		};
		const times = Array.from({ length: 300 }, (_, i) => timed(() => step(i)))
			.slice(100)
			.sort((a, b) => a - b);
		steps.push({ id, ms: times[times.length / 2] });
	}
	return steps;
}

/** Milliseconds for 10,000 draws of a model's first output, once: what is too slow for a step of a slider need not be warm. */
export async function monteCarloOnce(id, runs = 10_000) {
	const { model, run } = await uncertain(id, runs);
	return timed(() => run(Object.keys(model.outputs)[0]));
}
