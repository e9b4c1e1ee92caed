import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/fleet-learning.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const leftAfter = (inputs: Inputs) => (instances: number) => model.evaluate({ ...inputs, instances }).unlearned;
const sharesOf = (inputs: Inputs) => {
	const { firstThousandClose, nextThousandClose } = model.evaluate(inputs);
	return [
		firstThousandClose,
		nextThousandClose,
		model.evaluate({ ...inputs, instances: 1_000_000 }).marginalInstance,
	] as const;
};
const LEAST = 0.15;

export default figureSpec({
	model,
	labelValues: [{ x: { 'one copy': 1 } }],
	curves: [
		{
			select: '.curve.tone-learner:not(.ghost)',
			ghost: '.curve.ghost.tone-learner',
			path: { along: 'instances', output: 'unlearned' },
			at: leftAfter,
		},
	],
	points: [
		{ select: '.reader circle', at: (inputs) => [[inputs.instances, model.evaluate(inputs).unlearned]] },
		{
			select: '.plot-area .dated.tone-rival',
			at: (inputs) => {
				const { instances, fleetGrowth, replicationLag, spillover } = inputs;
				const copies = instances * fleetGrowth ** ((-replicationLag * (1 - spillover)) / 12);
				return copies < 1 ? [] : [[copies, leftAfter(inputs)(copies)]];
			},
		},
	],
	labels: [
		{ select: '.value-label.tone-learner', at: (inputs) => model.evaluate(inputs).unlearned, tolerance: 0.0051 },
		{ select: '.mark-label', at: (inputs) => model.evaluate(inputs).firstThousandClose, tolerance: 0.0051 },
	],
	custom: {
		reason: 'three bars have no axis: they are measured relative to their rail and read by their labels',
		check(figure, inputs, [plot], essay) {
			const [span] = plot!.lines('.span line');
			const learned = plot!.y!.toValue(span!.y1) - plot!.y!.toValue(span!.y2);
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
			if (ghosts.length > 0 !== (inputs.learningExponent !== essay.learningExponent))
				throw new DrawingError(`${ghosts.length} baseline bars are drawn.`);
			const texts = Array.from(figure.querySelectorAll('.block-name strong'), (text) => text.textContent ?? '');
			sharesOf(inputs).forEach((share, i) => {
				const number = readLabel(texts[i]!.replace('one part in ', ''));
				const stated = texts[i]!.startsWith('one part in ') ? 1 / number : number;
				if (!(Math.abs(stated / share - 1) < 0.051))
					throw new DrawingError(`The label is “${texts[i]}” for a share of ${share}.`);
			});
		},
	},
});
