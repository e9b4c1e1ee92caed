import { scaleLinear, scaleLog } from 'd3';

/** One axis of a plot: what it shows, from where to where, and how a tick is written. */
export interface Axis {
	/** In a reader's words; a logarithmic axis says what a step means (`logarithmic` below writes that). */
	readonly title: string;
	readonly scale: 'linear' | 'log';
	readonly domain: readonly [number, number];
	readonly format: (value: number) => string;
	/** Where curves start at the axis's own zero, its first label gives way on a narrow screen. */
	readonly quietOrigin?: boolean;
	/** Where the ticks stand; chosen from the domain unless given. */
	readonly ticks?: readonly number[];
}

/** A point of a plot: x and y in percent of its width and height. */
export type PlotPoint = readonly [x: number, y: number];

/** Data → percent of the plot's width or height, so that a chart is drawn for any width without being measured. */
export type Scale = (value: number) => number;
/** The scale of an axis, which also tells what stands where. */
export interface AxisScale extends Scale {
	/** Percent → data. */
	readonly invert: (position: number) => number;
}

/** As much of an axis as says where things stand. */
type Shape = Pick<Axis, 'scale' | 'domain'> & Partial<Axis>;

const d3ScaleOf = ({ scale, domain }: Shape) => (scale === 'log' ? scaleLog() : scaleLinear()).domain(domain);

/** Percent of the plot as it stands in an attribute: two digits are finer than a pixel, and three lengths off the plot is out of sight. */
export const percent = (position: number): number =>
	Math.round(Math.max(-300, Math.min(400, position)) * 100) / 100 + 0;

/** D3's scale of an axis, made safe for attributes: what has no place, such as zero on a log axis, goes to the low end. */
export function axisScale(axis: Shape, range: readonly [number, number]): AxisScale {
	const place = d3ScaleOf(axis).range(range);
	const scale = (value: number) => {
		const position = place(value);
		return Number.isFinite(position) ? percent(position) : range[0];
	};
	return Object.assign(scale, { invert: (position: number) => place.invert(position) });
}

/** An axis has at most this many ticks, unless it names its own. */
const MOST = 7;
const isWholeOrder = (value: number) => value.toExponential().startsWith('1e');

/** Ticks of an axis: at most seven on a log axis, where they are whole orders, evenly apart; about six on a linear one. */
export function ticksOf({ scale, domain: [from, to], ticks }: Shape): readonly number[] {
	if (ticks) return ticks;
	if (scale === 'linear') return scaleLinear().domain([from, to]).ticks(6);
	// Powers of ten are seldom exact: ends that miss one by a hair have it too. D3 gives the steps between whole
	// orders too, when asked for as many ticks as orders.
	const orders = scaleLog()
		.domain([from * (1 - 1e-9), to * (1 + 1e-9)])
		.ticks(Math.log10(to / from) + 1)
		.filter(isWholeOrder);
	const every = Math.max(1, Math.ceil((orders.length - 1) / (MOST - 1)));
	return orders.filter((_, i) => i % every === 0);
}

const steps = ['one', 'ten', 'a hundred', 'a thousand', 'ten thousand', 'a hundred thousand', 'a million'];

/** What one tick is of the one before it, in words; undefined where the ticks are not evenly apart by whole orders. */
export function stepInWords(ticks: readonly number[]): string | undefined {
	const orders = Math.round(Math.log10(ticks[1]! / ticks[0]!));
	const isEven =
		orders > 0 && ticks.slice(1).every((tick, i) => Math.abs(tick / (ticks[i]! * 10 ** orders) - 1) < 1e-9);
	return isEven ? (steps[orders] ?? `10 to the ${orders}`) : undefined;
}

/** A log axis that says so in its title, and what a step of its own ticks means: upwards a line and the one below it, sideways a step and the one before. */
export function logarithmic(axis: Omit<Axis, 'scale'>, along: 'x' | 'y'): Axis {
	const step = stepInWords(ticksOf({ ...axis, scale: 'log' }));
	const meaning =
		step &&
		(along === 'y' ? `: each line is ${step} times the one below` : `: each step is ${step} times the one before`);
	return { ...axis, scale: 'log', title: `${axis.title}. Logarithmic${meaning ?? ''}` };
}

/** Whole orders round a set of values, for the ends of a log axis; those without a logarithm are left out. */
export function wholeOrders(values: readonly number[]): [number, number] {
	const drawn = values.filter((value) => value > 0 && Number.isFinite(value));
	if (drawn.length === 0) return [1, 10];
	const [from, to] = scaleLog()
		.domain([Math.min(...drawn), Math.max(...drawn)])
		.nice()
		.domain() as [number, number];
	return [from, to > from ? to : from * 10];
}
