/** The lower triangle L of a covariance, row by row, with LLᵀ the covariance (Cholesky). */
export function cholesky(covariance: readonly ArrayLike<number>[]): Float64Array[] {
	const n = covariance.length;
	const lower = Array.from({ length: n }, () => new Float64Array(n));
	for (let i = 0; i < n; i++)
		for (let j = 0; j <= i; j++) {
			let rest = covariance[i]![j]!;
			for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
			if (i === j && !(rest > 0)) throw new Error('A covariance must be positive definite.');
			lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
		}
	return lower;
}

/** A normal of mean 0. Of no dimensions, the logarithm of its density is 0. */
export interface Gaussian {
	/** Turns a place into one of which all parts are independent, with deviation 1. */
	readonly whiten: (place: ArrayLike<number>, into?: Float64Array) => Float64Array;
	readonly logDensity: (place: ArrayLike<number>) => number;
	/** The logarithm of the density at 0, its highest. */
	readonly logPeak: number;
}

/** The normal with this covariance. */
export function gaussian(covariance: readonly ArrayLike<number>[]): Gaussian {
	const lower = cholesky(covariance);
	const n = lower.length;
	const logPeak = lower.reduce((sum, row, i) => sum - Math.log(row[i]!), -(n / 2) * Math.log(2 * Math.PI)) + 0;
	const whiten = (place: ArrayLike<number>, into: Float64Array = new Float64Array(n)): Float64Array => {
		for (let i = 0; i < n; i++) {
			let rest = place[i]!;
			for (let k = 0; k < i; k++) rest -= lower[i]![k]! * into[k]!;
			into[i] = rest / lower[i]![i]!;
		}
		return into;
	};
	const whitened = new Float64Array(n);
	return {
		whiten,
		logPeak,
		logDensity: (place) => logPeak - whiten(place, whitened).reduce((sum, x) => sum + x * x, 0) / 2,
	};
}
