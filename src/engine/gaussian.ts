/** Returns the lower triangle L of a covariance, row by row, with LLᵀ the covariance (Cholesky). */
export function cholesky(covariance: readonly ArrayLike<number>[]): Float64Array[] {
	const n = covariance.length;
	const lower = Array.from({ length: n }, () => new Float64Array(n));
	for (let i = 0; i < n; i++)
		for (let j = 0; j <= i; j++) {
			let rest = covariance[i]![j]!;
			for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
			if (i === j && !(rest > 0))
				throw new Error('gaussian: the covariance is not positive definite. Check its variances and correlations.');
			lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
		}
	return lower;
}

/** A multivariate normal of mean 0. In zero dimensions the logarithm of its density is 0. */
export interface Gaussian {
	/**
	 * Transforms a point so that its coordinates are independent with standard deviation 1. Writes into `into` if given.
	 */
	readonly whiten: (point: ArrayLike<number>, into?: Float64Array) => Float64Array;
	/** Returns the logarithm of the density at the point's first coordinates, as many as there are dimensions. */
	readonly logDensity: (point: ArrayLike<number>) => number;
	/** Turns independent standard normal coordinates into a draw. Writes into `into` if given. */
	readonly colour: (whitened: ArrayLike<number>, into?: Float64Array) => Float64Array;
	/** Logarithm of the density at 0, its maximum. */
	readonly logPeak: number;
}

/** Returns the normal of mean 0 with this covariance. */
export function gaussian(covariance: readonly ArrayLike<number>[]): Gaussian {
	const lower = cholesky(covariance);
	const n = lower.length;
	const logPeak = lower.reduce((sum, row, i) => sum - Math.log(row[i]!), -(n / 2) * Math.log(2 * Math.PI)) + 0;
	const whiten = (point: ArrayLike<number>, into: Float64Array = new Float64Array(n)): Float64Array => {
		for (let i = 0; i < n; i++) {
			let rest = point[i]!;
			for (let k = 0; k < i; k++) rest -= lower[i]![k]! * into[k]!;
			into[i] = rest / lower[i]![i]!;
		}
		return into;
	};
	const colour = (whitened: ArrayLike<number>, into: Float64Array = new Float64Array(n)): Float64Array => {
		for (let i = n - 1; i >= 0; i--) {
			let sum = 0;
			for (let k = 0; k <= i; k++) sum += lower[i]![k]! * whitened[k]!;
			into[i] = sum;
		}
		return into;
	};
	const whitened = new Float64Array(n);
	return {
		whiten,
		colour,
		logPeak,
		logDensity: (point) => logPeak - whiten(point, whitened).reduce((sum, x) => sum + x * x, 0) / 2,
	};
}
