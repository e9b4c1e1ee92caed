/** An exponential through points: what it doubles in, and where it runs. */
export interface ExponentialFit {
	readonly doubling: number;
	readonly valueAt: (at: number) => number;
}

/**
 * METR's method for its time horizons: ordinary least squares of log₂(value) on the date in days, every point counting
 * alike; points before `from`, and values over `upTo` (too long for its tasks to measure), are left out.
 */
export function exponentialFit(
	points: readonly (readonly [at: number, value: number])[],
	{ from = -Infinity, upTo = Infinity }: { readonly from?: number; readonly upTo?: number } = {},
): ExponentialFit {
	const used = points.filter(([at, value]) => at >= from && value <= upTo);
	if (new Set(used.map(([at]) => at)).size < 2) throw new Error('A line needs two points at different dates.');
	const mean = (of: (point: readonly [number, number]) => number) =>
		used.reduce((sum, point) => sum + of(point), 0) / used.length;
	const middle = mean(([at]) => at);
	const height = mean(([, value]) => Math.log2(value));
	// About the middle: dates in days since 1970 are large beside their spread.
	const slope = mean(([at, value]) => (at - middle) * (Math.log2(value) - height)) / mean(([at]) => (at - middle) ** 2);
	return { doubling: 1 / slope, valueAt: (at) => 2 ** (height + slope * (at - middle)) };
}
