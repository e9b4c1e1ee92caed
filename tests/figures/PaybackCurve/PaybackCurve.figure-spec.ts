import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/payback.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const [FIRST, LAST] = [2026, 2046];

/** Returns what has been earned by a year: the present value if the learner came then. */
const earned = (inputs: Inputs) => (year: number) =>
	year <= FIRST ? 0 : model.evaluate({ ...inputs, humanLevelYear: year, paybackUntil: 'human' }).presentValue;
const cutOf = ({ humanLevelYear, ramp, paybackUntil }: Inputs) =>
	Math.min(paybackUntil === 'human' ? humanLevelYear : humanLevelYear - ramp / 2, LAST);

export default figureSpec({
	model,
	curves: [
		{ select: '.curve.tone-baked.dotted', ghost: '.curve.ghost', path: { path: 'earned' }, at: earned },
		{ select: '.curve.tone-baked:not(.dotted, .ghost)', at: earned, to: (inputs) => cutOf(inputs) - 0.25 },
	],
	points: [
		{
			select: '.ring.tone-baked',
			at: (inputs) => {
				const { breakEvenYear } = model.evaluate(inputs);
				return breakEvenYear <= LAST ? [[breakEvenYear, 1]] : [];
			},
		},
	],
	custom: {
		reason: 'the curve ends at the learner’s line, and the area after it is shaded',
		check(_, inputs, [plot]) {
			const cut = plot!.x.toPlace(cutOf(inputs));
			const [line] = plot!.lines('.limit.solid.tone-learner');
			if (Math.abs(line!.x1 - cut) > 0.3)
				throw new DrawingError(`The learner’s line is in ${plot!.x.toValue(line!.x1)}.`);
			const kept = plot!.paths('.curve.tone-baked:not(.dotted, .ghost)')[0]?.flat() ?? [];
			if (Math.max(...kept.map(([x]) => x)) > cut + 0.1)
				throw new DrawingError('The solid curve extends past the learner’s line.');
			const [shade] = plot!.rectangles('.after');
			if (cut < 100 && Math.abs(shade!.left - cut) > 0.3)
				throw new DrawingError(`The shaded area starts in ${plot!.x.toValue(shade!.left)}.`);
			const [spent] = plot!.lines('.limit:not(.solid)');
			if (Math.abs(plot!.y!.toValue(spent!.y1) - 1) > 0.02)
				throw new DrawingError('The line of the spent dollar is not at $1.');
		},
	},
});
