import published from '../../../content/data/experiments/mistakes.csv?raw';
import experiment from '../../../src/experiments/mistakes.experiment.ts';
import { asModel } from '../experiment-as-model.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';
import { medianOf, nearestPublished, publishedRuns } from '../published-runs.ts';

const runsAt = publishedRuns(experiment, published);
const nearest = nearestPublished(experiment, published);
const TEACHINGS = [
	{ teaching: 'same', name: 'Same labels', tone: 'baked' },
	{ teaching: 'other', name: 'Other labels', tone: 'ceiling' },
] as const;
const DRAWN = [
	{ output: 'oneMisses', name: 'one network', row: -9.9 },
	{ output: 'anyMisses', name: 'any of 8', row: -11.4 },
	{ output: 'allMiss', name: 'all of them', row: -12.9 },
] as const;

export default figureSpec({
	model: asModel(experiment),
	table: (inputs) =>
		TEACHINGS.flatMap(({ teaching, name }) =>
			DRAWN.flatMap((drawn): Cell[][] => {
				const shares = runsAt({ ...nearest(inputs), teaching }, drawn.output);
				if (shares.length === 0) return [];
				return [
					[
						name,
						drawn.name,
						...[medianOf(shares), shares[0]!, shares.at(-1)!].map((share): Cell => [share, 'fraction']),
					],
				];
			}),
		),
	labelValues: [{ y: { '1st': -1, '8th': -8, one: -9.9, any: -11.4, all: -12.9 } }],
	custom: {
		reason: 'the points are medians of published runs, and each run is a dot',
		check(_, inputs, [plot], baseline) {
			// Runs at other settings are fetched, and drawn when they have come.
			if (inputs['labelsEach'] !== baseline['labelsEach']) return;
			const { x, y } = plot!;
			for (const { teaching, tone } of TEACHINGS) {
				const dots = plot!.paths(`.dots.tone-${tone}`).flatMap((stretches) => stretches.map(([dot]) => dot!));
				for (const { output, row } of DRAWN) {
					const shares = runsAt({ ...inputs, teaching }, output);
					const isOnRow = (height: number) => Math.abs(y!.toValue(height) - row) < 0.7;
					const drawn = dots
						.filter(([, height]) => isOnRow(height))
						.map(([place]) => x.toValue(place))
						.sort((a, b) => a - b);
					const median = medianOf(shares);
					const isMarked = plot!
						.circles(`.tone-${tone} circle, circle.tone-${tone}`)
						.some(([place, height]) => isOnRow(height) && Math.abs(place - x.toPlace(median)) < 0.5);
					if (!isMarked)
						throw new DrawingError(`No point of ${output} is at ${median}, the median with ${teaching} labels.`);
					if (drawn.length !== shares.length || drawn.some((value, n) => Math.abs(value - shares[n]!) > 0.01))
						throw new DrawingError(
							`The dots of ${output} with ${teaching} labels are at ${drawn.join()}; the published runs are ${shares.join()}.`,
						);
				}
			}
		},
	},
});
