import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/lead.model.ts';
import { readSpan } from '../drawn-plot.ts';
import { DrawingError, figureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const leadAfter = (inputs: Inputs) => (raceMonths: number) => model.evaluate({ ...inputs, raceMonths }).leadAfter;
/** Largest drawn lead in months. */
const TALLEST = 120;

export default figureSpec({
	model,
	curves: [
		{
			plot: 1,
			select: '.curve.tone-learner:not(.ghost)',
			ghost: '.curve.ghost.tone-learner',
			path: { path: 'growth' },
			at: leadAfter,
		},
		{ select: '.curve.tone-learner.dashed', at: () => (lag) => 1 / lag, from: () => 1 },
		{
			// Where a lead settles at three months, and at a year: the fixed point of its growth.
			select: '.curve.tone-learner.dotted',
			count: () => 2,
			at:
				({ headStart }) =>
				(lag, index) => {
					const flywheel = 1 / lag - headStart / [3, 12][index]!;
					return flywheel < 0 ? NaN : flywheel;
				},
			to: ({ headStart }, index) => Math.min(24, [3, 12][index]! / headStart),
		},
	],
	points: [
		{
			plot: 1,
			select: '.reader circle',
			at: (inputs) => {
				const lead = leadAfter(inputs)(inputs.raceMonths);
				return lead > TALLEST ? [] : [[inputs.raceMonths, lead]];
			},
		},
		{ select: '.reader circle', at: ({ replicationLag, flywheel }) => [[replicationLag, flywheel]] },
	],
	custom: {
		reason: 'the limit is a horizontal line, the region of the map a tint, and labels have days, months or years',
		check(_, inputs, [map, growth], essay) {
			const { leadAfter: lead, steadyLead, runaway } = model.evaluate(inputs);
			const [limit] = growth!.lines('.limit');
			if (limit && Math.abs(limit.y1 - growth!.y!.toPlace(steadyLead)) > 0.3)
				throw new DrawingError(`The limit is drawn at ${growth!.y!.toValue(limit.y1)} months, not at ${steadyLead}.`);
			if (!limit && growth!.y!.toPlace(steadyLead) > 0.5)
				throw new DrawingError(`The limit at ${steadyLead} months is not drawn.`);
			const written = (select: string) =>
				Array.from(growth!.element.querySelectorAll(select), (label) => label.textContent ?? '');
			const states = (texts: readonly string[], months: number) =>
				texts.length > 0 &&
				texts.every((text) =>
					months >= 12_000 ? text.includes('over 1,000 years') : Math.abs(readSpan(text) - months) <= 0.051 * months,
				);
			if (!states(written('.value-label.tone-learner'), lead))
				throw new DrawingError(`The labels are “${written('.value-label').join('; ')}” for a lead of ${lead} months.`);
			const limits = written('.mark-label');
			if (runaway ? !limits.every((text) => text === 'no limit') : !states(limits, steadyLead))
				throw new DrawingError(`The labels are “${limits.join('; ')}” for a steady lead of ${steadyLead} months.`);

			const region = map!.paths('.range-band')[0]?.flat() ?? [];
			const [lags, wheels] = [region.map(([x]) => map!.x.toValue(x)), region.map(([, y]) => map!.y!.toValue(y))];
			if (!region.every((_, i) => Math.abs(wheels[i]! - 1) < 0.005 || Math.abs(lags[i]! * wheels[i]! - 1) < 0.04))
				throw new DrawingError('The tinted region does not start where the flywheel balances the leak.');
			// The corner with the longest lag and the strongest flywheel.
			const hasCorner = region.some(([x, y]) => Math.abs(x - 100) < 0.3 && Math.abs(y) < 0.3);
			if (!hasCorner || Math.abs(Math.max(...lags) - 24) > 0.1 || Math.abs(Math.min(...wheels) - 1 / 24) > 0.01)
				throw new DrawingError(`The tinted region ends at a lag of ${Math.max(...lags)}.`);
			const ghost = map!.circles('.ghost-point');
			const hasMoved = inputs.replicationLag !== essay.replicationLag || inputs.flywheel !== essay.flywheel;
			const [x, y] = ghost[0] ?? [NaN, NaN];
			const isOff =
				Math.abs(x - map!.x.toPlace(essay.replicationLag)) > 0.3 || Math.abs(y - map!.y!.toPlace(essay.flywheel)) > 0.3;
			if (ghost.length !== (hasMoved ? 1 : 0) || isOff)
				throw new DrawingError(`The baseline’s point is at ${x}%, ${y}%.`);
		},
	},
});
