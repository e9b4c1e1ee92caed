/** An exponential fitted to points: doubling time and value. */
export interface ExponentialFit {
	readonly doubling: number;
	readonly valueAt: (at: number) => number;
}

/**
 * Fits an exponential by METR's method for time horizons: ordinary least squares of log₂(value) on the date in days,
 * unweighted. Points before `from` and values above `upTo` (beyond what METR's tasks can measure) are left out.
 */
export function exponentialFit(
	points: readonly (readonly [at: number, value: number])[],
	{ from = -Infinity, upTo = Infinity }: { readonly from?: number; readonly upTo?: number } = {},
): ExponentialFit {
	const used = points.filter(([at, value]) => at >= from && value <= upTo);
	if (new Set(used.map(([at]) => at)).size < 2)
		throw new Error('exponentialFit: fewer than two different dates are left. Widen `from` or `upTo`.');
	const mean = (of: (point: readonly [number, number]) => number) =>
		used.reduce((sum, point) => sum + of(point), 0) / used.length;
	const middle = mean(([at]) => at);
	const height = mean(([, value]) => Math.log2(value));
	// Centred on the mean date: days since 1970 are large compared with their spread.
	const slope = mean(([at, value]) => (at - middle) * (Math.log2(value) - height)) / mean(([at]) => (at - middle) ** 2);
	return { doubling: 1 / slope, valueAt: (at) => 2 ** (height + slope * (at - middle)) };
}
