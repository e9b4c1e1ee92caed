import { mdxToMdast, type MdastNode } from 'satteri';
import { childrenOf, tagsIn, type Tag } from '../../src/sources/mdx.ts';

export { tagsIn, type Tag } from '../../src/sources/mdx.ts';

const texts = import.meta.glob<string>('../../content/sections/*.mdx', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const shortTexts = import.meta.glob<string>('../../content/short/*.mdx', {
	query: '?raw',
	import: 'default',
	eager: true,
});
const figureTexts = import.meta.glob<string>('../../content/figures/*.mdx', {
	query: '?raw',
	import: 'default',
	eager: true,
});

export interface SectionText {
	readonly file: string;
	readonly frontMatter: string;
	/** The syntax tree, as the build parses it, with the words of its figures. */
	readonly text: MdastNode;
	readonly tags: readonly Tag[];
}

/** Returns the text without tags, attributes and expressions; blocks are separated by spaces. */
export const wordsOf = (node: MdastNode): string => {
	if (node.type === 'yaml' || node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '';
	if ('value' in node && typeof node.value === 'string') return node.value;
	return childrenOf(node)
		.map(wordsOf)
		.join(node.type === 'paragraph' ? '' : ' ');
};

/** Returns the paragraphs, and the parts of figures that are outside paragraphs. */
export function paragraphsOf(node: MdastNode): readonly MdastNode[] {
	const children = childrenOf(node);
	return children.length === 0 || node.type === 'paragraph' || children.some(({ type }) => type === 'text')
		? [node]
		: children.flatMap(paragraphsOf);
}

const tagOf = (node: MdastNode): string | undefined =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? (node.name ?? undefined) : undefined;

/** Returns the tree without these components and their children. */
export const withoutTags = (node: MdastNode, names: ReadonlySet<string>): MdastNode =>
	'children' in node
		? ({
				...node,
				children: childrenOf(node)
					.filter((child) => !names.has(tagOf(child) ?? ''))
					.map((child) => withoutTags(child, names)),
			} as MdastNode)
		: node;

/** Returns the text without headings in pieces, each with the id of the <Term> around it, or undefined. */
export function runningText(
	node: MdastNode,
	term?: string,
): readonly { readonly words: string; readonly term?: string }[] {
	if (node.type === 'heading') return [];
	const within = tagOf(node) === 'Term' ? tagsIn(node)[0]!.attributes['id'] : term;
	const children = childrenOf(node);
	if (children.length > 0) return children.flatMap((child) => runningText(child, within));
	const words = wordsOf(node);
	return words === '' ? [] : [{ words, ...(within && { term: within }) }];
}

const frontMatterOf = (node: MdastNode): string => {
	const [head] = childrenOf(node);
	return head?.type === 'yaml' ? head.value : '';
};

/** Returns the value of a front matter key as written; empty if it is missing. */
export const frontMatter = (text: string, key: string): string =>
	new RegExp(`^ *${key}: *(.*)$`, 'm').exec(text)?.[1] ?? '';

export interface FigureText {
	readonly id: string;
	readonly kind: string;
	/** Its model, or its experiment; the other is empty. */
	readonly model: string;
	readonly experiment: string;
	readonly controls: string;
	/** Why its headline does not follow its first control; empty if it does. */
	readonly steadyTitle: string;
	readonly text: MdastNode;
}

/** Every file of content/figures/. */
export const figures: readonly FigureText[] = Object.entries(figureTexts).map(([path, source]) => {
	const text = mdxToMdast(source);
	const read = (key: string) => frontMatter(frontMatterOf(text), key);
	return {
		id: path.match(/([\w-]+)\.mdx$/)![1]!,
		kind: read('kind'),
		model: read('model'),
		experiment: read('experiment'),
		controls: read('controls'),
		steadyTitle: read('steadyTitle'),
		text,
	};
});

/** Returns the tree with each <Figure> filled with its words. */
function withFigures(node: MdastNode): MdastNode {
	if (!('children' in node)) return node;
	const figure =
		tagOf(node) === 'Figure' ? figures.find(({ id }) => id === tagsIn(node)[0]!.attributes['id']) : undefined;
	const children = figure ? childrenOf(figure.text) : childrenOf(node).map(withFigures);
	return { ...node, children } as MdastNode;
}

const inOrder = (files: Readonly<Record<string, string>>): readonly SectionText[] =>
	Object.entries(files)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([path, source]) => {
			const text = withFigures(mdxToMdast(source));
			return { file: path.split('/').at(-1)!, frontMatter: frontMatterOf(text), text, tags: tagsIn(text) };
		});

/** Every section in the order of the essay. */
export const sections = inOrder(texts);

/** The sections of the first page, which are in short. */
export const shorts = inOrder(shortTexts);

/** Evaluates the source of an attribute's array or object. Only for our own content. */
export const literal = (source: string): unknown => Function(`'use strict'; return (${source});`)();
