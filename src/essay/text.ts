import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, elements } from '../build/html.ts';

const wordsIn = (node: DefaultTreeAdapterTypes.Node): string => {
	if ('value' in node) return node.value;
	return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : '';
};

/** Returns a text with a full stop at its end, unless it ends a sentence already. */
export const sentence = (text: string): string => (/[.!?…][”’"')]*$/.test(text) ? text : `${text}.`);

/** Returns the text of the element with an id, with white space collapsed. Throws if there is none. */
export function textOf(html: string, id: string): string {
	for (const element of elements(html))
		if (attribute(element, 'id') === id) return wordsIn(element).replace(/\s+/g, ' ').trim();
	throw new Error(`No element with the id "${id}".`);
}
