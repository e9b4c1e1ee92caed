import { least } from 'd3';
import type { InputsOf } from '../../../src/engine/model.ts';
import model, { revenueAfter } from '../../../src/models/revenue-gap.model.ts';
import { DrawingError, figureSpec, type IslandProps, type FigureSpec } from '../figure-spec.ts';

type Inputs = InputsOf<typeof model>;
const BILLION = 1e9;
const TRILLION = 1e12;
const LAST = 2045;
/** First and last year of the close-up. */
const CLOSE = [2023.5, 2027.25] as const;

interface Reported {
	readonly series: string;
	readonly year: number;
	readonly value: number;
}
const isReported = (value: unknown): value is Reported =>
	typeof value === 'object' && value !== null && 'series' in value && 'year' in value && 'value' in value;

/** Returns the log-linear interpolation of the reports. */
const through = (record: readonly Reported[]) => (year: number) => {
	const after = Math.max(
		1,
		record.findIndex((point) => point.year >= year - 1e-9),
	);
	const [a, b] = [record[after - 1]!, record[after]!];
	return BILLION * a.value * (b.value / a.value) ** ((year - a.year) / (b.year - a.year));
};

/** Returns the spec for the reports in the island’s props. */
export default function revenueGap({ points }: IslandProps): FigureSpec<typeof model> {
	if (!Array.isArray(points) || !points.every(isReported))
		throw new Error('The props of RevenueGap need `points` with reported revenue.');
	const of = (series: string) => points.filter((point) => point.series === series);
	const both = of('both');
	const start = ({ revenue }: Inputs) => least(both, ({ value }) => Math.abs(Math.log(value / revenue)))!.year;
	const revenueAt = (inputs: Inputs) => (year: number) => BILLION * revenueAfter(inputs, year - start(inputs));
	const wages = (inputs: Inputs) => TRILLION * model.evaluate(inputs).wageBill;
	const meets = (inputs: Inputs) => {
		const { yearsToClose } = model.evaluate(inputs);
		return yearsToClose > 0 && start(inputs) + yearsToClose <= LAST ? start(inputs) + yearsToClose : undefined;
	};
	const dots = (record: readonly Reported[]) => record.map(({ year, value }) => [year, BILLION * value] as const);
	const record = (series: string, select: string) => ({
		plot: 1,
		select: `.curve.tone-revenue${select}`,
		from: () => of(series)[0]!.year,
		to: () => of(series).at(-1)!.year,
		at: () => through(of(series)),
	});
	return figureSpec({
		model,
		curves: [
			{
				select: '.curve.tone-revenue:not(.ghost)',
				ghost: '.curve.ghost',
				path: { path: 'revenue' },
				origin: start,
				unitScale: BILLION,
				from: start,
				at: revenueAt,
			},
			{ plot: 1, select: '.curve.tone-revenue[stroke-width="3"]', from: start, at: revenueAt },
			record('openai', '[stroke-width="1.25"]:not(.dashed, .dotted)'),
			record('anthropic', '.dashed'),
			record('both', '.dotted'),
		],
		points: [
			{ select: '.dated.solid', at: () => dots(both) },
			{ select: '.ring.tone-revenue', at: (inputs) => [[start(inputs), BILLION * inputs.revenue]] },
			{
				select: '.ring.tone-gap',
				at: (inputs) => {
					const year = meets(inputs);
					return year === undefined ? [] : [[year, wages(inputs) * inputs.targetShare]];
				},
			},
			{ plot: 1, select: '.dated.solid', at: () => dots(both) },
			{ plot: 1, select: '.dated:not(.solid)', at: () => dots(of('openai')) },
		],
		custom: {
			reason: 'wages, their share and the gap are straight lines, and one series has diamonds',
			check(figure, inputs, [plot, close], essay) {
				const { orders, revenueAtFourOrders } = model.evaluate(inputs);
				const levels = (select: string) => plot!.lines(select).map(({ y1 }) => plot!.y!.toValue(y1));
				const compare = (what: string, drawn: readonly number[], wanted: readonly number[]) => {
					if (
						drawn.length !== wanted.length ||
						drawn.some((value, i) => Math.abs(Math.log(value / wanted[i]!)) > 0.02 * Math.LN10)
					)
						throw new DrawingError(`${what}: drawn at ${drawn.join(', ')}; the model gives ${wanted.join(', ')}.`);
				};
				compare('The wages', levels('.limit.solid.tone-wages'), [wages(inputs)]);
				compare(
					'The share of the wages',
					levels('.limit.tone-wages:not(.solid)'),
					inputs.targetShare < 0.995 ? [wages(inputs) * inputs.targetShare] : [],
				);
				const isMoved = Math.abs(Math.log(wages(essay) / wages(inputs))) > 0.02;
				compare('The essay’s wages and four orders below', levels('.limit.ghost'), [
					...(isMoved ? [wages(essay)] : []),
					BILLION * revenueAtFourOrders,
				]);
				const [span] = plot!.lines('.span line');
				const [top, bottom] = [span!.y1, span!.y2].map((place) => plot!.y!.toValue(place));
				compare('The gap', [top!, bottom!], [wages(inputs), BILLION * inputs.revenue]);
				if (Math.abs(plot!.x.toValue(span!.x1) - start(inputs)) > 0.1)
					throw new DrawingError(`The gap is drawn in ${plot!.x.toValue(span!.x1)}.`);
				const stated = Array.from(figure.querySelectorAll('.value-label.tone-gap'), ({ textContent }) => textContent);
				for (const text of [orders.toFixed(2), meets(inputs) && String(Math.floor(meets(inputs)! + 1e-9))])
					if (text && !stated.some((label) => label?.startsWith(text)))
						throw new DrawingError(`No label states “${text}”; the labels are ${stated.join(', ')}.`);
				const diamonds = close!.rectangles('.dated-diamond').map(({ left, top: height }) => [left, height] as const);
				const wanted = dots(of('anthropic')).map(([year, value]) => [close!.x.toPlace(year), close!.y!.toPlace(value)]);
				if (
					diamonds.length !== wanted.length ||
					wanted.some(([x, y], i) => Math.hypot(diamonds[i]![0] - x!, diamonds[i]![1] - y!) > 0.3)
				)
					throw new DrawingError(`The diamonds are at ${diamonds.join('; ')} percent, not at ${wanted.join('; ')}.`);
				if (of('both').some(({ year }) => year < CLOSE[0] || year > CLOSE[1]))
					throw new DrawingError('A report is outside the close-up. Widen CLOSE.');
			},
		},
	});
}
