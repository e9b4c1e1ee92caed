import published from '../../../content/data/experiments/send-out.csv?raw';
import { baselineOf } from '../../../src/engine/model.ts';
import experiment from '../../../src/experiments/send-out.experiment.ts';
import fleet from '../../../src/models/fleet.model.ts';
import { asModel } from '../experiment-as-model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';
import { publishedRuns } from '../published-runs.ts';

const runsAt = publishedRuns(experiment, published);
type Settings = Readonly<Record<string, unknown>>;
const knownAt = (inputs: Settings, copiesSent: number) => runsAt({ ...inputs, copiesSent }, 'knownTomorrow');
const SIZES = [1, 10, 100, 1000, 10_000];
/** The exact expectation, by the outputs of the model `fleet`. */
const expectedAt = (inputs: Settings) => (copies: number) =>
	fleet.evaluate({ ...baselineOf(fleet), ...inputs, instances: copies }).known;

export default figureSpec({
	model: asModel(experiment),
	curves: [{ select: '.curve.dashed', at: expectedAt }],
	points: [
		{
			select: '.reader circle',
			at: (inputs) => [[Number(inputs['copiesSent']), expectedAt(inputs)(Number(inputs['copiesSent']))]],
		},
	],
	labels: [{ select: '.value-label.tone-learner', at: (inputs) => expectedAt(inputs)(Number(inputs['copiesSent'])) }],
	table: (inputs) =>
		SIZES.flatMap((copies) => {
			const known = knownAt(inputs, copies);
			if (known.length === 0) return [];
			return [
				[
					[copies, 'instances'],
					[expectedAt(inputs)(copies), 'fraction'],
					[known[0]!, 'fraction'],
					[known.at(-1)!, 'fraction'],
				],
			];
		}),
	custom: {
		reason: 'each published run is a dot',
		check(_, inputs, [plot], baseline) {
			// Runs at other settings are fetched, and drawn when they have come.
			if (Object.keys(inputs).some((key) => key !== 'copiesSent' && inputs[key] !== baseline[key])) return;
			const { x, y } = plot!;
			const dots = plot!.paths('.dots.tone-learner').flatMap((stretches) => stretches.map(([dot]) => dot!));
			for (const copies of SIZES) {
				const drawn = dots
					.filter(([place]) => Math.abs(place - x.toPlace(copies)) < 0.3)
					.map(([, height]) => y!.toValue(height))
					.sort((a, b) => a - b);
				const known = knownAt(inputs, copies);
				if (drawn.length !== known.length || drawn.some((value, i) => Math.abs(value - known[i]!) > 0.003))
					throw new DrawingError(
						`The dots of ${copies} copies are at ${drawn.join(', ')}, not at ${known.join(', ')}.`,
					);
			}
		},
	},
});
