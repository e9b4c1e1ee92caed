import type { PlotPoint } from './axis.ts';

/** Whether a point has a place, or is a gap in its curve. */
export const isPlaced = ([x, y]: PlotPoint): boolean => Number.isFinite(x) && Number.isFinite(y);

/** How far a point lies from the straight line between two others. */
function distance([x, y]: PlotPoint, [x1, y1]: PlotPoint, [x2, y2]: PlotPoint): number {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const along =
		dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
	return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Douglas and Peucker: the ends, and what lies too far from the line without it. */
function thinned(points: readonly PlotPoint[], nearest: number): readonly PlotPoint[] {
	if (points.length < 3) return points;
	const [first, last] = [points[0]!, points.at(-1)!];
	let [furthest, at] = [0, 0];
	points.forEach((point, i) => {
		const away = distance(point, first, last);
		if (away > furthest) [furthest, at] = [away, i];
	});
	if (furthest <= nearest) return [first, last];
	return [...thinned(points.slice(0, at + 1), nearest).slice(0, -1), ...thinned(points.slice(at), nearest)];
}

/**
 * A curve in percent of the plot without the points that the line without them passes by nearer than can be seen. It may have gaps, and keeps
 * them. D3 has no such thing, and the page would weigh a third more: each chart is printed with its hundred points.
 */
export function thin(points: readonly PlotPoint[], nearest = 0.05): readonly PlotPoint[] {
	const gap = points.findIndex((point) => !isPlaced(point));
	if (gap < 0) return thinned(points, nearest);
	const next = points.findIndex((point, i) => i > gap && isPlaced(point));
	return [
		...thinned(points.slice(0, gap), nearest),
		points[gap]!,
		...(next < 0 ? [] : thin(points.slice(next), nearest)),
	];
}
