import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extent } from 'd3';
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';

const NAME = 'virtual:glyph-outlines';
/** The faces that figures are set in, as the style sheets name them. */
const FACES = [
	...[400, 500, 600].map((weight) => ({
		family: 'Instrument Sans',
		slope: 'normal',
		weight,
		package: 'instrument-sans',
	})),
	{ family: 'Literata', slope: 'italic', weight: 400, package: 'literata' },
];
const between = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
/** What figures say, and what readers may call each other: Latin letters, figures, and the signs of our own words. */
const CHARACTERS = [...between(0x20, 0x7e), ...between(0xa1, 0x17f), ...'–—‘’“”•…′″−×·→←↑↓≤≥∞≈'];

const PLACE = /(-?\d+),(-?\d+)/g;
/** An outline with each of its places moved. */
const moved = (outline, to) => outline.replace(PLACE, (_, x, y) => to(Number(x), Number(y)).map(Math.round).join(','));

/** Raised figures, which the faces lack: those on the line, so much smaller and so far up, in shares of the type size. */
const RAISED = Object.entries({
	...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [raised, String(digit)])),
	'⁻': '−',
});
const [SMALLER, UP] = [0.62, 0.36];
const raised = (outline, perEm) => moved(outline, (x, y) => [x * SMALLER, y * SMALLER + UP * perEm]);

/** An arrow up laid on its side: the faces have none that lie. */
function lying(outline, isLeftward) {
	const places = Array.from(outline.matchAll(PLACE), ([, x, y]) => [Number(x), Number(y)]);
	const [left, right] = extent(places, ([x]) => x);
	const [bottom, top] = extent(places, ([, y]) => y);
	return moved(outline, (x, y) => [
		left + (isLeftward ? top - y : y - bottom),
		(bottom + top) / 2 - (x - (left + right) / 2),
	]);
}

/** The outline of each character of a face in SVG's words, `perEm` units to the type size; of figures also those of one width. */
async function outlinesOf({ family, slope, weight, package: from }) {
	const require = createRequire(import.meta.url);
	const file = require.resolve(`@fontsource-variable/${from}/files/${from}-latin-wght-${slope}.woff2`);
	const plain = await subsetFont(await readFile(file), CHARACTERS.join(''), {
		targetFormat: 'truetype',
		keepFeatures: ['tnum', 'lnum'],
		variationAxes: { wght: weight },
	});
	const face = new Face(new Blob(plain));
	const font = new Font(face);
	const glyphOf = (character, tags) => {
		const buffer = new Buffer();
		buffer.addText(character);
		buffer.guessSegmentProperties();
		shape(
			font,
			buffer,
			tags.map((tag) => new Feature(tag)),
		);
		return buffer.getGlyphInfos()[0].codepoint;
	};
	const outlines = (characters, tags) =>
		Object.fromEntries(
			characters.flatMap((character) => {
				const glyph = glyphOf(character, tags);
				// A thousandth of the type size is finer than any screen.
				return glyph === 0 ? [] : [[character, font.glyphToPath(glyph).replace(/-?\d+\.\d+/g, Math.round)]];
			}),
		);
	const onLine = outlines(CHARACTERS, ['lnum']);
	return {
		family,
		slope,
		weight,
		perEm: face.upem,
		outlines: {
			...Object.fromEntries(RAISED.map(([character, digit]) => [character, raised(onLine[digit], face.upem)])),
			'→': lying(onLine['↑'], false),
			'←': lying(onLine['↑'], true),
			...onLine,
		},
		tabular: outlines([...'0123456789'], ['lnum', 'tnum']),
	};
}

/** Gives `virtual:glyph-outlines`: a figure that is taken along is drawn with them, since a slide program has none of the site's fonts. */
export const glyphOutlines = () => ({
	name: 'glyph-outlines',
	resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
	load: async (id) =>
		id === `\0${NAME}`
			? { code: `export default ${JSON.stringify(await Promise.all(FACES.map(outlinesOf)))};`, moduleType: 'js' }
			: undefined,
});
