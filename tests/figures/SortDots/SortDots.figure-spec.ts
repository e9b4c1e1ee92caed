import published from '../../../content/data/experiments/sort-dots.csv?raw';
import experiment from '../../../src/experiments/sort-dots.experiment.ts';
import { asModel } from '../experiment-as-model.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';
import { dotsAt, heightAt, medianOf, nearestPublished, publishedRuns } from '../published-runs.ts';

const runsAt = publishedRuns(experiment, published);
const nearest = nearestPublished(experiment, published);
const VARIED = [
	{ key: 'labelledCells', name: 'labels', values: [6, 12, 25, 50, 100, 200, 400, 1600, 4000] },
	{ key: 'laboratoriesBefore', name: 'laboratories', values: [1, 2, 4, 8, 16, 32, 64] },
] as const;
const CURVES = [
	{ output: 'accuracyHere', tone: 'baked' },
	{ output: 'accuracyNewLab', tone: 'ceiling' },
] as const;

export default figureSpec({
	model: asModel(experiment),
	table: (inputs) =>
		VARIED.flatMap(({ key, name, values }) => {
			const points = values.filter((value) => runsAt({ ...nearest(inputs), [key]: value }, 'accuracyHere').length > 0);
			if (points.length < 2) return [];
			return points.map((value): Cell[] => [
				name,
				[value, 'count'],
				...CURVES.flatMap(({ output }): Cell[] => {
					const shares = runsAt({ ...nearest(inputs), [key]: value }, output);
					return [medianOf(shares), shares[0]!, shares.at(-1)!].map((share): Cell => [share, 'fraction']);
				}),
			]);
		}),
	custom: {
		reason: 'the curves are medians of published runs, and each run is a dot',
		check(_, inputs, plots, baseline) {
			// Runs at other settings are fetched, and drawn when they have come.
			if (Object.keys(experiment.parameters).some((key) => inputs[key] !== baseline[key])) return;
			for (const [i, { key, values }] of VARIED.entries()) {
				const plot = plots[i]!;
				const { x, y } = plot;
				for (const { output, tone } of CURVES) {
					const corners = plot.paths(`.curve.tone-${tone}`).flat(2);
					for (const value of values) {
						const median = medianOf(runsAt({ ...nearest(inputs), [key]: value }, output));
						const height = heightAt(corners, x.toPlace(value));
						if (Math.abs(height - y!.toPlace(median)) > 0.7)
							throw new DrawingError(
								`.curve.tone-${tone} is at ${y!.toValue(height)} for ${value} ${key}; the median of the published runs is ${median}.`,
							);
					}
					const dots = plot.paths(`.dots.tone-${tone}`).flatMap((stretches) => stretches.map(([dot]) => dot!));
					const places: readonly number[] = values.map((value) => x.toPlace(value));
					for (const [i, value] of values.entries()) {
						const shares = runsAt({ ...nearest(inputs), [key]: value }, output);
						const drawn = dotsAt(dots, places, places[i]!, (height) => y!.toValue(height));
						if (drawn.length !== shares.length || drawn.some((share, n) => Math.abs(share - shares[n]!) > 0.01))
							throw new DrawingError(
								`The dots of ${output} for ${value} ${key} are at ${drawn.join()}; the published runs are ${shares.join()}.`,
							);
					}
				}
			}
		},
	},
});
