/**
 * Widths of Instrument Sans at weight 600, in hundredths of the type size, each rounded up to the next five: a label of another weight
 * is narrower. Measured in the browser between two letters "n"; T and Y, which reach over their neighbours there, as they stand alone.
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

/** A character that is not in the table is taken to be as wide as any. */
const WIDEST = 1;

/** About how many pixels a text takes, rather too many than too few: the page that the build prints cannot measure it. */
export function textWidth(text: string, size: number): number {
	let width = 0;
	for (const character of text) width += widths.get(character) ?? WIDEST;
	return width * size;
}
