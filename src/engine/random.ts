/** Hashes a name to 32 bits: FNV-1a, then the finalizer of MurmurHash3. */
function hash(name: string, salt: number): number {
	let h = 0x811c9dc5 ^ salt;
	for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) | 0;
}

/** The largest seed: seeds are whole numbers from 1 up. */
export const LARGEST_SEED = 0xffff_ffff;

/** Number of outputs discarded, after which seeds that differ in one bit give unrelated streams. */
const WARM_UP = 15;

/**
 * Returns a generator of uniform numbers strictly between 0 and 1 from a seed (1 to 2³²−1) and the name of the stream. Every name has
 * its own stream, so that a further stream, or more draws from one, changes no other. Chris Doty-Humphrey's sfc32: integer arithmetic,
 * the same in every browser.
 */
export function uniformStream(seed: number, name: string): () => number {
	// Two hashes of the name: with 32 bits alone, two of a few thousand names would collide. The state is a typed array, since Chromium keeps a
	// variable of a closure as an object if it needs more than 31 bits, and would make four objects a draw.
	const state = Int32Array.of(hash(name, 0), hash(name, 0x9e3779b9), seed, 1);
	const next = (): number => {
		const b = state[1]!;
		const c = state[2]!;
		const d = state[3]!;
		const sum = (state[0]! + b + d) | 0;
		state[0] = b ^ (b >>> 9);
		state[1] = (c + (c << 3)) | 0;
		state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
		state[3] = (d + 1) | 0;
		// Adding a half excludes both ends.
		return ((sum >>> 0) + 0.5) / 2 ** 32;
	};
	for (let i = 0; i < WARM_UP; i++) next();
	return next;
}

/** Returns the first `n` numbers of a stream: a shorter sample is a prefix of a longer one. */
export function uniforms(seed: number, name: string, n: number): Float64Array {
	const next = uniformStream(seed, name);
	return new Float64Array(n).map(next);
}
