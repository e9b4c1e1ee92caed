/** Ranks summed one by one before the Euler–Maclaurin formula takes over; from there on its error is below 1e-13. */
const ONE_BY_ONE = 24;

/**
 * Returns Σ r^−s for whole r from `from` to `last`, both included; 0 if the range is empty. Sums the head directly and
 * the rest by Euler–Maclaurin, in microseconds for any number of ranks.
 */
export function zipfSum(from: number, last: number, s: number): number {
	const to = Math.floor(last);
	if (to < from) return 0;
	let sum = 0;
	const head = Math.min(to, from + ONE_BY_ONE);
	for (let r = head; r >= from; r--) sum += r ** -s;
	if (head === to) return sum;
	const a = head + 1;
	const integral = Math.abs(s - 1) < 1e-12 ? Math.log(to / a) : integralOfPower(a, to, 1 - s);
	const ends = (a ** -s + to ** -s) / 2;
	const first = (s * (a ** (-s - 1) - to ** (-s - 1))) / 12;
	const third = (s * (s + 1) * (s + 2) * (a ** (-s - 3) - to ** (-s - 3))) / 720;
	const fifth = (s * (s + 1) * (s + 2) * (s + 3) * (s + 4) * (a ** (-s - 5) - to ** (-s - 5))) / 30240;
	return sum + integral + ends + first - third + fifth;
}

/** Returns ∫ x^(q−1) dx from a to b, accurate for q near 0 too. */
const integralOfPower = (a: number, b: number, q: number): number => (a ** q * Math.expm1(q * Math.log(b / a))) / q;

/** Returns the share of the total weight that the `kinds` commonest of `types` carry. */
export const shareOfCommonest = (kinds: number, types: number, s: number): number =>
	kinds >= types ? 1 : zipfSum(1, kinds, s) / zipfSum(1, types, s);

/** Returns the smallest number of commonest kinds, out of `types`, that carry at least `share` of the total weight. */
export function fewestFor(share: number, types: number, s: number): number {
	const wanted = share * zipfSum(1, types, s) * (1 - 1e-12);
	let [low, high] = [1, Math.floor(types)];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (zipfSum(1, middle, s) >= wanted) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Nodes and weights of the 16-point Gauss–Legendre rule on [−1, 1], positive half. */
const GAUSS = [
	[0.0950125098376374, 0.1894506104550685],
	[0.2816035507792589, 0.1826034150449236],
	[0.4580167776572274, 0.1691565193950025],
	[0.6178762444026438, 0.1495959888165767],
	[0.755404408355003, 0.1246289712555339],
	[0.8656312023878318, 0.0951585116824928],
	[0.9445750230732326, 0.0622535239386479],
	[0.9894009349916499, 0.0271524594117541],
] as const;

/** Ranks summed one by one in `unmetShare`, where neighbouring terms may differ greatly. */
const LEARNER_ONE_BY_ONE = 8192;

/**
 * Returns Σ p_r (1−p_r)^N over all ranks, with p_r ∝ r^−s: the probability that the next task is of a kind not met in N
 * tasks. Sums the commonest ranks directly; the rest is an integral over log r with the midpoint form of
 * Euler–Maclaurin at its ends. Relative error below 1e-9 up to ten million types.
 */
export function unmetShare(types: number, s: number, experiences: number): number {
	const total = zipfSum(1, types, s);
	const logTotal = Math.log(total);
	const N = experiences;
	const term = (r: number): number => {
		const p = Math.exp(-s * Math.log(r) - logTotal);
		return p >= 1 ? (N === 0 ? 1 : 0) : p * Math.exp(N * Math.log1p(-p));
	};
	let sum = 0;
	const head = Math.min(types, LEARNER_ONE_BY_ONE);
	for (let r = head; r >= 1; r--) sum += term(r);
	if (head === types) return sum;

	const left = head + 0.5;
	let right = types + 0.5;
	let integral = 0;
	while (right > left) {
		// Steps short enough that neither the power nor the exponential changes by more than a factor e³ within one.
		const p = Math.exp(-s * Math.log(right) - logTotal);
		const width = Math.min(0.5, 3 / (s * Math.max(1, N * p)));
		const next = Math.max(left, right * Math.exp(-width));
		const [middle, half] = [Math.log(right * next) / 2, Math.log(right / next) / 2];
		let panel = 0;
		for (const [node, weight] of GAUSS)
			for (const t of [middle - half * node, middle + half * node]) panel += weight * term(Math.exp(t)) * Math.exp(t);
		integral += panel * half;
		if (panel * half < 1e-18 * (sum + integral)) break;
		right = next;
	}
	return sum + integral + midpointCorrection(types + 0.5) - midpointCorrection(left);

	/** Returns −f′/24 + 7f‴/5760 at x: the difference at this end between the sum over ranks and the integral. */
	function midpointCorrection(x: number): number {
		const p = Math.exp(-s * Math.log(x) - logTotal);
		const c = 1 / (1 - p);
		const u = N * p * c;
		const g = (-s / x) * (1 - u);
		const g1 = (s / x ** 2) * (1 - u - s * u * c);
		const g2 = (s / x ** 3) * (-2 * (1 - u) + 3 * s * u * c + s * s * u * c * c * (1 + p));
		return term(x) * (-g / 24 + (7 / 5760) * (g ** 3 + 3 * g * g1 + g2));
	}
}
