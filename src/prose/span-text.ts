/** Two ends in one breath: what both end in is said once. "8 to 40 years", "$1.2 to $3 billion", "2028 to never". */
export function spanText(low: string, high: string): string {
	const [, number, after] = /^([^\d]*[\d.,]+)(\D*)$/u.exec(low) ?? [];
	return number !== undefined && !low.startsWith('under') && after !== '' && high.endsWith(after!)
		? `${number} to ${high}`
		: `${low} to ${high}`;
}
