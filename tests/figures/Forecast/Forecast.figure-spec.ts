import forecast, { revenuePath } from '../../../src/models/forecast.model.ts';
import { DONE, usefulAt } from '../../../src/parameters/abilities.ts';
import { figureSpec } from '../figure-spec.ts';

const BILLION = 1e9;
const LAST = 2050;

export default figureSpec({
	model: forecast,
	curves: [
		{
			select: '.curve.tone-useful:not(.ghost)',
			ghost: '.curve.ghost',
			path: { path: 'capability' },
			at: (inputs) => (year) => usefulAt(inputs, year),
		},
		{
			plot: 1,
			select: '.curve.tone-revenue:not(.ghost)',
			ghost: '.curve.ghost',
			path: { path: 'revenue' },
			unitScale: BILLION,
			/** Linear between quarters on the logarithmic axis. */
			at: (inputs) => {
				const path = revenuePath(inputs, LAST);
				return (year) => {
					const after = Math.max(
						1,
						path.findIndex((quarter) => quarter.year >= year - 1e-9),
					);
					const [a, b] = [path[after - 1]!, path[after]!];
					return BILLION * a.revenue * (b.revenue / a.revenue) ** ((year - a.year) / (b.year - a.year));
				};
			},
		},
	],
	points: [
		{
			select: '.ring.tone-useful',
			at: (inputs) => [forecast.evaluate(inputs).agiYear].filter((year) => year <= LAST).map((year) => [year, DONE]),
		},
		{
			plot: 1,
			select: '.ring.tone-revenue',
			at: (inputs) =>
				[forecast.evaluate(inputs).trillionYear].filter((year) => year <= LAST).map((year) => [year, 1000 * BILLION]),
		},
	],
});
