import { exponentialFit } from '../../../src/engine/least-squares.ts';
import type { InputsOf } from '../../../src/engine/model.ts';
import model from '../../../src/models/time-horizon.model.ts';
import { DrawingError, figureSpec, type IslandProps, type Reported } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
interface Measured extends Reported {
	readonly p80: number;
	readonly day: number;
}
const isMeasured = (value: unknown): value is Measured => typeof value === 'object' && value !== null && 'p80' in value;

const [FROM, ANCHOR, TO] = [2016, 2025.6, 2032];
const SIXTEEN_HOURS = 960;
/** Returns the first year of the reader’s lines: that of METR’s newest measurement, or of the task if it is earlier. */
const startOf = (inputs: Inputs) => Math.max(FROM, Math.min(ANCHOR, model.evaluate(inputs).reliableYear));
const outputAt = (output: 'horizon' | 'reliableHorizon') => (inputs: Inputs) => (horizonYear: number) =>
	model.evaluate({ ...inputs, horizonYear })[output];
const pathOf = (output: 'horizon' | 'reliableHorizon') =>
	({ along: 'horizonYear', output, from: ANCHOR, to: TO, steps: 1 }) as const;

export default ({ points }: IslandProps) => {
	const measured = (Array.isArray(points) ? points : []).filter(isMeasured);
	const years = measured.map(({ year }) => year);
	/** First year of the fit over all years and of the fit since 2023. */
	const firsts = [Math.min(...years), 2023];
	const fits = [-Infinity, Date.UTC(2023) / 86_400_000].map((from) =>
		exponentialFit(
			measured.map(({ day, value }) => [day, value]),
			{ from, upTo: SIXTEEN_HOURS },
		),
	);
	return figureSpec({
		model,
		// Each measured model has two lengths, of which one is drawn.
		reported: [
			...measured,
			...measured.map((point) => ({ ...point, label: `${point.label}, four times in five`, value: point.p80 })),
		],
		labelValues: [
			{
				y: {
					'1 second': 1 / 60,
					'1 minute': 1,
					'10 minutes': 10,
					'1 hour': 60,
					'8 hours': 480,
					'100 hours': 6000,
					'1,000 hours': 60_000,
				},
			},
		],
		curves: [
			{
				select: '.curve.tone-impressive:not(.ghost)',
				ghost: '.curve.ghost.tone-impressive',
				path: pathOf('horizon'),
				at: outputAt('horizon'),
				from: startOf,
			},
			{
				select: '.curve.tone-useful:not(.ghost)',
				ghost: '.curve.ghost.tone-useful',
				path: pathOf('reliableHorizon'),
				at: outputAt('reliableHorizon'),
				from: startOf,
			},
			{
				select: '.curve.tone-plain:not(.ghost)',
				count: () => fits.length,
				at: () => (year, number) => fits[number]!.valueAt((year - 1970) * 365.2425),
				from: (_, number) => firsts[number]!,
				to: () => Math.max(...years),
			},
		],
		points: [
			{
				select: '.plot-area .dated.solid',
				at: () => measured.filter(({ value }) => value <= SIXTEEN_HOURS).map(({ year, value }) => [year, value]),
			},
			{
				select: '.plot-area .dated:not(.solid)',
				at: () => measured.filter(({ value }) => value > SIXTEEN_HOURS).map(({ year, value }) => [year, value]),
			},
			{
				select: '.ring.tone-useful',
				at: (inputs) => {
					const { reliableYear } = model.evaluate(inputs);
					return reliableYear < FROM || reliableYear > TO ? [] : [[reliableYear, inputs.taskMinutes]];
				},
			},
		],
		custom: {
			reason: 'the task is a horizontal line, and labels of the same class state different values',
			check(figure, inputs, [plot]) {
				const [task] = plot!.lines('.task-line');
				if (!task || Math.abs(task.y1 - plot!.y!.toPlace(inputs.taskMinutes)) > 0.3 || task.y2 !== task.y1)
					throw new DrawingError(`The task’s line is at ${plot!.y!.toValue(task?.y1 ?? NaN)} minutes.`);
				const written = (select: string) =>
					Array.from(figure.querySelectorAll(select), (label) => label.textContent ?? '');
				const { reliableYear } = model.evaluate(inputs);
				const named = reliableYear < FROM ? `before ${FROM}` : `${Math.floor(reliableYear + 1e-9)}`;
				if (!written('.value-label.tone-useful').some((text) => text.includes(named)))
					throw new DrawingError(`No label states ${named}.`);
				for (const [name, fit] of [
					['all', fits[0]],
					['since 2023', fits[1]],
				] as const) {
					const stated = written('.mark-label').find((text) => text.startsWith(`${name}: `));
					if (!(Math.abs(Number(/: ([\d.]+)/.exec(stated ?? '')?.[1]) / fit!.doubling - 1) < 0.005))
						throw new DrawingError(`The label is “${stated}” for a fit that doubles in ${fit!.doubling} days.`);
				}
			},
		},
	});
};
