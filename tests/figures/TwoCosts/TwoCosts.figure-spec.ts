import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/macrophage.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const MOST = 100_000;
const pipeline = (inputs: Inputs) => () => model.evaluate(inputs).pipelineCost;
const showing =
	({ wage, showHours }: Inputs) =>
	(labs: number) =>
		labs * wage * showHours;

export default figureSpec({
	model,
	labelValues: [{ x: { 'one lab': 1 } }],
	curves: [
		{ select: '.curve.tone-baked:not(.ghost)', path: { path: 'pipeline' }, name: 'One pipeline', at: pipeline },
		{ select: '.curve.tone-people:not(.ghost)', path: { path: 'showing' }, name: 'Showing a person', at: showing },
	],
	points: [
		{
			select: '.ring.tone-plain',
			at: (inputs) => {
				const { breakEvenLabs, pipelineCost } = model.evaluate(inputs);
				return breakEvenLabs > 1 && breakEvenLabs < MOST ? [[breakEvenLabs, pipelineCost]] : [];
			},
		},
	],
	custom: {
		reason: 'the area is tinted by the cheaper option, and both baseline lines have the same class',
		check(_, inputs, [plot], essay) {
			const edge = Math.min(100, Math.max(0, plot!.x.toPlace(model.evaluate(inputs).breakEvenLabs)));
			const [people, baked] = plot!.rectangles('.band');
			if (
				Math.abs(people!.right - edge) > 0.3 ||
				Math.abs(baked!.left - edge) > 0.3 ||
				Math.abs(baked!.right - 100) > 0.3
			)
				throw new DrawingError(`The tints meet at ${plot!.x.toValue(people!.right)} laboratories.`);
			for (const [first] of plot!.paths('.curve.ghost').map((stretches) => stretches.flat())) {
				const dollars = plot!.y!.toValue(first![1]);
				const near = [pipeline(essay)(), showing(essay)(1)].some((wanted) => Math.abs(dollars / wanted - 1) < 0.05);
				if (!near) throw new DrawingError(`A baseline line starts at ${dollars} dollars.`);
			}
		},
	},
});
