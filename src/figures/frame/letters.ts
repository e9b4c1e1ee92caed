import type faces from 'virtual:glyph-outlines';
import { make, placed } from './shapes.ts';

/** Start of a letter on its base line, in pixels. */
interface At {
	readonly x: number;
	readonly y: number;
}
type Paint = Readonly<Record<string, string | number>>;

/** Returns a canvas context that measures text of a style. */
export function measuring(style: CSSStyleDeclaration): CanvasRenderingContext2D {
	const context = document.createElement('canvas').getContext('2d')!;
	context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	return context;
}

/** Draws text as paths, so that it looks the same without the site's fonts. Characters without an outline stay text. */
export class Letters {
	readonly #faces: typeof faces;
	constructor(outlines: typeof faces) {
		this.#faces = outlines;
	}

	#faceOf(style: CSSStyleDeclaration): (typeof faces)[number] | undefined {
		const family = style.fontFamily.split(',')[0]!.replaceAll('"', '').trim();
		const far = ({ weight }: { weight: number }) => Math.abs(weight - Number(style.fontWeight));
		// The nearest face at hand: of the same family if there is one, of the same slope, then of the nearest weight.
		const rank = (face: (typeof faces)[number]) =>
			(face.family === family ? 0 : 1e4) + (face.slope === style.fontStyle ? 0 : 1e3) + far(face);
		return [...this.#faces].sort((a, b) => rank(a) - rank(b))[0];
	}

	/** Returns a word as shapes; `places` has a position per UTF-16 code unit. */
	write(
		words: string,
		places: readonly At[],
		style: CSSStyleDeclaration,
		paint: Paint,
		isTabular = style.fontVariantNumeric.includes('tabular-nums'),
	): SVGElement[] {
		const face = this.#faceOf(style);
		const size = parseFloat(style.fontSize);
		const typed: SVGElement[] = [];
		let [shapes, index] = ['', 0];
		for (const letter of words) {
			const at = places[index]!;
			index += letter.length;
			if (letter.trim() === '') continue;
			const outline = (isTabular ? face?.tabular[letter] : undefined) ?? face?.outlines[letter];
			if (face && outline !== undefined) {
				const scale = size / face.perEm;
				shapes += placed(outline, new DOMMatrix([scale, 0, 0, -scale, at.x, at.y])) ?? '';
			} else {
				const text = make('text', {
					x: at.x,
					y: at.y,
					...paint,
					'font-family': style.fontFamily,
					'font-size': size,
					'font-weight': style.fontWeight,
					'font-style': style.fontStyle,
				});
				text.textContent = letter;
				typed.push(text);
			}
		}
		return [...(shapes ? [make('path', { d: shapes, ...paint })] : []), ...typed];
	}

	/** Returns a line of text that is not on the page, set from (x, y). */
	line(words: string, { x, y }: At, style: CSSStyleDeclaration): SVGElement[] {
		const context = measuring(style);
		const places = Array.from({ length: words.length }, (_, i) => ({
			x: x + context.measureText(words.slice(0, i)).width,
			y,
		}));
		return this.write(words, places, style, { fill: style.color }, false);
	}
}
