/** What glyph-outlines.mjs gives. */
declare module 'virtual:glyph-outlines' {
	const faces: readonly {
		readonly family: string;
		readonly slope: string;
		readonly weight: number;
		/** Units to the type size. */
		readonly perEm: number;
		/** By character, upwards from the base line: M, L, Q, C and Z, in absolute places. */
		readonly outlines: Readonly<Record<string, string>>;
		/** Figures of one width. */
		readonly tabular: Readonly<Record<string, string>>;
	}[];
	export default faces;
}
