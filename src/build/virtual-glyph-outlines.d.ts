/** The module that glyph-outlines.ts provides. */
declare module 'virtual:glyph-outlines' {
	const faces: readonly {
		readonly family: string;
		readonly slope: string;
		readonly weight: number;
		/** Units of the outlines to the font size. */
		readonly perEm: number;
		/** SVG path data by character, with y upwards from the base line: M, L, Q, C and Z with absolute coordinates. */
		readonly outlines: Readonly<Record<string, string>>;
		/** The same for digits of one width. */
		readonly tabular: Readonly<Record<string, string>>;
	}[];
	export default faces;
}
