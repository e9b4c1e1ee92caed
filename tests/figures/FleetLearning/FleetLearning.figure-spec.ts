import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/fleet.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const knownTo = (inputs: Inputs) => (instances: number) => model.evaluate({ ...inputs, instances }).known;
const sharesOf = (inputs: Inputs) => {
	const { firstThousand, nextThousand, doublingAdds } = model.evaluate(inputs);
	return [firstThousand, nextThousand, doublingAdds] as const;
};
const LEAST = 0.15;

export default figureSpec({
	model,
	labelValues: [{ x: { 'one copy': 1 } }],
	curves: [
		{
			select: '.curve.tone-learner:not(.ghost)',
			ghost: '.curve.ghost.tone-learner',
			path: { path: 'known' },
			at: knownTo,
		},
	],
	points: [
		{ select: '.reader circle', at: (inputs) => [[inputs.instances, model.evaluate(inputs).known]] },
		{
			select: '.plot-area .dated.tone-rival',
			at: (inputs) => {
				const { instances, fleetGrowth, replicationLag } = inputs;
				const copies = instances * fleetGrowth ** (-replicationLag / 12);
				return copies < 1 ? [] : [[copies, knownTo(inputs)(copies)]];
			},
		},
	],
	labels: [
		{ select: '.value-label.tone-learner', at: (inputs) => model.evaluate(inputs).known, tolerance: 0.0051 },
		{ select: '.mark-label', at: (inputs) => model.evaluate(inputs).firstThousand, tolerance: 0.0051 },
	],
	custom: {
		reason: 'three bars have no axis: they are measured relative to their rail and read by their labels',
		check(figure, inputs, [plot], essay) {
			const [span] = plot!.lines('.span line');
			const learned = Math.abs(plot!.y!.toValue(span!.y2) - plot!.y!.toValue(span!.y1));
			if (Math.abs(learned - sharesOf(inputs)[0]) > 0.01 || Math.abs(span!.x1 - plot!.x.toPlace(1000)) > 0.3)
				throw new DrawingError(
					`The line of the first thousand is ${learned} high, at ${plot!.x.toValue(span!.x1)} copies.`,
				);
			const widths = (select: string) =>
				Array.from(figure.querySelectorAll(`.blocks ${select}`), (bar) => parseFloat(bar.getAttribute('width')!));
			const ghosts = widths('.bar-ghost');
			for (const [name, drawn, given] of [
				['bar', widths('.bar'), inputs],
				['ghost', ghosts, essay],
			] as const)
				if (name === 'bar' || ghosts.length > 0)
					sharesOf(given).forEach((share, i) => {
						if (!(Math.abs(drawn[i]! - Math.max(LEAST, 100 * share)) < 0.01))
							throw new DrawingError(`The ${name} ${i + 1} is ${drawn[i]}% of the rail, for a share of ${share}.`);
					});
			const isMoved = Object.keys(inputs).some((key) => inputs[key as keyof Inputs] !== essay[key as keyof Inputs]);
			if (ghosts.length > 0 !== isMoved) throw new DrawingError(`${ghosts.length} baseline bars are drawn.`);
			const texts = Array.from(figure.querySelectorAll('.block-name strong'), (text) => text.textContent ?? '');
			sharesOf(inputs).forEach((share, i) => {
				if (texts[i]!.startsWith('under ')) {
					if (share > 0 && share < 1e-6) return;
					throw new DrawingError(`The label is “${texts[i]}” for a share of ${share}.`);
				}
				const stated = readLabel(texts[i]!);
				if (!(share === 0 ? stated === 0 : Math.abs(stated / share - 1) < 0.051 || Math.abs(stated - share) < 1e-4))
					throw new DrawingError(`The label is “${texts[i]}” for a share of ${share}.`);
			});
		},
	},
});
