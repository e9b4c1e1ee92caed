/**
 * Returns the share of adopters after `years` in the Bass model, with coefficients of innovation p and imitation q a
 * year.
 */
export function bassShare(years: number, innovation: number, imitation: number): number {
	if (years <= 0) return 0;
	const decay = Math.exp(-(innovation + imitation) * years);
	return -Math.expm1(-(innovation + imitation) * years) / (1 + (imitation / innovation) * decay);
}
