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

/**
 * Ranks summed one by one in `zipfTail`, where neighbouring terms may differ greatly: all of them up to so many types,
 * since the rarest differ greatly too if they are few.
 */
const [HEAD, ALL_UP_TO] = [1024, 20_000];
/** Powers of e below which a term is 0 in double precision, and below which it does not change a sum. */
const [UNDERFLOW, NEGLIGIBLE] = [750, 42];

/** Tasks of `types` kinds with p_r ∝ r^−s. */
export interface ZipfTail {
	/**
	 * Returns Σ p_r ((1−p_r)^from − (1−p_r)^to) over all ranks: the probability that the next task is of a kind first met
	 * after `from` tasks and within `to`. Accurate for small differences, too: relative error below 1e-9 up to ten million
	 * types.
	 */
	readonly metBetween: (from: number, to: number) => number;
}

/** Returns the sums over a distribution; to be kept if several are wanted, since its commonest ranks are computed once. */
export function zipfTail(types: number, s: number): ZipfTail {
	const logTotal = Math.log(zipfSum(1, types, s));
	const shareOf = (r: number): number => Math.exp(-s * Math.log(r) - logTotal);
	const count = types <= ALL_UP_TO ? types : HEAD;
	const shares = Float64Array.from({ length: count }, (_, i) => shareOf(i + 1));
	const logs = shares.map((p) => Math.log1p(-p));
	const term = (p: number, log: number, from: number, more: number): number =>
		// A single kind is met by the first task.
		p >= 1 ? (from === 0 ? 1 : 0) : p * Math.exp(from * log) * -Math.expm1(more * log);

	/** Returns −f′/24 + 7f‴/5760 at x, with f = p (1−p)^N: the end of the midpoint form of Euler–Maclaurin. */
	function midpointCorrection(x: number, N: number): number {
		const p = shareOf(x);
		const f = p * Math.exp(N * Math.log1p(-p));
		if (f === 0) return 0;
		const c = 1 / (1 - p);
		const u = N * p * c;
		const g = (-s / x) * (1 - u);
		const g1 = (s / x ** 2) * (1 - u - s * u * c);
		const g2 = (s / x ** 3) * (-2 * (1 - u) + 3 * s * u * c + s * s * u * c * c * (1 + p));
		return f * (-g / 24 + (7 / 5760) * (g ** 3 + 3 * g * g1 + g2));
	}

	/** Returns the sum beyond the commonest ranks: an integral over log r, corrected at its ends. */
	function metInTail(from: number, to: number, head: number): number {
		const left = count + 0.5;
		let right = types + 0.5;
		let integral = 0;
		while (right > left) {
			const p = shareOf(right);
			// Shares only grow to the left.
			if (from * p > UNDERFLOW) break;
			// Steps short enough that neither the power nor an exponential changes by more than a factor e³ within one.
			const changing = Math.max(from * p, to * p < NEGLIGIBLE ? to * p : 0);
			const width = Math.min(0.5, 3 / (s * Math.max(1, changing)));
			const next = Math.max(left, right * Math.exp(-width));
			const [middle, half] = [Math.log(right * next) / 2, Math.log(right / next) / 2];
			let panel = 0;
			for (const [node, weight] of GAUSS)
				for (const t of [middle - half * node, middle + half * node]) {
					const share = Math.exp(-s * t - logTotal);
					panel += weight * term(share, Math.log1p(-share), from, to - from) * Math.exp(t);
				}
			integral += panel * half;
			if (from > 0 && panel * half < 1e-18 * (head + integral)) break;
			right = next;
		}
		const ends = (N: number) => midpointCorrection(types + 0.5, N) - midpointCorrection(left, N);
		return integral + ends(from) - (to === Infinity ? 0 : ends(to));
	}

	return {
		metBetween(from, to) {
			if (!(to > from)) return 0;
			let head = 0;
			for (let i = shares.length - 1; i >= 0; i--) head += term(shares[i]!, logs[i]!, from, to - from);
			return count === types ? head : head + metInTail(from, to, head);
		},
	};
}

/**
 * Returns Σ p_r (1−p_r)^N over all ranks, with p_r ∝ r^−s: the probability that the next task is of a kind not met in N
 * tasks.
 */
export const unmetShare = (types: number, s: number, experiences: number): number =>
	zipfTail(types, s).metBetween(experiences, Infinity);
