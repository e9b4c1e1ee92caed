import type { Unit } from './units.ts';

/**
 * A path that a reader draws from a known value on, one entry for each month after it. A month without a value is undefined; the
 * path passes it on a logarithmic scale.
 */
export type DrawnPath = readonly (number | undefined)[];

/** What readers may draw of a model before they look at what was reported. `Key` are the model's parameters. */
export interface PathToDraw<Key extends string = string> {
	/** Number of months after the known value. */
	readonly months: number;
	readonly unit: Unit;
	/** The lowest and the highest value that can be drawn, both positive. */
	readonly min: number;
	readonly max: number;
	/** The parameter that takes over the drawn growth. */
	readonly adopts: Key;
	/** Returns the value of that parameter for growth by a factor a year; it may lie outside its range. */
	valueFor(yearlyFactor: number): number;
}

/** A month, counted from the known value, and a value there. */
export type PathPoint = readonly [month: number, value: number];

const MONTHS_A_YEAR = 12;
/** Significant digits of a drawn value: finer than a pixel of the chart. */
const DIGITS = 3;
/** Factor up to which a path that passes a report is said to meet it. */
export const MEETS = 1.05;

/** Returns a path without a value. */
export const emptyPath = ({ months }: Pick<PathToDraw, 'months'>): DrawnPath =>
	Array.from({ length: months }, () => undefined);

/** Returns the last month with a value; 0 if there is none. */
export const lastMonth = (path: DrawnPath): number => path.findLastIndex((value) => value !== undefined) + 1;

/** Returns the known value and every value of a path, in the order of their months. */
const pointsOf = (start: number, path: DrawnPath): readonly PathPoint[] => [
	[0, start],
	...path.flatMap((value, i): PathPoint[] => (value === undefined ? [] : [[i + 1, value]])),
];

/** Returns the value between two points, or beyond the second one, along a straight line on a logarithmic scale. */
const along = ([from, a]: PathPoint, [to, b]: PathPoint, month: number): number =>
	a * (b / a) ** ((month - from) / (to - from));

/** Returns the factor by which a path grows in a year, averaged from its start to its last value; 1 if it has none. */
export function growthOf(start: number, path: DrawnPath): number {
	const last = lastMonth(path);
	return last === 0 ? 1 : (path[last - 1]! / start) ** (MONTHS_A_YEAR / last);
}

/**
 * Returns a path's value at a month, which may be a fraction: between two values on a logarithmic scale; after the last one at the
 * path's average growth. A path without values stays where it starts.
 */
export function valueAt(start: number, path: DrawnPath, month: number): number {
	const points = pointsOf(start, path);
	const next = points.findIndex(([at]) => at >= month);
	if (next === 0) return start;
	if (next > 0) return along(points[next - 1]!, points[next]!, month);
	return start * growthOf(start, path) ** (month / MONTHS_A_YEAR);
}

/** Moves a point to a whole month and a value that can be drawn. */
function toGrid({ months, min, max }: PathToDraw, [month, value]: PathPoint): PathPoint {
	const drawn = Number(Math.min(max, Math.max(min, value)).toPrecision(DIGITS));
	return [Math.min(months, Math.max(1, Math.round(month))), drawn];
}

/**
 * Draws from one point to another, in either direction, and returns the new path: every month between them takes the value of the
 * line. Without a first point only the month of the second one changes.
 */
export function drawBetween(
	toDraw: PathToDraw,
	path: DrawnPath,
	from: PathPoint | undefined,
	to: PathPoint,
): DrawnPath {
	const end = toGrid(toDraw, to);
	const start = from && toGrid(toDraw, from);
	const drawn = [...path];
	if (start)
		for (let month = Math.min(start[0], end[0]); month <= Math.max(start[0], end[0]); month++)
			if (month !== start[0] && month !== end[0])
				drawn[month - 1] = toGrid(toDraw, [month, along(start, end, month)])[1];
	drawn[end[0] - 1] = end[1];
	return drawn;
}

/** Returns evenly spaced months, the last one of the path among them: where sliders stand. */
export const stopsOf = ({ months }: Pick<PathToDraw, 'months'>, count: number): readonly number[] =>
	Array.from({ length: count }, (_, i) => Math.round((months * (i + 1)) / count));

/**
 * Sets the value of one of the stops and returns the new path. What was drawn between it and the stops on either side is removed, so
 * that the path leads straight to the new value.
 */
export function setStop(
	toDraw: PathToDraw,
	path: DrawnPath,
	stops: readonly number[],
	stop: number,
	value: number,
): DrawnPath {
	const at = stops.indexOf(stop);
	const [before, after] = [stops[at - 1] ?? 0, stops[at + 1] ?? toDraw.months + 1];
	return path.map((old, i) => {
		const month = i + 1;
		if (month === stop) return toGrid(toDraw, [stop, value])[1];
		return month > before && month < after ? undefined : old;
	});
}

/** How a path passes a report. */
export interface Miss {
	readonly side: 'low' | 'high' | 'met';
	/** How many times too low or too high, at least 1. */
	readonly factor: number;
}

/** Compares a drawn value with the reported one. */
export function missOf(drawn: number, reported: number): Miss {
	const factor = Math.max(drawn / reported, reported / drawn);
	return { factor, side: factor < MEETS ? 'met' : drawn < reported ? 'low' : 'high' };
}

/** Counts the misses to each side. */
export const tallyOf = (misses: readonly Miss[]): Readonly<Record<Miss['side'], number>> => ({
	low: misses.filter(({ side }) => side === 'low').length,
	high: misses.filter(({ side }) => side === 'high').length,
	met: misses.filter(({ side }) => side === 'met').length,
});
