import { scaleLinear, scaleLog } from 'd3';

/** One axis of a plot: title, scale, domain and tick format. */
export interface Axis {
	/** Title in plain words; on a logarithmic axis it also gives the factor of a step (see `logarithmic`). */
	readonly title: string;
	/** What it counts, for the head of an exported column, if the title is empty because the page says it elsewhere. */
	readonly counts?: string;
	readonly scale: 'linear' | 'log';
	readonly domain: readonly [number, number];
	readonly format: (value: number) => string;
	/** Whether the narrow layout hides the first label, because curves start at the origin. */
	readonly quietOrigin?: boolean;
	/** Tick values; derived from the domain by default. */
	readonly ticks?: readonly number[];
}

/** A point of a plot: x and y in percent of its width and height. */
export type PlotPoint = readonly [x: number, y: number];

/** Maps a value to percent of the plot's width or height, so that a chart needs no measured width. */
export type Scale = (value: number) => number;
/** The scale of an axis, with its inverse. */
export interface AxisScale extends Scale {
	/** Maps percent to a value. */
	readonly invert: (position: number) => number;
}

/** The part of an axis that determines positions. */
type Shape = Pick<Axis, 'scale' | 'domain'> & Partial<Axis>;

const d3ScaleOf = ({ scale, domain }: Shape) => (scale === 'log' ? scaleLog() : scaleLinear()).domain(domain);

/**
 * Rounds percent for an attribute: two digits are finer than a pixel, and values are clamped three lengths outside the
 * plot.
 */
export const percent = (position: number): number =>
	Math.round(Math.max(-300, Math.min(400, position)) * 100) / 100 + 0;

/**
 * Returns D3's scale of an axis, safe for attributes: a value without a position, such as 0 on a log axis, maps to the
 * low end.
 */
export function axisScale(axis: Shape, range: readonly [number, number]): AxisScale {
	const toPosition = d3ScaleOf(axis).range(range);
	const scale = (value: number) => {
		const position = toPosition(value);
		return Number.isFinite(position) ? percent(position) : range[0];
	};
	return Object.assign(scale, { invert: (position: number) => toPosition.invert(position) });
}

/** Maximum number of ticks, unless the axis gives its own. */
const MOST = 7;
const isWholeOrder = (value: number) => value.toExponential().startsWith('1e');

/**
 * Returns the ticks of an axis: about six on a linear axis; on a log axis at most seven evenly spaced powers of ten.
 */
export function ticksOf({ scale, domain: [from, to], ticks }: Shape): readonly number[] {
	if (ticks) return ticks;
	if (scale === 'linear') return scaleLinear().domain([from, to]).ticks(6);
	// Slightly widened, because computed powers of ten are inexact. D3 also returns steps between powers of ten if
	// the number of ticks equals the number of orders of magnitude.
	const orders = scaleLog()
		.domain([from * (1 - 1e-9), to * (1 + 1e-9)])
		.ticks(Math.log10(to / from) + 1)
		.filter(isWholeOrder);
	const every = Math.max(1, Math.ceil((orders.length - 1) / (MOST - 1)));
	return orders.filter((_, i) => i % every === 0);
}

const steps = ['one', 'ten', 'a hundred', 'a thousand', 'ten thousand', 'a hundred thousand', 'a million'];

/** Returns the factor between ticks in words; undefined if it is not the same power of ten between all. */
export function stepInWords(ticks: readonly number[]): string | undefined {
	const orders = Math.round(Math.log10(ticks[1]! / ticks[0]!));
	const isEven =
		orders > 0 && ticks.slice(1).every((tick, i) => Math.abs(tick / (ticks[i]! * 10 ** orders) - 1) < 1e-9);
	return isEven ? (steps[orders] ?? `10 to the ${orders}`) : undefined;
}

/** Returns a logarithmic axis whose title names the scale and the factor between its ticks. */
export function logarithmic(axis: Omit<Axis, 'scale'>, along: 'x' | 'y'): Axis {
	const step = stepInWords(ticksOf({ ...axis, scale: 'log' }));
	const meaning =
		step &&
		(along === 'y' ? `: each line is ${step} times the one below` : `: each step is ${step} times the one before`);
	return { ...axis, scale: 'log', title: `${axis.title}. Logarithmic${meaning ?? ''}` };
}

/** Returns the powers of ten that enclose the positive finite values, as the domain of a log axis. */
export function wholeOrders(values: readonly number[]): [number, number] {
	const drawn = values.filter((value) => value > 0 && Number.isFinite(value));
	if (drawn.length === 0) return [1, 10];
	const [from, to] = scaleLog()
		.domain([Math.min(...drawn), Math.max(...drawn)])
		.nice()
		.domain() as [number, number];
	return [from, to > from ? to : from * 10];
}
