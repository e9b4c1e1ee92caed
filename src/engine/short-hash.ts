/** Returns a hash of a text (FNV-1a, 32 bits) in letters and digits, for names that must differ where texts do. Not for security. */
export function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}
