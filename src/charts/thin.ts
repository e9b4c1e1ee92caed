import type { PlotPoint } from './axis.ts';

/** Returns whether both coordinates are finite; other points are gaps. */
export const isPlaced = ([x, y]: PlotPoint): boolean => Number.isFinite(x) && Number.isFinite(y);

/** Returns the distance of a point from a segment. */
function distance([x, y]: PlotPoint, [x1, y1]: PlotPoint, [x2, y2]: PlotPoint): number {
	const [dx, dy] = [x2 - x1, y2 - y1];
	const along =
		dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
	return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Ramer–Douglas–Peucker for a curve without gaps. */
function thinned(points: readonly PlotPoint[], tolerance: number): readonly PlotPoint[] {
	if (points.length < 3) return points;
	const [first, last] = [points[0]!, points.at(-1)!];
	let [furthest, at] = [0, 0];
	points.forEach((point, i) => {
		const away = distance(point, first, last);
		if (away > furthest) [furthest, at] = [away, i];
	});
	if (furthest <= tolerance) return [first, last];
	return [...thinned(points.slice(0, at + 1), tolerance).slice(0, -1), ...thinned(points.slice(at), tolerance)];
}

/**
 * Drops points of a curve within `tolerance` percent (Ramer–Douglas–Peucker); keeps gaps. D3 has no equivalent, and the page
 * would be a third larger with the hundred points of each path.
 */
export function thin(points: readonly PlotPoint[], tolerance = 0.05): readonly PlotPoint[] {
	const gap = points.findIndex((point) => !isPlaced(point));
	if (gap < 0) return thinned(points, tolerance);
	const next = points.findIndex((point, i) => i > gap && isPlaced(point));
	return [
		...thinned(points.slice(0, gap), tolerance),
		points[gap]!,
		...(next < 0 ? [] : thin(points.slice(next), tolerance)),
	];
}
