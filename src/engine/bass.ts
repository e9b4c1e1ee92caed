/** Bass's curve: the share that has adopted after so many years, of which p a year of its own accord and q by imitation. */
export function bassShare(years: number, innovation: number, imitation: number): number {
	if (years <= 0) return 0;
	const decay = Math.exp(-(innovation + imitation) * years);
	return -Math.expm1(-(innovation + imitation) * years) / (1 + (imitation / innovation) * decay);
}
