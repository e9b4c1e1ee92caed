/** Text nodes that a translator took out of the page, and the element that it put in their place. */
const translations = new Map<Text, Element>();

const isText = (node: Node): node is Text => node.nodeName === '#text';
const isFont = (node: Node | null | undefined): node is Element => node?.nodeName === 'FONT';
const replacementIn = ({ addedNodes, previousSibling, nextSibling }: MutationRecord): Element | undefined =>
	[...addedNodes, previousSibling, nextSibling].find(isFont);

/** Puts a text back in front of its translation, empty, so that its component can still change or remove it. */
function keep(text: Text, translation: Element, observer: MutationObserver): void {
	text.data = '';
	translation.before(text);
	translations.set(text, translation);
	observer.observe(text, { characterData: true });
}
function drop(text: Text): void {
	translations.get(text)?.remove();
	translations.delete(text);
}

function follow(records: readonly MutationRecord[], observer: MutationObserver): void {
	for (const record of records) {
		if (record.type === 'characterData') {
			const text = record.target as Text;
			// The component has written a new text: the translation is out of date. The translator sees the new text and translates it.
			if (text.data !== '') drop(text);
			continue;
		}
		for (const node of record.removedNodes) {
			if (!isText(node) || node.isConnected) continue;
			if (translations.has(node)) drop(node);
			else {
				const translation = replacementIn(record);
				if (translation?.isConnected) keep(node, translation, observer);
			}
		}
	}
}

/**
 * Keeps texts live in a page that a browser translates: translators replace each text node by `<font>` elements, while components go on
 * writing to the node that was replaced. Covers every text of every component. Returns a function that stops it.
 */
export function followTranslation(root: Element = document.body): () => void {
	const observer = new MutationObserver(follow);
	observer.observe(root, { childList: true, subtree: true });
	return () => {
		observer.disconnect();
		translations.clear();
	};
}

/**
 * Replaces the `<font>` elements of a translator by their texts, so that Svelte hydrates an island that was translated before its script
 * came. It renders the island anew otherwise, and components of the attempt that failed stay behind and can stop the new ones.
 */
export function unwrapTranslation(root: Element): void {
	const fonts = root.querySelectorAll('font:not(font font)');
	if (fonts.length === 0) return;
	for (const font of fonts) font.replaceWith(font.textContent ?? '');
	root.normalize();
}
