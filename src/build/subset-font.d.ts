/** Types of the part of subset-font that we use; the package has none. */
declare module 'subset-font' {
	interface Options {
		readonly targetFormat: 'truetype' | 'woff2';
		/** OpenType features to keep; all of them if there is no list. */
		readonly keepFeatures?: readonly string[];
		/** A value that an axis is fixed to, or the range that it is cut to. */
		readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
		readonly noHinting?: boolean;
		/** Tags of tables to leave out. */
		readonly dropTables?: readonly string[];
	}
	/** Returns a font with the glyphs of `text` alone. */
	export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
