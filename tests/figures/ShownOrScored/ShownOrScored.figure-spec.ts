import { csvParse } from 'd3';
import published from '../../../content/data/experiments/shown-or-scored.csv?raw';
import type { Unit } from '../../../src/engine/units.ts';
import experiment from '../../../src/experiments/shown-or-scored.experiment.ts';
import { asModel } from '../experiment-as-model.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';

const runs = csvParse(published);
const settings = ['choices', 'demonstrationsFirst', 'scoreEveryStep'] as const;
type Settings = Readonly<Record<string, unknown>>;
/** Settings without a column are at their defaults in every published run. */
const isAt = (inputs: Settings) => (run: Readonly<Record<string, string>>) =>
	settings.every((key) => (run[key] ?? String(experiment.parameters[key].default)) === String(inputs[key]));
/** Returns the published numbers of one output for a lock of so many steps, ascending. */
const numbersOf = (inputs: Settings, output: string, steps: number): number[] =>
	runs
		.filter(isAt(inputs))
		.filter((run) => run['steps'] === String(steps))
		.map((run) => (run[output] === 'never' ? Infinity : Number(run[output])))
		.sort((a, b) => a - b);
const medianOf = (numbers: readonly number[]) => numbers[Math.floor(numbers.length / 2)]!;
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
			if (settings.some((key) => inputs[key] !== baseline[key])) return;
			const { x, y } = plot!;
			for (const [output, tone] of [
				['shownToHalf', 'pretraining'],
				['scoredToHalf', 'rl'],
			] as const) {
				const corners = plot!.paths(`.curve.tone-${tone}`).flat(2);
				const drawnAt = (place: number): number => {
					const next = corners.findIndex(([a]) => a >= place - 0.05);
					const [[a, b], [c, d]] = [corners[Math.max(0, next - 1)]!, corners[next]!];
					return c === a ? d : b + ((d - b) * (place - a)) / (c - a);
				};
				for (let steps = 1; steps <= 8; steps++) {
					const median = Math.max(1, medianOf(numbersOf(inputs, output, steps)));
					const height = drawnAt(x.toPlace(steps));
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
