import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/payback.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const [FIRST, LAST] = [2026, 2046];

/** What has been earned by a year is the present value if the learner came then. */
const earned = (inputs: Inputs) => (year: number) =>
	year <= FIRST ? 0 : model.evaluate({ ...inputs, learnerYear: year }).presentValue;
const cutOf = ({ learnerYear }: Inputs) => Math.min(learnerYear, LAST);

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
		reason: 'the learner’s line cuts the curve off, and the ground is shaded from there on',
		check(_, inputs, [plot]) {
			const cut = plot!.x.toPlace(cutOf(inputs));
			const [line] = plot!.lines('.limit.solid.tone-learner');
			if (Math.abs(line!.x1 - cut) > 0.3)
				throw new DrawingError(`The learner’s line stands in ${plot!.x.toValue(line!.x1)}.`);
			const kept = plot!.paths('.curve.tone-baked:not(.dotted, .ghost)')[0]?.flat() ?? [];
			if (Math.max(...kept.map(([x]) => x)) > cut + 0.1)
				throw new DrawingError('The full line goes on past the learner.');
			const [shade] = plot!.rectangles('.after');
			if (cut < 100 && Math.abs(shade!.left - cut) > 0.3)
				throw new DrawingError(`The shade begins in ${plot!.x.toValue(shade!.left)}.`);
			const [spent] = plot!.lines('.limit:not(.solid)');
			if (Math.abs(plot!.y!.toValue(spent!.y1) - 1) > 0.02)
				throw new DrawingError('The dollar that was spent is not at one dollar.');
		},
	},
});
