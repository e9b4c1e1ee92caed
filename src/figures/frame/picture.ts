/**
 * A figure as a picture of its own: what stands on the page, drawn again as plain SVG (absolute places, colours written out,
 * no nested coordinate systems), so that it looks the same in a slide program.
 */
const SVG = 'http://www.w3.org/2000/svg';

/** Words above and below the picture. */
export interface Frame {
	readonly title: string;
	readonly note: string;
	readonly source: string;
	readonly link: string;
}

/** Blank round everything, and between words and picture, in pixels. */
const MARGIN = 24;
const GAP = 12;

const rounded = (value: number): number => Math.round(value * 100) / 100;

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, typeof value === 'number' ? String(rounded(value)) : value);
	return element;
}

/** Type as an SVG states it. */
const typeOf = (style: CSSStyleDeclaration) => ({
	'font-family': style.fontFamily,
	'font-size': parseFloat(style.fontSize),
	'font-weight': style.fontWeight,
	'font-style': style.fontStyle,
});

/** The path of a curve with its places multiplied out: M, L, H, V and Z, in absolute places, which is all that our charts write. */
function placed(d: string, at: DOMMatrix): string | undefined {
	if (/[^MLZ\d\s.,e+-]/i.test(d) || /[lm]/.test(d)) return undefined;
	return d.replace(/(-?[\d.]+(?:e-?\d+)?)[\s,]*(-?[\d.]+(?:e-?\d+)?)/g, (_, x: string, y: string) => {
		const point = new DOMPoint(Number(x), Number(y)).matrixTransform(at);
		return ` ${rounded(point.x)},${rounded(point.y)}`;
	});
}

/** Everything of one drawing on the page, moved to where it stands within the picture. */
class Picture {
	readonly #origin: DOMRect;
	readonly root: SVGElement;
	readonly #clips: SVGElement;
	#count = 0;
	constructor(origin: DOMRect) {
		this.#origin = origin;
		this.root = make('g', {});
		this.#clips = make('defs', {});
		this.root.append(this.#clips);
	}

	take(element: Element, into: Element = this.root): void {
		const style = getComputedStyle(element);
		if (style.display === 'none' || style.visibility === 'hidden') return;
		const opacity = Number(style.opacity);
		const target = opacity < 1 ? make('g', { opacity }) : into;
		if (target !== into) into.append(target);
		if (element instanceof SVGSVGElement) return this.#nested(element, style, target);
		if (element instanceof SVGElement) return this.#shape(element, style, target);
		this.#box(element, style, target);
		for (const node of element.childNodes) {
			if (node instanceof Element) this.take(node, target);
			else if (node.nodeType === Node.TEXT_NODE) this.#words(node, style, target);
		}
	}

	/** A drawing within the drawing: only its frame survives, as a clip where it cuts off what lies outside. */
	#nested(element: SVGSVGElement, style: CSSStyleDeclaration, into: Element): void {
		let target = into;
		if (style.overflow !== 'visible' && element.ownerSVGElement) {
			const box = element.ownerSVGElement.getBoundingClientRect();
			const id = `clip-${++this.#count}`;
			const clip = make('clipPath', { id });
			clip.append(
				make('rect', {
					x: box.x - this.#origin.x,
					y: box.y - this.#origin.y,
					width: box.width,
					height: box.height,
				}),
			);
			this.#clips.append(clip);
			target = make('g', { 'clip-path': `url(#${id})` });
			into.append(target);
		}
		for (const child of element.children) this.take(child, target);
	}

	#matrix(element: SVGGraphicsElement): DOMMatrix {
		const { a, b, c, d, e, f } = element.getScreenCTM() ?? new DOMMatrix();
		return new DOMMatrix([a, b, c, d, e - this.#origin.x, f - this.#origin.y]);
	}

	#shape(element: SVGElement, style: CSSStyleDeclaration, into: Element): void {
		if (element instanceof SVGGElement) {
			for (const child of element.children) this.take(child, into);
			return;
		}
		if (element instanceof SVGTextElement) return this.#text(element, style, into);
		if (!(element instanceof SVGGeometryElement)) return;
		const at = this.#matrix(element);
		const paint: Record<string, string | number> = {
			fill: style.fill,
			...(style.fillOpacity !== '1' && { 'fill-opacity': style.fillOpacity }),
			...(style.stroke !== 'none' && {
				stroke: style.stroke,
				'stroke-width': parseFloat(style.strokeWidth),
				'stroke-linecap': style.strokeLinecap,
				'stroke-linejoin': style.strokeLinejoin,
				...(style.strokeOpacity !== '1' && { 'stroke-opacity': style.strokeOpacity }),
				...(style.strokeDasharray !== 'none' && { 'stroke-dasharray': style.strokeDasharray.replaceAll('px', '') }),
			}),
		};
		const path = element instanceof SVGPathElement ? placed(element.getAttribute('d') ?? '', at) : undefined;
		if (path !== undefined) return into.append(make('path', { d: path, ...paint }));
		const shape = this.#plain(element, style);
		if (shape)
			into.append(
				make(shape.name, {
					...shape.attributes,
					...paint,
					transform: `matrix(${[at.a, at.b, at.c, at.d, at.e, at.f].map(rounded).join(' ')})`,
				}),
			);
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
		const words = element.textContent.replace(/\s+/g, ' ').trim();
		if (words === '' || element.getNumberOfChars() === 0) return;
		const { x, y } = element.getStartPositionOfChar(0);
		const start = new DOMPoint(x, y).matrixTransform(this.#matrix(element));
		this.#write(words, start.x, start.y, style, style.fill, into);
		// A halo of paper behind words that stand over curves.
		const written = into.lastElementChild;
		if (written && style.paintOrder.startsWith('stroke') && style.stroke !== 'none') {
			written.setAttribute('stroke', style.stroke);
			written.setAttribute('stroke-width', style.strokeWidth);
			written.setAttribute('stroke-linejoin', 'round');
			written.setAttribute('paint-order', 'stroke');
		}
	}

	#write(words: string, x: number, y: number, style: CSSStyleDeclaration, fill: string, into: Element): void {
		const text = make('text', { x, y, fill, ...typeOf(style) });
		text.textContent = words;
		into.append(text);
	}

	/** A box with a ground or a border. */
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

	/** The words of one node of the page, line by line as they were set there. */
	#words(node: Node, style: CSSStyleDeclaration, into: Element): void {
		const text = node.nodeValue ?? '';
		const lines: { top: number; left: number; bottom: number; words: string }[] = [];
		for (const { index, 0: word } of text.matchAll(/\S+/g)) {
			const range = document.createRange();
			range.setStart(node, index);
			range.setEnd(node, index + word.length);
			const [box] = range.getClientRects();
			if (!box || box.width === 0) continue;
			const line = lines.at(-1);
			if (line && Math.abs(line.top - box.top) < 2) line.words += ` ${word}`;
			else lines.push({ top: box.top, left: box.left, bottom: box.bottom, words: word });
		}
		for (const { top, bottom, left, words } of lines) {
			// The baseline, for type whose ascent is about three times its descent.
			const baseline = (top + bottom) / 2 + parseFloat(style.fontSize) * 0.35;
			this.#write(words, left - this.#origin.x, baseline - this.#origin.y, style, style.color, into);
		}
	}
}

/** Words broken into lines that fit a width. */
function linesOf(text: string, style: CSSStyleDeclaration, width: number): string[] {
	const context = document.createElement('canvas').getContext('2d')!;
	context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	const lines: string[] = [];
	// A long address breaks after the sign between two settings.
	for (const word of text.split(/(?<= )|(?<=&)/)) {
		const longer = `${lines.at(-1) ?? ''}${word}`;
		if (lines.length > 0 && context.measureText(longer.trimEnd()).width <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** The text fonts of the page, to travel with the picture. */
async function fontFaces(): Promise<string> {
	const faces = [...document.styleSheets].flatMap((sheet) =>
		[...sheet.cssRules].filter(
			(rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule && !/KaTeX/.test(rule.cssText),
		),
	);
	const embedded = await Promise.all(
		faces.map(async (face) => {
			const address = /url\("?([^")]+\.woff2)/.exec(face.cssText)?.[1];
			const family = face.style.getPropertyValue('font-family');
			if (!address || !document.fonts.check(`16px ${family}`)) return '';
			const base = face.parentStyleSheet?.href ?? location.href;
			const bytes = new Uint8Array(await (await fetch(new URL(address, base))).arrayBuffer());
			const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
			const say = (name: string) => `${name}:${face.style.getPropertyValue(name) || 'normal'}`;
			return `@font-face{font-family:${family};${say('font-weight')};${say('font-style')};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
		}),
	);
	return embedded.join('');
}

/**
 * A figure's picture as an SVG file, in the light or the dark theme, with its title, its note and where it comes from. The page
 * wears the theme while it is read, between two frames.
 */
export async function pictureOf(
	figure: Element,
	frame: Frame,
	theme: 'light' | 'dark',
): Promise<{ readonly svg: string; readonly width: number; readonly height: number }> {
	const fonts = await fontFaces();
	const root = document.documentElement;
	const worn = root.dataset['theme'];
	root.dataset['theme'] = theme;
	try {
		const drawn = figure.querySelector('.picture')!;
		const titled = figure.querySelector('.figure-title')!;
		const small = figure.querySelector('.summary') ?? titled;
		const box = drawn.getBoundingClientRect();
		const width = Math.max(box.width, 320);
		const [titleStyle, smallStyle, page] = [
			getComputedStyle(titled),
			getComputedStyle(small),
			getComputedStyle(document.body),
		];
		const words: SVGElement[] = [];
		let y = MARGIN;
		const write = (text: string, style: CSSStyleDeclaration) => {
			const size = parseFloat(style.fontSize);
			for (const line of linesOf(text, style, width)) {
				y += size * 1.3;
				const element = make('text', { x: MARGIN, y: y - size * 0.3, fill: style.color, ...typeOf(style) });
				element.textContent = line.trim();
				words.push(element);
			}
		};
		write(frame.title, titleStyle);
		if (frame.note) {
			y += 4;
			write(frame.note, smallStyle);
		}
		y += GAP;
		// Whose the thin curves are, where others are drawn too.
		const key = figure.querySelector('.beside-key');
		if (key) {
			const whose = new Picture(key.getBoundingClientRect());
			whose.take(key);
			whose.root.setAttribute('transform', `translate(${MARGIN} ${rounded(y)})`);
			words.push(whose.root);
			y += key.getBoundingClientRect().height + GAP;
		}
		const picture = new Picture(box);
		picture.take(drawn);
		picture.root.setAttribute('transform', `translate(${MARGIN} ${rounded(y)})`);
		y += box.height + GAP;
		write(frame.source, smallStyle);
		write(frame.link, smallStyle);
		y += MARGIN - 8;
		const [w, h] = [Math.ceil(width + 2 * MARGIN), Math.ceil(y)];
		const svg = make('svg', { width: w, height: h, viewBox: `0 0 ${w} ${h}`, role: 'img' });
		svg.setAttribute('xmlns', SVG);
		const title = make('title', {});
		title.textContent = frame.title;
		const style = make('style', {});
		style.textContent = fonts;
		svg.append(title, style, make('rect', { width: w, height: h, fill: page.backgroundColor }), ...words, picture.root);
		return { svg: new XMLSerializer().serializeToString(svg), width: w, height: h };
	} finally {
		if (worn === undefined) delete root.dataset['theme'];
		else root.dataset['theme'] = worn;
	}
}

/** The same as PNG, at twice the size. */
export async function asPng({ svg, width, height }: Awaited<ReturnType<typeof pictureOf>>): Promise<Blob> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [2 * width, 2 * height];
		canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done, fail) =>
			canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('No picture came of it.'))), 'image/png'),
		);
	} finally {
		URL.revokeObjectURL(address);
	}
}
