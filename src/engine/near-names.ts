/** Returns how many letters must be inserted, removed or replaced to turn one word into the other (Levenshtein). */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
		row = next;
	}
	return row[b.length]!;
}

/** Returns the known names nearest to a misspelt one, nearest first: for an error message that lists what could be meant. */
export function nearNames(name: string, known: Iterable<string>, most = 3): string[] {
	return Array.from(known, (other) => ({ other, distance: editDistance(name.toLowerCase(), other.toLowerCase()) }))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, most)
		.map(({ other }) => other);
}

/**
 * Returns the first known name that a word misspells, if there is one: two letters off at the most, or one where either word is
 * shorter than six letters. A word under three letters misspells nothing.
 */
export function meantName(word: string, known: Iterable<string>): string | undefined {
	if (word.length < 3) return undefined;
	return Array.from(known).find((name) => {
		const tolerance = Math.min(word.length, name.length) < 6 ? 1 : 2;
		// The difference in length is a lower bound, and spares most comparisons with a long word.
		return Math.abs(word.length - name.length) <= tolerance && editDistance(word, name) <= tolerance;
	});
}
