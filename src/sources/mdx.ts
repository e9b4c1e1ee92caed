import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';

/** One use of a component: its name, and its attributes as text (expressions as source). */
export interface Tag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;
const isElement = (node: MdastNode): node is Element =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
export const childrenOf = (node: MdastNode): readonly MdastNode[] => ('children' in node ? node.children : []);

/** Returns the name of the component that a node is; undefined if it is none. */
export const componentOf = (node: MdastNode): string | undefined =>
	isElement(node) && node.name && /^[A-Z]/.test(node.name) ? node.name : undefined;

function attributesOf({ attributes }: Element): Record<string, string> {
	const entries = attributes.map((attribute) => {
		if (attribute.type !== 'mdxJsxAttribute')
			throw new Error(`Spread attributes are not supported: {${attribute.value}}. Write each attribute by its name.`);
		const { name, value } = attribute;
		return [name, typeof value === 'object' && value ? value.value : (value ?? 'true')];
	});
	return Object.fromEntries(entries);
}

/** Returns every component in a part of the text, in document order. */
export const tagsIn = (node: MdastNode): readonly Tag[] => [
	...(isElement(node) && componentOf(node) ? [{ name: node.name!, attributes: attributesOf(node) }] : []),
	...childrenOf(node).flatMap(tagsIn),
];
