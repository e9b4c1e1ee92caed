/** The known names that share most pairs of letters with a misspelt one, best first: for an error that says what was meant. */
export function nearNames(name: string, known: Iterable<string>, most = 3): string[] {
	const pairs = (text: string) =>
		new Set(Array.from(text.toLowerCase().slice(1), (letter, i) => text.toLowerCase()[i]! + letter));
	const wanted = pairs(name);
	const likeness = (other: string) =>
		[...pairs(other)].filter((pair) => wanted.has(pair)).length / Math.max(1, other.length);
	return [...known].sort((a, b) => likeness(b) - likeness(a)).slice(0, most);
}
