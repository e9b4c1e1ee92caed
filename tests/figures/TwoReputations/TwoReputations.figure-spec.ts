import { baselineOf, type InputsOf } from '../../../src/engine/model.ts';
import pretraining from '../../../src/models/pretraining-loss.model.ts';
import model from '../../../src/models/rl-ceiling.model.ts';
import { DrawingError, figureSpec, type IslandProps, type Reported } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
/** The smallest runs in both fits, in FLOP and in GPU-hours; the largest, and the runs that the fits were carried to, as multiples. */
const SMALLEST = { pretraining: 6e18, rl: 1500 } as const;
const FITTED = { pretraining: 500, rl: 100 / 3 } as const;
const CARRIED = { pretraining: 98_000, rl: 200 / 3 } as const;
const MODELS = [1.5e21, 3.1e23, 2.1e25];
const EXAMS = [
	[1, 0.33],
	[100, 0.66],
	[1, 0.26],
	[10_000, 0.88],
] as const;

const rateAt = (inputs: Inputs) => (multiple: number) =>
	model.evaluate({ ...inputs, rlCompute: SMALLEST.rl * multiple }).passRate;
/** The loss does not follow the inputs of this figure's model; its own are the essay's here. */
const lossAt = (multiple: number) =>
	pretraining.evaluate({
		...baselineOf(pretraining),
		trainingCompute: SMALLEST.pretraining * multiple,
	}).reducibleLoss;

/** Returns the tangent at the curve’s midpoint, by a difference over 0.001 orders. */
const straight = (inputs: Inputs) => {
	const rate = rateAt(inputs);
	const middle = inputs.rlMidpoint / SMALLEST.rl;
	const slope = (rate(middle * 10 ** 0.0005) - rate(middle / 10 ** 0.0005)) / 0.001;
	return (multiple: number) => rate(middle) + slope * Math.log10(multiple / middle);
};

/** The exported points stand at their multiple of compute, not at their date. */
const reportedIn = ({ points }: IslandProps): readonly Reported[] =>
	(points as readonly (Reported & { readonly times: number })[]).map((point) => ({ ...point, year: point.times }));

export default (props: IslandProps) =>
	figureSpec({
		model,
		reported: reportedIn(props),
		curves: [
			{
				// From the whole to what was fitted: the order of drawing.
				select: '.curve.tone-pretraining',
				count: () => 3,
				at: () => lossAt,
				from: (_, i) => [0, 1, 1][i]!,
				to: (_, i) => [1e9, CARRIED.pretraining, FITTED.pretraining][i]!,
			},
			{
				plot: 1,
				select: '.curve.tone-rl.dotted:not(.ghost)',
				ghost: '.curve.ghost.tone-rl',
				path: { path: 'climb' },
				at: rateAt,
				from: () => 100 / SMALLEST.rl,
				to: () => 1e7 / SMALLEST.rl,
			},
			{
				plot: 1,
				// What the fit was carried to, then what was fitted.
				select: '.curve.tone-rl:not(.ghost):not(.dotted)',
				count: () => 2,
				at: rateAt,
				from: () => 1,
				to: (_, i) => [CARRIED.rl, FITTED.rl][i]!,
			},
			{
				plot: 1,
				select: '.curve.tone-straight',
				at: straight,
				from: () => 100 / SMALLEST.rl,
				to: () => 1e7 / SMALLEST.rl,
			},
		],
		points: [
			{
				select: '.dated',
				at: () => MODELS.map((flop) => flop / SMALLEST.pretraining).map((at) => [at, lossAt(at)]),
			},
			{ select: '.ring', at: () => [[CARRIED.pretraining, lossAt(CARRIED.pretraining)]] },
			{ plot: 1, select: '.dated', at: () => EXAMS },
			{ plot: 1, select: '.ring', at: (inputs) => [[CARRIED.rl, rateAt(inputs)(CARRIED.rl)]] },
			{
				plot: 1,
				select: '.reader circle',
				at: (inputs) => [[inputs.rlCompute / SMALLEST.rl, model.evaluate(inputs).passRate]],
			},
		],
		labels: [
			{ select: '.value-label.tone-rl', at: (inputs) => model.evaluate(inputs).passRate },
			{ select: '.value-label.tone-ceiling', at: ({ rlCeiling }) => rlCeiling },
		],
		custom: {
			reason: 'the ceiling is a horizontal line, and what was fitted is a tint',
			check(_, inputs, plots) {
				const [ceiling] = plots[1]!.lines('.limit.tone-ceiling');
				if (Math.abs(ceiling!.y1 - plots[1]!.y!.toPlace(inputs.rlCeiling)) > 0.3)
					throw new DrawingError(`The ceiling is drawn at ${plots[1]!.y!.toValue(ceiling!.y1)}.`);
				for (const [i, name] of (['pretraining', 'rl'] as const).entries()) {
					const plot = plots[i]!;
					const [tint] = plot.rectangles('.band');
					for (const [edge, multiple] of [
						[tint!.left, 1],
						[tint!.right, FITTED[name]],
					] as const)
						if (Math.abs(edge - plot.x.toPlace(multiple)) > 0.3)
							throw new DrawingError(`The tint of ${name} ends at ${plot.x.toValue(edge)}×, not at ${multiple}×.`);
				}
				// One axis: a multiple is in the same place in both plots.
				if (Math.abs(plots[0]!.x.toPlace(1e4) - plots[1]!.x.toPlace(1e4)) > 0.1)
					throw new DrawingError('The two plots do not share their axis of compute.');
			},
		},
	});
