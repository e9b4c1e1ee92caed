/**
 * Exports a figure as plain SVG: absolute positions, literal colours, text as paths, no nested
 * coordinate systems. Slide programs render that as browsers do.
 */
import { shortHash } from '../../engine/short-hash.ts';
import { later } from '../../hydration/later.svelte.ts';
import { dataAddress } from './data-address.ts';
import { Letters, measuring } from './letters.ts';
import { withoutLayers } from './opacity.ts';
import { PaintServers } from './paint-servers.ts';
import { dashesOf, make, placed, rounded, SVG } from './shapes.ts';
import { standInFor } from './stand-in.ts';
import { textRuns } from './text-runs.ts';

/** Texts above and below the picture. */
export interface Frame {
	readonly title: string;
	readonly note: string;
	readonly source: string;
	readonly link: string;
}

/** An exported SVG file, its size in pixels and the colour of its background. */
export interface Drawing {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
	readonly ground: string;
}

/** Outer margin, and gap between texts and picture, in pixels. */
const MARGIN = 24;
const GAP = 12;

/** Copies elements of the page into an SVG group, relative to an origin. */
class Picture {
	readonly #origin: DOMRect;
	readonly root: SVGElement;
	readonly #servers: PaintServers;
	readonly #letters: Letters;
	/** Images whose content is still being fetched. */
	readonly fetched: Promise<void>[] = [];
	constructor(origin: DOMRect, letters: Letters, servers: PaintServers) {
		this.#origin = origin;
		this.#letters = letters;
		this.#servers = servers;
		this.root = make('g', {});
	}

	take(element: Element, into: Element = this.root): void {
		if (element.matches('.handle, .in-hand, .axis-change, .crosshair, .readout')) return;
		const style = getComputedStyle(element);
		if (style.display === 'none' || style.visibility === 'hidden') return;
		if (element instanceof SVGUseElement) {
			const copy = standInFor(element);
			if (copy) this.take(copy, into);
			copy?.remove();
			return;
		}
		const opacity = Number(style.opacity);
		let target = into;
		if (opacity < 1) {
			target = make('g', { opacity });
			into.append(target);
		}
		if (element instanceof SVGGraphicsElement) target = this.#effects(element, style, target);
		if (element instanceof SVGSVGElement) return this.#nested(element, style, target);
		if (element instanceof SVGElement) return this.#shape(element, style, target);
		this.#box(element, style, target);
		if (element instanceof HTMLImageElement && element.currentSrc) {
			const { x, y, width, height } = element.getBoundingClientRect();
			const place = { x: x - this.#origin.x, y: y - this.#origin.y, width, height };
			target.append(this.#image(element.currentSrc, { ...place, preserveAspectRatio: 'none' }));
		}
		for (const node of element.childNodes) {
			if (node instanceof Element) this.take(node, target);
			else if (node.nodeType === Node.TEXT_NODE) this.#words(node, style, target);
		}
	}

	/** Flattens a nested SVG; if it clips its content, a clip path takes its place. */
	#nested(element: SVGSVGElement, style: CSSStyleDeclaration, into: Element): void {
		let target = into;
		if (style.overflow !== 'visible' && element.ownerSVGElement) {
			const box = element.ownerSVGElement.getBoundingClientRect();
			const id = this.#servers.nextId();
			const clip = make('clipPath', { id });
			clip.append(
				make('rect', {
					x: box.x - this.#origin.x,
					y: box.y - this.#origin.y,
					width: box.width,
					height: box.height,
				}),
			);
			this.#servers.defs.append(clip);
			target = make('g', { 'clip-path': `url(#${id})` });
			into.append(target);
		}
		for (const child of element.children) this.take(child, target);
	}

	/** Returns a group with the element's clip path, mask and filter, whose definitions are in the element's own coordinates. */
	#effects(element: SVGGraphicsElement, style: CSSStyleDeclaration, into: Element): Element {
		const effects = this.#servers.referencesOf(element, style, ['clip-path', 'mask', 'filter']);
		if (Object.keys(effects).length === 0) return into;
		const at = this.#matrix(element);
		const outer = make('g', { ...effects, transform: transformOf(at) });
		const inner = make('g', { transform: transformOf(at.inverse()) });
		outer.append(inner);
		into.append(outer);
		return inner;
	}

	#matrix(element: SVGGraphicsElement): DOMMatrix {
		const { a, b, c, d, e, f } = element.getScreenCTM() ?? new DOMMatrix();
		return new DOMMatrix([a, b, c, d, e - this.#origin.x, f - this.#origin.y]);
	}

	#shape(element: SVGElement, style: CSSStyleDeclaration, into: Element): void {
		if (isGroup(element)) {
			for (const child of element.children) this.take(child, into);
			return;
		}
		if (element instanceof SVGTextElement) return this.#text(element, style, into);
		if (element instanceof SVGImageElement) {
			const { x, y, width, height } = element;
			const place = Object.fromEntries(
				Object.entries({ x, y, width, height }).map(([name, at]) => [name, at.baseVal.value]),
			);
			const fit = element.getAttribute('preserveAspectRatio');
			const transform = transformOf(this.#matrix(element));
			into.append(this.#image(element.href.baseVal, { ...place, ...(fit && { preserveAspectRatio: fit }), transform }));
			return;
		}
		if (!(element instanceof SVGGeometryElement)) return;
		const at = this.#matrix(element);
		const references = this.#servers.referencesOf(element, style, [
			'fill',
			'stroke',
			'marker-start',
			'marker-mid',
			'marker-end',
		]);
		const paint: Record<string, string | number> = {
			fill: style.fill,
			...(style.fillOpacity !== '1' && { 'fill-opacity': style.fillOpacity }),
			...(style.stroke !== 'none' && {
				stroke: style.stroke,
				'stroke-width': parseFloat(style.strokeWidth),
				'stroke-linecap': style.strokeLinecap,
				'stroke-linejoin': style.strokeLinejoin,
				...(style.strokeOpacity !== '1' && { 'stroke-opacity': style.strokeOpacity }),
				...dashesOf(element, style),
			}),
			...references,
		};
		// Definitions are in the element's own coordinates, so a path that refers to one keeps its transform.
		const isPlain = Object.keys(references).length === 0;
		const path = isPlain && element instanceof SVGPathElement ? placed(element.getAttribute('d') ?? '', at) : undefined;
		if (typeof path === 'string') return into.append(make('path', { d: path, ...paint }));
		const shape = this.#plain(element, style);
		if (shape)
			into.append(
				make(shape.name, {
					...shape.attributes,
					...paint,
					transform: transformOf(at),
				}),
			);
	}

	/** Returns an image that holds its own content once `fetched` is settled. */
	#image(address: string, place: Readonly<Record<string, string | number>>): SVGElement {
		const image = make('image', place);
		this.fetched.push(dataAddress(address).then((data) => image.setAttribute(HREF, data)));
		return image;
	}

	#plain(
		element: SVGGeometryElement,
		style: CSSStyleDeclaration,
	): { readonly name: string; readonly attributes: Readonly<Record<string, string | number>> } | undefined {
		const lengths = (names: readonly string[]) =>
			Object.fromEntries(
				names.map((name) => [
					name,
					(element as unknown as Record<string, SVGAnimatedLength>)[name]?.baseVal.value ?? 0,
				]),
			);
		if (element instanceof SVGLineElement) return { name: 'line', attributes: lengths(['x1', 'y1', 'x2', 'y2']) };
		if (element instanceof SVGRectElement)
			return { name: 'rect', attributes: { ...lengths(['x', 'y', 'width', 'height']), rx: parseFloat(style.rx) || 0 } };
		if (element instanceof SVGCircleElement)
			return {
				name: 'circle',
				attributes: { ...lengths(['cx', 'cy']), r: parseFloat(style.r) || element.r.baseVal.value },
			};
		if (element instanceof SVGEllipseElement) return { name: 'ellipse', attributes: lengths(['cx', 'cy', 'rx', 'ry']) };
		if (element instanceof SVGPathElement) return { name: 'path', attributes: { d: element.getAttribute('d') ?? '' } };
		if (element instanceof SVGPolygonElement || element instanceof SVGPolylineElement)
			return { name: element.tagName, attributes: { points: element.getAttribute('points') ?? '' } };
		return undefined;
	}

	#text(element: SVGTextElement, style: CSSStyleDeclaration, into: Element): void {
		if (element.getNumberOfChars() === 0) return;
		const at = this.#matrix(element);
		const places = Array.from({ length: element.getNumberOfChars() }, (_, i) => {
			const { x, y } = element.getStartPositionOfChar(i);
			return new DOMPoint(x, y).matrixTransform(at);
		});
		const runs = textRuns(element).map(({ text, start, owner }) => ({
			text,
			places: places.slice(start, start + text.length),
			own: owner === element ? style : getComputedStyle(owner),
			references: this.#servers.referencesOf(owner, getComputedStyle(owner), ['fill']),
		}));
		const seen = runs.filter(({ own, places }) => own.visibility !== 'hidden' && places.length > 0);
		// The halo behind text over curves is a shape of its own: slide programs ignore paint-order.
		for (const { text, places, own } of seen)
			if (own.paintOrder.startsWith('stroke') && own.stroke !== 'none')
				into.append(
					...this.#letters.write(text, places, own, {
						fill: own.stroke,
						stroke: own.stroke,
						'stroke-width': parseFloat(own.strokeWidth),
						'stroke-linejoin': 'round',
					}),
				);
		for (const { text, places, own, references } of seen)
			into.append(
				...this.#letters.write(text, places, own, {
					fill: own.fill,
					...(own.fillOpacity !== '1' && { 'fill-opacity': own.fillOpacity }),
					...(own !== style && Number(own.opacity) < 1 && { opacity: own.opacity }),
					...references,
				}),
			);
	}

	/** Draws an HTML box that has a background or a border. */
	#box(element: Element, style: CSSStyleDeclaration, into: Element): void {
		const [ground, border] = [style.backgroundColor, parseFloat(style.borderTopWidth)];
		const isSeen = (colour: string) => !/^(transparent|rgba\(.*, 0\))$/.test(colour);
		const hasBorder = border > 0 && parseFloat(style.borderLeftWidth) > 0 && isSeen(style.borderTopColor);
		if (!isSeen(ground) && !hasBorder) return;
		const box = element.getBoundingClientRect();
		into.append(
			make('rect', {
				x: box.x - this.#origin.x,
				y: box.y - this.#origin.y,
				width: box.width,
				height: box.height,
				rx: parseFloat(style.borderTopLeftRadius) || 0,
				fill: isSeen(ground) ? ground : 'none',
				...(hasBorder && { stroke: style.borderTopColor, 'stroke-width': border }),
			}),
		);
	}

	/** Draws the words of a text node where the browser laid them out. */
	#words(node: Node, style: CSSStyleDeclaration, into: Element): void {
		for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
			const range = document.createRange();
			// One position per UTF-16 code unit, as in the DOM: an emoji has two.
			const places = Array.from({ length: word.length }, (_, i) => {
				range.setStart(node, index + i);
				range.setEnd(node, index + i + 1);
				const { left, top, bottom } = range.getBoundingClientRect();
				// The base line of a font whose ascent is about three times its descent.
				const down = (top + bottom) / 2 + parseFloat(style.fontSize) * 0.35;
				return { x: left - this.#origin.x, y: down - this.#origin.y };
			});
			range.setStart(node, index);
			if (range.getBoundingClientRect().width > 0)
				into.append(...this.#letters.write(word, places, style, { fill: style.color }));
		}
	}
}

const transformOf = ({ a, b, c, d, e, f }: DOMMatrix) =>
	// Scales need more digits than places do.
	`matrix(${[a, b, c, d].map((value) => Number(value.toPrecision(6))).join(' ')} ${rounded(e)} ${rounded(f)})`;

const isGroup = (element: SVGElement) =>
	element instanceof SVGGElement ||
	element instanceof SVGAElement ||
	element instanceof SVGSwitchElement ||
	element instanceof SVGForeignObjectElement;

/** Number of exports so far. */
let exports = 0;

/** Stands for `href` of images until the file is written: the page would load them, which its content policy forbids. */
const HREF = 'data-of-export';
/** Stands for the prefix of ids until the file's content, from which that is made, is known. */
const PREFIX = 'export-of-this-figure';

/** Returns a text broken into lines that fit a width. */
function linesOf(text: string, style: CSSStyleDeclaration, width: number): string[] {
	const context = measuring(style);
	const lines: string[] = [];
	// A long address may break after “&”.
	for (const word of text.split(/(?<= )|(?<=&)/)) {
		const longer = `${lines.at(-1) ?? ''}${word}`;
		if (lines.length > 0 && context.measureText(longer.trimEnd()).width <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

const glyphOutlines = later('the shapes of letters', () => import('virtual:glyph-outlines'));
/** The outlines of letters could not be fetched; the next picture fetches them again. */
export class LettersMissing extends Error {
	constructor() {
		super('The letters of the picture could not be loaded. Press again to try again.');
	}
}

/** Draws a figure in its present theme. Returns the SVG, with `PREFIX` in its ids, and its images that are still being fetched. */
function draw(figure: Element, frame: Frame, letters: Letters) {
	const servers = new PaintServers(PREFIX);
	const drawn = figure.querySelector('.picture')!;
	const titled = figure.querySelector('.figure-title')!;
	const small = figure.querySelector('.summary') ?? titled;
	const box = drawn.getBoundingClientRect();
	const width = Math.max(box.width, 320);
	const [titleStyle, smallStyle] = [getComputedStyle(titled), getComputedStyle(small)];
	const ground = getComputedStyle(document.body).backgroundColor;
	const words: SVGElement[] = [];
	let y = MARGIN;
	const write = (text: string, style: CSSStyleDeclaration) => {
		const size = parseFloat(style.fontSize);
		for (const line of linesOf(text, style, width)) {
			y += size * 1.3;
			words.push(...letters.line(line.trim(), { x: MARGIN, y: y - size * 0.3 }, style));
		}
	};
	write(frame.title, titleStyle);
	if (frame.note) {
		y += 4;
		write(frame.note, smallStyle);
	}
	y += GAP;
	// The key of compared positions, if there are any.
	const key = figure.querySelector('.comparison-key');
	if (key) {
		const whose = new Picture(key.getBoundingClientRect(), letters, servers);
		whose.take(key);
		whose.root.setAttribute('transform', `translate(${MARGIN} ${rounded(y)})`);
		words.push(whose.root);
		y += key.getBoundingClientRect().height + GAP;
	}
	const picture = new Picture(box, letters, servers);
	picture.take(drawn);
	picture.root.setAttribute('transform', `translate(${MARGIN} ${rounded(y)})`);
	y += box.height + GAP;
	write(frame.source, smallStyle);
	write(frame.link, smallStyle);
	y += MARGIN - 8;
	const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(y) };
	const svg = make('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: 'img' });
	svg.setAttribute('xmlns', SVG);
	const title = make('title', {});
	title.textContent = frame.title;
	const description = make('desc', {});
	description.textContent = [frame.note, frame.source, frame.link].filter(Boolean).join(' ');
	svg.append(
		title,
		description,
		...(servers.defs.childElementCount > 0 ? [servers.defs] : []),
		make('rect', { ...size, fill: ground }),
		...words,
		picture.root,
	);
	return { svg, ...size, ground, fetched: picture.fetched };
}

/**
 * Returns a figure as an SVG file in the light or dark theme, with title, note and source. Sets the page's theme while it
 * reads computed styles, and restores it before the next frame.
 */
export async function pictureOf(figure: Element, frame: Frame, theme: 'light' | 'dark'): Promise<Drawing> {
	const outlines = await glyphOutlines.fetch();
	if (!outlines) throw new LettersMissing();
	const letters = new Letters(outlines);
	const root = document.documentElement;
	const worn = root.dataset['theme'];
	root.dataset['theme'] = theme;
	// What a hand can do belongs to the page.
	const hints = [...figure.querySelectorAll<HTMLElement>('.how-to-drag')];
	for (const hint of hints) hint.hidden = true;
	let drawn: ReturnType<typeof draw>;
	try {
		drawn = draw(figure, frame, letters);
	} finally {
		for (const hint of hints) hint.hidden = false;
		if (worn === undefined) delete root.dataset['theme'];
		else root.dataset['theme'] = worn;
	}
	const { svg, width, height, ground, fetched } = drawn;
	await Promise.all(fetched);
	withoutLayers(svg);
	const text = new XMLSerializer().serializeToString(svg).replaceAll(` ${HREF}="`, ' href="');
	// Two exports may stand in one page, and be made in one: no id of one is in the other.
	const own = shortHash(`${text} ${Date.now()} ${++exports}`);
	return { svg: text.replaceAll(PREFIX, `${figure.id}-${own}`), width, height, ground };
}
