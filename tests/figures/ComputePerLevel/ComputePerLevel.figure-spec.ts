import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/rl-scaling.model.ts';
import { readLabel } from '../drawn-plot.ts';
import { DrawingError, figureSpec, type CurveSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
type Kind = 'pretrainingScaleUp' | 'inferenceScaleUp' | 'totalScaleUp' | 'rlScaleUp';

const curve = (tone: string, output: Kind): CurveSpec<Inputs> => ({
	select: `.curve.tone-${tone}:not(.ghost)`,
	ghost: `.curve.ghost.tone-${tone}`,
	path: { along: 'gptLevels', output, from: 0, to: 2, steps: 40 },
	at: (inputs) => (gptLevels) => model.evaluate({ ...inputs, gptLevels })[output],
});
const ring = (tone: string, output: Kind) => ({
	select: `.ring.tone-${tone}`,
	at: (inputs: Inputs) => [[inputs.gptLevels, model.evaluate(inputs)[output]] as const],
});

export default figureSpec({
	model,
	labelValues: [{ x: { 'today’s model': 0 }, y: { today: 1 } }],
	curves: [
		curve('pretraining', 'pretrainingScaleUp'),
		curve('inference', 'inferenceScaleUp'),
		curve('bill', 'totalScaleUp'),
		curve('rl', 'rlScaleUp'),
	],
	points: [ring('pretraining', 'pretrainingScaleUp'), ring('inference', 'inferenceScaleUp'), ring('rl', 'rlScaleUp')],
	labels: [{ select: '.value-label.tone-rl', at: (inputs) => model.evaluate(inputs).rlScaleUp }],
	custom: {
		reason: 'the ladder has no axis: rungs are compared with each other and with their labels',
		check(figure, _, [plot], essay) {
			const marker = plot!.lines('.marker-line')[0]!;
			const ring = plot!.circles('.ring.tone-rl')[0]!;
			if (Math.abs(marker.x1 - ring[0]) > 0.1 || Math.abs(marker.y1 - ring[1]) > 0.1)
				throw new DrawingError('The vertical line does not start at the RL ring.');
			const wanted = model.presets!.map(({ values }) => model.evaluate({ ...essay, ...values }).rlScaleUp);
			const rungs = Array.from(figure.querySelectorAll('.ladder button'));
			if (rungs.length !== wanted.length) throw new DrawingError(`${rungs.length} rungs, not ${wanted.length}.`);
			const most = Math.log(Math.max(...wanted));
			rungs.forEach((rung, i) => {
				const stated = readLabel(rung.querySelector('.rung-value')!.textContent ?? '');
				const long = parseFloat(rung.querySelector('.rung')!.getAttribute('x2')!);
				if (Math.abs(stated / wanted[i]! - 1) > 0.006)
					throw new DrawingError(`Rung ${i + 1} states ${stated}; the model gives ${wanted[i]}.`);
				if (Math.abs(long - (100 * Math.log(wanted[i]!)) / most) > 0.3)
					throw new DrawingError(`Rung ${i + 1} is ${long}% long, for ${wanted[i]} of at most ${Math.exp(most)}.`);
			});
		},
	},
});
