import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

const wordsIn = (node: DefaultTreeAdapterTypes.Node): string => {
	if ('value' in node) return node.value;
	return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : '';
};

/** Returns the text of a piece of HTML, with white space collapsed. */
export const textOf = (html: string): string => wordsIn(parseFragment(html)).replace(/\s+/g, ' ').trim();
