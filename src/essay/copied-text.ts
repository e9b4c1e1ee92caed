/** What a copied sentence leaves out: what stands beside it, and controls. */
const BESIDE = '.note, .note-number, .unseen, input, noscript, script, style';

/** Returns the TeX of an equation, without the classes that colour its symbols. */
const texOf = (equation: Element): string | undefined =>
	equation
		.querySelector('annotation[encoding="application/x-tex"]')
		?.textContent?.replace(/\\htmlClass\{[^{}]*\}/g, '')
		.trim();

/** Makes a copied part of the page read as it is seen: equations once, as TeX; definitions and notes left out. */
export function asSeen(part: DocumentFragment): void {
	for (const equation of part.querySelectorAll('.katex')) {
		const tex = texOf(equation);
		if (tex === undefined) continue;
		const isDisplay = equation.closest('.katex-display');
		(isDisplay ?? equation).replaceWith(isDisplay ? `$$${tex}$$` : `$${tex}$`);
	}
	for (const element of part.querySelectorAll(BESIDE)) element.remove();
}

/** Returns the selected part of the page, with equations whole; undefined if nothing in it needs a change. */
export function copiedPart(selection: Selection): DocumentFragment | undefined {
	if (selection.rangeCount === 0 || selection.isCollapsed) return undefined;
	const range = selection.getRangeAt(0).cloneRange();
	const closest = (node: Node, selector: string) =>
		(node instanceof Element ? node : node.parentElement)?.closest(selector);
	const common = closest(range.commonAncestorContainer, '.note, input, textarea');
	// A definition or a note of which a part is selected is what is wanted.
	if (common) return undefined;
	const [first, last] = [range.startContainer, range.endContainer].map((node) => closest(node, '.katex'));
	if (first) range.setStartBefore(first);
	if (last) range.setEndAfter(last);
	const part = range.cloneContents();
	if (!part.querySelector(`.katex, .adjust, ${BESIDE}`)) return undefined;
	asSeen(part);
	return part;
}

/** Writes the selection to the clipboard as it is seen. */
export function copyAsSeen(event: ClipboardEvent): void {
	const selection = getSelection();
	const part = selection && copiedPart(selection);
	if (!part || !event.clipboardData) return;
	const box = document.createElement('div');
	// Rendered, so that its text has the breaks of its blocks; off the screen, and without the place of its first element.
	box.className = 'copied-text';
	box.append(part);
	document.body.append(box);
	event.clipboardData.setData('text/plain', box.innerText);
	event.clipboardData.setData('text/html', box.innerHTML);
	box.remove();
	event.preventDefault();
}
