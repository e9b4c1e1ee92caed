import published from '../../../content/data/experiments/shown-or-scored.csv?raw';
import type { Unit } from '../../../src/engine/units.ts';
import experiment from '../../../src/experiments/shown-or-scored.experiment.ts';
import { asModel } from '../experiment-as-model.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';
import { heightAt, medianOf, nearestPublished, publishedRuns } from '../published-runs.ts';

const runsAt = publishedRuns(experiment, published);
const nearest = nearestPublished(experiment, published);
type Settings = Readonly<Record<string, unknown>>;
/** Returns the published numbers of one output for a lock of so many steps, ascending. */
const numbersOf = (inputs: Settings, output: string, steps: number) => runsAt({ ...nearest(inputs), steps }, output);
/** Numbers beyond a million are drawn above the line of a million. */
const BEYOND = 1_000_000;

export default figureSpec({
	model: asModel(experiment),
	table: (inputs) =>
		[1, 2, 3, 4, 5, 6, 7, 8].flatMap((steps) => {
			const cells = (output: string, unit: Unit): Cell[] =>
				[0.025, 0.5, 0.975].map((share) => {
					const numbers = numbersOf(inputs, output, steps);
					const number = numbers[Math.floor(share * numbers.length)]!;
					return number === Infinity ? 'not in a million tries' : [number, unit];
				});
			if (numbersOf(inputs, 'shownToHalf', steps).length === 0) return [];
			return [[String(steps), ...cells('shownToHalf', 'demonstrations'), ...cells('scoredToHalf', 'tries')]];
		}),
	custom: {
		reason: 'the curves are medians of published runs, and each run of twenty is a dot',
		check(_, inputs, [plot], baseline) {
			// Runs at other settings are fetched, and drawn when they have come.
			if (Object.keys(experiment.parameters).some((key) => key !== 'steps' && inputs[key] !== baseline[key])) return;
			const { x, y } = plot!;
			for (const [output, tone] of [
				['shownToHalf', 'pretraining'],
				['scoredToHalf', 'rl'],
			] as const) {
				const corners = plot!.paths(`.curve.tone-${tone}`).flat(2);
				for (let steps = 1; steps <= 8; steps++) {
					const median = Math.max(1, medianOf(numbersOf(inputs, output, steps)));
					const height = heightAt(corners, x.toPlace(steps));
					if (median > BEYOND ? height > y!.toPlace(BEYOND) : Math.abs(height - y!.toPlace(median)) > 0.4)
						throw new DrawingError(
							`.curve.tone-${tone} is at ${y!.toValue(height)} for ${steps} steps; the median of the published runs is ${median}.`,
						);
				}
				const dots = plot!.paths(`.dots.tone-${tone}`).flatMap((stretches) => stretches.map(([dot]) => dot!));
				if (dots.length !== 160) throw new DrawingError(`${dots.length} dots of ${output} are drawn, not 160.`);
				for (const [place, height] of dots) {
					const steps = Math.round(x.toValue(place));
					const number = y!.toValue(height);
					const numbers = numbersOf(inputs, output, steps);
					if (number < Math.max(1, numbers[0]!) * 0.97 || (number < BEYOND && number > numbers.at(-1)! * 1.03))
						throw new DrawingError(
							`A dot of ${output} at ${steps} steps is drawn at ${number}, outside the published runs.`,
						);
				}
			}
		},
	},
});
