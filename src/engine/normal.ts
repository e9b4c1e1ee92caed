/** The normal distribution, accurate in its tails too, where shares of output live. */

/** Φ(x): the share of a standard normal below x. Relative error under 1e-13 for x ≥ −37. Series inside, continued fraction outside. */
export function normalCdf(x: number): number {
	if (x > 0) return 1 - normalCdf(-x);
	const z = -x;
	if (z < 3) {
		// Φ(−z) = ½ − φ(z)(z + z³/3 + z⁵/15 + …)
		let term = z;
		let sum = z;
		for (let k = 3; term > sum * 1e-17; k += 2) {
			term *= (z * z) / k;
			sum += term;
		}
		return 0.5 - density(z) * sum;
	}
	let fraction = 0;
	for (let k = 80; k >= 1; k--) fraction = k / (z + fraction);
	return density(z) / (z + fraction);
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Φ⁻¹(p) for 0 < p < 1: a rational start (Abramowitz and Stegun 26.2.23), then Halley steps on the exact Φ, taken in the lower half where Φ keeps its digits. */
export function normalQuantile(p: number): number {
	if (!(p > 0 && p < 1)) return p <= 0 ? -Infinity : Infinity;
	if (p > 0.5) return -normalQuantile(1 - p);
	const q = Math.sqrt(-2 * Math.log(p));
	let x = p === 0.5 ? 0 : -(q - (2.515517 + q * (0.802853 + q * 0.010328)) / (1 + q * (1.432788 + q * (0.189269 + q * 0.001308))));
	for (let step = 0; step < 6; step++) {
		const error = (normalCdf(x) - p) / density(x);
		const next = x - error / (1 + (x * error) / 2);
		if (next === x) break;
		x = next;
	}
	return x;
}
