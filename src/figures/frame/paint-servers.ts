import { make } from './shapes.ts';

/** Properties by which an element refers to a paint server, clip path, mask, filter or marker. */
const REFERRING = [
	'fill',
	'stroke',
	'clip-path',
	'mask',
	'filter',
	'marker-start',
	'marker-mid',
	'marker-end',
] as const;
/** Properties whose computed value is written into copied definitions, which leave the style sheet behind. */
const PRESENTATION = [
	...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap'],
	...['stroke-linejoin', 'stroke-dasharray', 'opacity', 'stop-color', 'stop-opacity', 'flood-color', 'flood-opacity'],
	...['clip-path', 'clip-rule', 'mask', 'mask-type', 'filter', 'marker-start', 'marker-mid', 'marker-end'],
];
const REFERENCE = /url\(\s*["']?[^"')]*#([^"')]+)["']?\s*\)/;
const valueOf = (style: CSSStyleDeclaration, name: string) => style.getPropertyValue(name).trim();

/** Copies the definitions that a drawing refers to into the `<defs>` of its export, under ids of the export. */
export class PaintServers {
	readonly #prefix: string;
	readonly defs = make('defs', {});
	readonly #ids = new Map<Element, string>();
	constructor(prefix: string) {
		this.#prefix = prefix;
	}

	/** Returns an id that is unique within the export. */
	nextId(): string {
		return `${this.#prefix}-${++this.#count}`;
	}
	#count = 0;

	/** Returns a value with its reference replaced by that of the copy; undefined if it has none, or none that exists. */
	replaced(value: string, document: Document): string | undefined {
		const [, id] = REFERENCE.exec(value) ?? [];
		const original = id === undefined ? null : document.getElementById(decodeURIComponent(id));
		return original ? value.replace(REFERENCE, `url(#${this.#copy(original)})`) : undefined;
	}

	/** Returns the references of an element's style as attributes of the export, for the given properties. */
	referencesOf(
		element: Element,
		style: CSSStyleDeclaration,
		names: readonly (typeof REFERRING)[number][] = REFERRING,
	): Readonly<Record<string, string>> {
		return Object.fromEntries(
			names.flatMap((name) => {
				const value = this.replaced(valueOf(style, name), element.ownerDocument);
				return value === undefined ? [] : [[name, value]];
			}),
		);
	}

	#copy(original: Element): string {
		const known = this.#ids.get(original);
		if (known !== undefined) return known;
		const id = this.nextId();
		// Before its content is copied: a definition may refer to itself in a circle.
		this.#ids.set(original, id);
		const copy = this.#clone(original);
		copy.setAttribute('id', id);
		this.defs.append(copy);
		return id;
	}

	#clone(original: Element): Element {
		const copy = original.cloneNode(false) as Element;
		const style = getComputedStyle(original);
		for (const name of ['id', 'class', 'style']) copy.removeAttribute(name);
		for (const { name } of [...copy.attributes]) if (/^(on|data-)/.test(name)) copy.removeAttribute(name);
		for (const name of PRESENTATION) {
			const value = valueOf(style, name);
			if (value === '') continue;
			copy.setAttribute(name, this.replaced(value, original.ownerDocument) ?? value.replace(/(\d)px\b/g, '$1'));
		}
		for (const name of ['href', 'xlink:href']) {
			const target = original.getAttribute(name);
			const referred = target?.startsWith('#') && original.ownerDocument.getElementById(target.slice(1));
			if (referred) copy.setAttribute(name, `#${this.#copy(referred)}`);
		}
		for (const child of original.childNodes)
			if (child instanceof Element) copy.append(this.#clone(child));
			else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
		return copy;
	}
}
