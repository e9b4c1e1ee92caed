import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdxJsxAttributeNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Adds to components the attributes that depend on their file. In a section: the number of each note and citation,
 * from 1, and the section's id, which keeps their ids unique on the page with all sections. In a figure: its id.
 */
export const fileAttributes = ({ fileURL }: { readonly fileURL?: URL | undefined }) => {
	const file = fileURL ? parse(fileURLToPath(fileURL)).name.replace(/^\d+-/, '') : 'page';
	let number = 0;
	const attribute = (name: string, value: string): MdxJsxAttributeNode => ({ type: 'mdxJsxAttribute', name, value });
	const added = (node: Element): readonly MdxJsxAttributeNode[] => {
		const lacks = (name: string) => !node.attributes.some((given) => 'name' in given && given.name === name);
		switch (node.name) {
			case 'Cite':
			case 'Note':
				return lacks('number') ? [attribute('number', String(++number)), attribute('section', file)] : [];
			case 'Term':
				return lacks('section') ? [attribute('section', file)] : [];
			case 'Words':
				return lacks('figure') ? [attribute('figure', file)] : [];
			default:
				return [];
		}
	};
	const visit = (node: Element) => {
		const more = added(node);
		return more.length === 0
			? undefined
			: {
					type: node.type,
					name: node.name,
					children: node.children,
					attributes: [...node.attributes, ...more],
				};
	};
	return { name: 'file-attributes', mdxJsxTextElement: visit, mdxJsxFlowElement: visit };
};
