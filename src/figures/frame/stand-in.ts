import { make } from './shapes.ts';

/** Attributes of a `use` element that do not belong to the copy as a whole. */
const OWN = /^(id|x|y|width|height|(xlink:)?href)$/;
const OF_VIEWPORT = /^(viewBox|preserveAspectRatio|width|height|class|style)$/;

/**
 * Puts a copy of what a `use` element shows after it, where the page's styles apply to it, and returns the copy; the caller removes
 * it. Returns undefined if the element refers to nothing.
 */
export function standInFor(element: SVGUseElement): SVGElement | undefined {
	const original = element.ownerDocument.getElementById(element.href.baseVal.replace(/^#/, ''));
	if (!original) return undefined;
	const whole = make('g', {});
	for (const { name, value } of element.attributes) if (!OWN.test(name)) whole.setAttribute(name, value);
	const moved = make('g', { transform: `translate(${element.x.baseVal.value} ${element.y.baseVal.value})` });
	let copy = original.cloneNode(true) as Element;
	// A symbol is drawn in a viewport of its own.
	if (original instanceof SVGSymbolElement || original instanceof SVGSVGElement) {
		const viewport = make('svg', {});
		for (const { name, value } of [...original.attributes, ...element.attributes])
			if (OF_VIEWPORT.test(name)) viewport.setAttribute(name, value);
		viewport.append(...copy.childNodes);
		copy = viewport;
	}
	for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id');
	moved.append(copy);
	whole.append(moved);
	element.after(whole);
	return whole;
}
