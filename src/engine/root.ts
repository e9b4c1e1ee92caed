interface Sample {
	readonly at: number;
	readonly value: number;
}

/**
 * Returns the next point of a root search as a share of the way from `a`, the newest point, to `b` on the other side of
 * the root; `c` is the point before. Chandrupatla's method (Advances in Engineering Software 28, 1997): inverse
 * quadratic interpolation where that is safe; bisection elsewhere, as beside a jump or an infinite value.
 */
export function shareToRoot(a: Sample, b: Sample, c: Sample, target = 0): number {
	const [fa, fb, fc] = [a.value - target, b.value - target, c.value - target];
	const xi = (a.at - b.at) / (c.at - b.at);
	const phi = (fa - fb) / (fc - fb);
	// Also false for infinite values.
	const isSafe = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
	const share = isSafe
		? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c.at - a.at) / (b.at - a.at)) * (fa / (fc - fa)) * (fb / (fc - fb))
		: 0.5;
	const least = Math.min(0.5, (2 * Number.EPSILON * Math.abs(a.at)) / Math.abs(b.at - a.at));
	return Math.min(1 - least, Math.max(least, share));
}
