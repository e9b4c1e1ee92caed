import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/rl-ceiling.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const rateAt = (inputs: Inputs) => (rlCompute: number) => model.evaluate({ ...inputs, rlCompute }).passRate;

/** Returns the tangent at the curve’s midpoint, by a difference over 0.001 orders. */
const straight = (inputs: Inputs) => {
	const rate = rateAt(inputs);
	const { rlMidpoint: middle } = inputs;
	const slope = (rate(middle * 10 ** 0.0005) - rate(middle / 10 ** 0.0005)) / 0.001;
	return (compute: number) => rate(middle) + slope * Math.log10(compute / middle);
};

export default figureSpec({
	model,
	curves: [
		{
			select: '.curve.tone-rl:not(.ghost)',
			ghost: '.curve.ghost.tone-rl',
			path: { along: 'rlCompute', output: 'passRate' },
			at: rateAt,
		},
		{ select: '.curve.tone-straight', at: straight },
	],
	points: [{ select: '.reader circle', at: (inputs) => [[inputs.rlCompute, model.evaluate(inputs).passRate]] }],
	labels: [
		{ select: '.value-label.tone-rl', at: (inputs) => model.evaluate(inputs).passRate },
		{ select: '.value-label.tone-ceiling', at: ({ rlCeiling }) => rlCeiling },
		{ select: '.band-label', at: (inputs) => model.evaluate(inputs).tenToNinety },
	],
	custom: {
		reason: 'the ceiling is a horizontal line, and the climb from 10% to 90% of the gain a tint',
		check(_, inputs, [plot]) {
			const [ceiling] = plot!.lines('.limit.tone-ceiling');
			if (Math.abs(ceiling!.y1 - plot!.y!.toPlace(inputs.rlCeiling)) > 0.3)
				throw new DrawingError(`The ceiling is drawn at ${plot!.y!.toValue(ceiling!.y1)}.`);
			// The midpoint is the geometric mean of both edges.
			const half = Math.sqrt(model.evaluate(inputs).tenToNinety);
			const edges = [inputs.rlMidpoint / half, inputs.rlMidpoint * half].map((compute) =>
				Math.min(100, Math.max(0, plot!.x.toPlace(compute))),
			);
			const [tint] = plot!.rectangles('.band');
			[tint!.left, tint!.right].forEach((edge, i) => {
				if (Math.abs(edge - edges[i]!) > 0.3)
					throw new DrawingError(
						`The tint ends at ${plot!.x.toValue(edge)} GPU-hours, not at ${plot!.x.toValue(edges[i]!)}.`,
					);
			});
		},
	},
});
