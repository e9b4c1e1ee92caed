/**
 * Returns the CES mean of values given by their logarithms: ((1/n)Σa^ρ)^{1/ρ} with ρ = (σ−1)/σ. Elasticity 1 is the
 * geometric mean; an elasticity near 0 approaches the minimum, and a large one the maximum. Does not overflow.
 */
export function cesMean(logs: ArrayLike<number>, elasticity: number): number {
	const n = logs.length;
	const rho = (elasticity - 1) / elasticity;
	// Plain loops: the forecast computes hundreds of these means for one answer.
	if (Math.abs(rho) < 1e-9) {
		let sum = 0;
		for (let i = 0; i < n; i++) sum += logs[i]!;
		return Math.exp(sum / n);
	}
	let largest = -Infinity;
	for (let i = 0; i < n; i++) {
		const power = rho * logs[i]!;
		if (power > largest) largest = power;
	}
	let sum = 0;
	for (let i = 0; i < n; i++) sum += Math.exp(rho * logs[i]! - largest);
	return Math.exp((largest + Math.log(sum / n)) / rho);
}
