import { attribute, edited, elements, type HtmlElement } from './html.ts';

const HINT =
	'<p class="adjust-hint needs-scripts">Drag the dotted number, or press it. What depends on it follows.</p>';

const hasClass = (element: HtmlElement, name: string): boolean =>
	(attribute(element, 'class') ?? '').split(/\s+/).includes(name);

function paragraphOf(element: HtmlElement): HtmlElement | undefined {
	let node = element.parentNode;
	while (node && 'tagName' in node) {
		if (node.tagName === 'p') return node;
		node = node.parentNode;
	}
	return undefined;
}

/** Adds a hint below the paragraph with the first number of a page that a reader can change. Embedded figures have none. */
export function withAdjustHint(html: string): string {
	const all = [...elements(html)];
	if (!all.some((element) => attribute(element, 'id') === 'essay')) return html;
	for (const element of all) {
		if (!hasClass(element, 'adjust')) continue;
		const end = paragraphOf(element)?.sourceCodeLocation?.endTag?.endOffset;
		if (end !== undefined) return edited(html, [{ start: end, end, put: HINT }]);
	}
	return html;
}
