interface Place {
	readonly at: number;
	readonly value: number;
}

/**
 * Where to look next for a root between `a`, the newest place, and `b` on its other side, as a share of the way; `c` is the
 * place before. Chandrupatla's method (Advances in Engineering Software 28, 1997): the inverse parabola through the three where
 * that is safe, and half way where it is not, as beside a jump or an infinite value.
 */
export function shareToRoot(a: Place, b: Place, c: Place, target = 0): number {
	const [fa, fb, fc] = [a.value - target, b.value - target, c.value - target];
	const xi = (a.at - b.at) / (c.at - b.at);
	const phi = (fa - fb) / (fc - fb);
	// False for infinite values, too.
	const isSafe = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
	const share = isSafe
		? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c.at - a.at) / (b.at - a.at)) * (fa / (fc - fa)) * (fb / (fc - fb))
		: 0.5;
	const least = Math.min(0.5, (2 * Number.EPSILON * Math.abs(a.at)) / Math.abs(b.at - a.at));
	return Math.min(1 - least, Math.max(least, share));
}
