import published from '../../../content/data/experiments/next-question.csv?raw';
import experiment from '../../../src/experiments/next-question.experiment.ts';
import { asModel } from '../experiment-as-model.ts';
import { DrawingError, figureSpec, type Cell } from '../figure-spec.ts';
import { dotsAt, heightAt, medianOf, nearestPublished, publishedRuns } from '../published-runs.ts';

const runsAt = publishedRuns(experiment, published);
const nearest = nearestPublished(experiment, published);
const LABELS = [8, 16, 32, 64, 128, 512];
type Settings = Readonly<Record<string, unknown>>;
const KINDS = [
	{ name: 'practised what shares a feature', tone: 'ceiling', overlap: 'shared', output: 'accuracyNewQuestion' },
	{ name: 'practised what shares nothing', tone: 'inference', overlap: 'none', output: 'accuracyNewQuestion' },
	{ name: 'from nothing', tone: 'baked', overlap: undefined, output: 'accuracyFromNothing' },
] as const;
const sharesOf = (inputs: Settings, { overlap, output }: (typeof KINDS)[number], newLabels: number) =>
	runsAt({ ...nearest(inputs), newLabels, overlap: overlap ?? nearest(inputs)['overlap'] }, output);

export default figureSpec({
	model: asModel(experiment),
	table: (inputs) =>
		KINDS.flatMap((kind) => {
			const points = LABELS.filter((newLabels) => sharesOf(inputs, kind, newLabels).length > 0);
			if (points.length < 2) return [];
			return points.map((newLabels): Cell[] => {
				const shares = sharesOf(inputs, kind, newLabels);
				return [
					kind.name,
					[newLabels, 'count'],
					...[medianOf(shares), shares[0]!, shares.at(-1)!].map((share): Cell => [share, 'fraction']),
				];
			});
		}),
	custom: {
		reason: 'the curves are medians of published runs, and each run is a dot',
		check(_, inputs, [plot], baseline) {
			// Runs at other settings are fetched, and drawn when they have come.
			if (Object.keys(experiment.parameters).some((key) => inputs[key] !== baseline[key])) return;
			const { x, y } = plot!;
			for (const kind of KINDS) {
				const corners = plot!.paths(`.curve.tone-${kind.tone}`).flat(2);
				for (const newLabels of LABELS) {
					const median = medianOf(sharesOf(inputs, kind, newLabels));
					const height = heightAt(corners, x.toPlace(newLabels));
					if (Math.abs(height - y!.toPlace(median)) > 0.7)
						throw new DrawingError(
							`.curve.tone-${kind.tone} is at ${y!.toValue(height)} for ${newLabels} labels; the median of the published runs is ${median}.`,
						);
				}
				const dots = plot!.paths(`.dots.tone-${kind.tone}`).flatMap((stretches) => stretches.map(([dot]) => dot!));
				const places = LABELS.map((newLabels) => x.toPlace(newLabels));
				for (const [i, newLabels] of LABELS.entries()) {
					const shares = sharesOf(inputs, kind, newLabels);
					const drawn = dotsAt(dots, places, places[i]!, (height) => y!.toValue(height));
					if (drawn.length !== shares.length || drawn.some((share, n) => Math.abs(share - shares[n]!) > 0.01))
						throw new DrawingError(
							`The dots of “${kind.name}” for ${newLabels} labels are at ${drawn.join()}; the published runs are ${shares.join()}.`,
						);
				}
			}
		},
	},
});
