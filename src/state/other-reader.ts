import type { Value } from '../engine/parameter.ts';

/** Another reader, whose link this reader compares with. */
export interface OtherReader {
	/** The name that this reader gave them; may be empty. */
	readonly name: string;
	/** The values that differ from today's defaults, by parameter id. */
	readonly values: ReadonlyMap<string, Value>;
}

const LONGEST_NAME = 24;

/** Makes a name safe to print: shortened, in one line, and without control or direction characters. */
export const safeName = (text: string): string =>
	Array.from(
		text
			.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
			.replace(/\s+/g, ' ')
			.trim(),
	)
		.slice(0, LONGEST_NAME)
		.join('')
		.trim();
