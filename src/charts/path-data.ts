import type { PlotPoint } from './axis.ts';
import { isPlaced } from './thin.ts';

/** Rounds to a thousandth, as D3's paths do. */
const written = (points: readonly PlotPoint[]): string =>
	points.map((point) => point.map((place) => Math.round(place * 1000) / 1000).join(',')).join('L');

/** Splits points at those that are not finite. */
function stretchesOf<P>(points: readonly P[], isGap: (point: P) => boolean): readonly (readonly P[])[] {
	const stretches: P[][] = [[]];
	for (const point of points)
		if (isGap(point)) stretches.push([]);
		else stretches.at(-1)!.push(point);
	return stretches.filter(({ length }) => length > 0);
}

/**
 * Returns the path of straight lines through points; one that is not finite leaves a gap. D3's `line` and `area` give the same, and
 * bring the splines, symbols and arcs of their module, 3 kB.
 */
export const linePath = (points: readonly PlotPoint[]): string =>
	stretchesOf(points, (point) => !isPlaced(point))
		.map((stretch) => `M${written(stretch)}${stretch.length === 1 ? 'Z' : ''}`)
		.join('');

/** A place across, and the lower and the upper edge there. */
export type Span = readonly [x: number, lower: number, upper: number];

/** Returns the path around the area between two edges; a place where one is not finite leaves a gap. */
export const areaPath = (spans: readonly Span[]): string =>
	stretchesOf(spans, (span) => !span.every(Number.isFinite))
		.map(
			(stretch) =>
				`M${written(stretch.map(([x, , upper]) => [x, upper]))}L${written(stretch.map(([x, lower]): PlotPoint => [x, lower]).reverse())}Z`,
		)
		.join('');
