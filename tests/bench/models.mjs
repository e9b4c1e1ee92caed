import { runnerImport } from 'vite';

/** Milliseconds for 10,000 evaluations of each model, at inputs spread over its whole range. Vite loads the models as the site does. */
export async function evaluations(count = 10_000) {
	const { module } = await runnerImport(new URL('../../src/models/registry.ts', import.meta.url).pathname, { configFile: false, logLevel: 'error' });
	let sum = 0;
	return [...module.models.values()].map((model) => {
		const draws = Array.from({ length: count }, () =>
			Object.fromEntries(
				Object.entries(model.parameters).map(([key, { scale, min, max, default: usual }]) => {
					const share = Math.random();
					return [key, scale === 'choice' ? usual : scale === 'log' ? min * (max / min) ** share : min + (max - min) * share];
				}),
			),
		);
		const once = () => {
			const start = performance.now();
			for (const draw of draws) sum += Number(Object.values(model.evaluate(draw))[0]) || 0;
			return performance.now() - start;
		};
		// The compiler has settled by then, as it has after a second of dragging.
		for (let i = 0; i < 10; i++) once();
		return { id: model.id, ms: Math.min(once(), once(), once()), sum };
	});
}
