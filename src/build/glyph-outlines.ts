import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extent } from 'd3';
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { SUPERSCRIPTS } from '../engine/superscript.ts';

const NAME = 'virtual:glyph-outlines';

interface FaceSource {
	/** Family and style, as the style sheets name them. */
	readonly family: string;
	readonly slope: 'normal' | 'italic';
	readonly weight: number;
	/** Package of the font file. */
	readonly from: string;
}
/** The faces of text in figures. */
const FACES: readonly FaceSource[] = [
	...[400, 500, 600].map((weight) => ({
		family: 'Instrument Sans',
		slope: 'normal' as const,
		weight,
		from: 'instrument-sans',
	})),
	{ family: 'Literata', slope: 'italic', weight: 400, from: 'literata' },
];

const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
/** Characters of figures and of readers' names: Latin letters, digits, and the signs that our labels use. */
const CHARACTERS = [...range(0x20, 0x7e), ...range(0xa1, 0x17f), ...'–—‘’“”•…′″−×·→←↑↓≤≥∞≈'];

const POINT = /(-?\d+),(-?\d+)/g;
type Move = (x: number, y: number) => readonly [x: number, y: number];
/** Returns an outline with each of its points moved. */
const moved = (outline: string, move: Move) =>
	outline.replace(POINT, (_, x: string, y: string) => move(Number(x), Number(y)).map(Math.round).join(','));

/** Size and rise of superscript digits, which the faces lack, as shares of the font size. */
const [SUPERSCRIPT_SIZE, SUPERSCRIPT_RISE] = [0.62, 0.36];
const raised = (outline: string, perEm: number) =>
	moved(outline, (x, y) => [x * SUPERSCRIPT_SIZE, y * SUPERSCRIPT_SIZE + SUPERSCRIPT_RISE * perEm]);

/** Returns an upward arrow turned to the left or right: the faces have no horizontal arrows. */
function turned(outline: string, isLeftward: boolean): string {
	const points = Array.from(outline.matchAll(POINT), ([, x, y]) => [Number(x), Number(y)] as const);
	const [left = 0, right = 0] = extent(points, ([x]) => x);
	const [bottom = 0, top = 0] = extent(points, ([, y]) => y);
	return moved(outline, (x, y) => [
		left + (isLeftward ? top - y : y - bottom),
		(bottom + top) / 2 - (x - (left + right) / 2),
	]);
}

/** Returns the outline of each character of a face as SVG path data, and of each digit at tabular width too. */
async function outlinesOf({ family, slope, weight, from }: FaceSource) {
	const require = createRequire(import.meta.url);
	const file = require.resolve(`@fontsource-variable/${from}/files/${from}-latin-wght-${slope}.woff2`);
	const font = await subsetFont(await readFile(file), CHARACTERS.join(''), {
		targetFormat: 'truetype',
		keepFeatures: ['tnum', 'lnum'],
		variationAxes: { wght: weight },
	});
	const face = new Face(new Blob(font));
	const shaper = new Font(face);
	const glyphOf = (character: string, features: readonly string[]) => {
		const buffer = new Buffer();
		buffer.addText(character);
		buffer.guessSegmentProperties();
		shape(
			shaper,
			buffer,
			features.map((feature) => new Feature(feature)),
		);
		return buffer.getGlyphInfos()[0]?.codepoint ?? 0;
	};
	const outlines = (characters: readonly string[], features: readonly string[]): Record<string, string> =>
		Object.fromEntries(
			characters.flatMap((character) => {
				const glyph = glyphOf(character, features);
				// A thousandth of the font size is finer than any screen.
				const rounded = (number: string) => String(Math.round(Number(number)));
				return glyph === 0 ? [] : [[character, shaper.glyphToPath(glyph).replace(/-?\d+\.\d+/g, rounded)]];
			}),
		);
	const lining = outlines(CHARACTERS, ['lnum']);
	const outlineOf = (character: string) => lining[character] ?? '';
	const superscripts = Object.entries(SUPERSCRIPTS).map(([character, superscript]) => [
		superscript,
		raised(outlineOf(character === '-' ? '−' : character), face.upem),
	]);
	return {
		family,
		slope,
		weight,
		perEm: face.upem,
		outlines: {
			...Object.fromEntries(superscripts),
			'→': turned(outlineOf('↑'), false),
			'←': turned(outlineOf('↑'), true),
			...lining,
		},
		tabular: outlines([...'0123456789'], ['lnum', 'tnum']),
	};
}

/**
 * Provides the module `virtual:glyph-outlines`: the letters of figures as shapes, with which an exported picture is drawn, since a
 * slide program has none of the site's fonts.
 */
export const glyphOutlines = (): Plugin => ({
	name: 'glyph-outlines',
	resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
	load: async (id) =>
		id === `\0${NAME}`
			? { code: `export default ${JSON.stringify(await Promise.all(FACES.map(outlinesOf)))};`, moduleType: 'js' }
			: undefined,
});
