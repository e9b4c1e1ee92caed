import { mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';

const texts = import.meta.glob<string>('../content/sections/*.mdx', { query: '?raw', import: 'default', eager: true });

/** One use of a component in the text: its name, and its attributes: text as it reads, expressions as they were written. */
export interface Tag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
}

export interface SectionText {
	readonly file: string;
	readonly frontMatter: string;
	/** As the build parses it. */
	readonly text: MdastNode;
	readonly tags: readonly Tag[];
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;
const isElement = (node: MdastNode): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const childrenOf = (node: MdastNode): readonly MdastNode[] => ('children' in node ? node.children : []);

function attributesOf({ attributes }: Element): Record<string, string> {
	const entries = attributes.map((attribute) => {
		if (attribute.type !== 'mdxJsxAttribute') throw new Error(`{${attribute.value}}: attributes are written out, each by its name.`);
		const { name, value } = attribute;
		return [name, typeof value === 'object' && value ? value.value : (value ?? 'true')];
	});
	return Object.fromEntries(entries);
}

/** Every component in a part of the text, in the order of the text. */
export const tagsIn = (node: MdastNode): readonly Tag[] => [
	...(isElement(node) && node.name && /^[A-Z]/.test(node.name) ? [{ name: node.name, attributes: attributesOf(node) }] : []),
	...childrenOf(node).flatMap(tagsIn),
];

/** The words that a reader sees, without components, their attributes and expressions; blocks stand apart. */
export const wordsOf = (node: MdastNode): string => {
	if (node.type === 'yaml' || node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '';
	if ('value' in node && typeof node.value === 'string') return node.value;
	return childrenOf(node).map(wordsOf).join(node.type === 'paragraph' ? '' : ' ');
};

/** What is read in one go: paragraphs, and the parts of a figure that stand in no paragraph. */
export function paragraphsOf(node: MdastNode): readonly MdastNode[] {
	const children = childrenOf(node);
	return children.length === 0 || node.type === 'paragraph' || children.some(({ type }) => type === 'text') ? [node] : children.flatMap(paragraphsOf);
}

/** Every section's source, in the order of the essay. */
export const sections: readonly SectionText[] = Object.entries(texts)
	.sort(([a], [b]) => (a < b ? -1 : 1))
	.map(([path, source]) => {
		const text = mdxToMdast(source);
		const [head] = childrenOf(text);
		return { file: path.split('/').at(-1)!, frontMatter: head?.type === 'yaml' ? head.value : '', text, tags: tagsIn(text) };
	});

/** An array or object as it stands in an attribute, evaluated: it is our own text, and a literal. */
export const literal = (source: string): unknown => Function(`'use strict'; return (${source});`)();
