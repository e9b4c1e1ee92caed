import { normalQuantile } from '../../../src/engine/normal.ts';
import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/median-human.model.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const deviationOf = ({ outputSpread, teamLinks }: Inputs) => outputSpread * teamLinks;
/** Returns the density of the logarithm relative to that at the median. */
const relative = (inputs: Inputs, multiple: number) => Math.exp(-0.5 * (Math.log(multiple) / deviationOf(inputs)) ** 2);

export default figureSpec({
	model,
	table: (inputs) =>
		[0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999].map((aiPercentile) => {
			const { headcountShare, outputShare, valueVsAverage } = model.evaluate({ ...inputs, aiPercentile });
			return [
				[headcountShare, 'fraction'],
				[outputShare, 'fraction'],
				[valueVsAverage, '×'],
			];
		}),
	labelValues: [{ x: { 'the median': 1 } }],
	custom: {
		reason: 'the density has no axis: heights are read relative to the height at the median',
		check(figure, inputs, [plot], essay) {
			if (!plot) throw new DrawingError('The plot is missing.');
			const multiple = Math.exp(normalQuantile(inputs.aiPercentile) * deviationOf(inputs));
			const crowds: [string, Inputs][] = [['.curve.tone-people:not(.ghost)', inputs]];
			if (plot.element.querySelector('.curve.ghost')) crowds.push(['.curve.ghost', essay]);
			for (const [select, given] of crowds) {
				const vertices = plot.paths(select)[0]!.flat();
				const tallest = 100 - Math.min(...vertices.map(([, y]) => y));
				for (const [x, y] of vertices) {
					const [drawn, wanted] = [(100 - y) / tallest, relative(given, plot.x.toValue(x))];
					if (Math.abs(drawn - wanted) > 0.02)
						throw new DrawingError(
							`${select}: ${drawn.toFixed(3)} of the maximum at ${plot.x.toValue(x)}×, not ${wanted.toFixed(3)}.`,
						);
				}
			}
			// Both areas are equal, so heights at the median are inversely proportional to the spreads.
			const beaten = plot.paths('.beaten path')[0]!.flat();
			const edge = Math.max(...beaten.map(([x]) => x));
			const [line] = plot.lines('.limit.solid.tone-impressive');
			for (const [what, place] of [
				['shaded part', edge],
				['line', line!.x1],
			] as const)
				if (Math.abs(place - plot.x.toPlace(multiple)) > 0.3)
					throw new DrawingError(`The ${what} ends at ${plot.x.toValue(place)}×, not at ${multiple}×.`);
			const { headcountShare, outputShare } = model.evaluate(inputs);
			const widths = Array.from(figure.querySelectorAll('.shares .bar'), (bar) =>
				parseFloat(bar.getAttribute('width')!),
			);
			[headcountShare, outputShare].forEach((share, i) => {
				if (Math.abs(widths[i]! - 100 * share) > 0.3)
					throw new DrawingError(`Bar ${i + 1} is ${widths[i]}% of the width, for a share of ${share}.`);
			});
		},
	},
});
