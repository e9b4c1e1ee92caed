/**
 * The constant-elasticity mean of parts given by their logarithms: ((1/n)Σa^ρ)^{1/ρ} with ρ = (σ−1)/σ. Elasticity 1 is the
 * geometric mean; near 0 the weakest part decides, when large the parts stand in for one another. Overflow-safe.
 */
export function cesMean(logs: readonly number[], elasticity: number): number {
	const rho = (elasticity - 1) / elasticity;
	if (Math.abs(rho) < 1e-9) return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
	const scaled = logs.map((log) => rho * log);
	const largest = Math.max(...scaled);
	const mean = scaled.reduce((sum, value) => sum + Math.exp(value - largest), 0) / logs.length;
	return Math.exp((largest + Math.log(mean)) / rho);
}
