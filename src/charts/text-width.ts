/**
 * Widths of Instrument Sans at weight 600, in hundredths of the font size, rounded up to the next 5; lighter weights
 * are narrower. Measured in a browser between two letters "n"; T and Y, which kern with "n", measured alone.
 */
const byWidth: Readonly<Record<number, string>> = {
	15: '·',
	20: " \u00a0\u202f\u2009'",
	25: ',.Ij|’‘',
	30: '!:;il¹²³',
	35: '`f',
	40: '")*\\]rt}°⁰⁴⁵⁶⁷⁸⁹',
	45: '(/J[_{“”',
	50: '-^sz',
	55: '?acvy~≈⁻ç',
	60: '0123456789%+<=>FLTekoux×–−éö',
	65: '$BERSVYZbdghnpq',
	70: 'PUX',
	75: '#ACHKN…½',
	80: '&DGOQw',
	85: '↓↑',
	90: '@—',
	95: 'Mm',
	100: 'W←→',
};
const widths = new Map(
	Object.entries(byWidth).flatMap(([width, characters]) =>
		[...characters].map((character) => [character, Number(width) / 100] as const),
	),
);

/** Width of a character that is not in the table. */
const WIDEST = 1;

/** Returns an upper estimate of a text's width in pixels; text cannot be measured at build. */
export function textWidth(text: string, size: number): number {
	let width = 0;
	for (const character of text) width += widths.get(character) ?? WIDEST;
	return width * size;
}
