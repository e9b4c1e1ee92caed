import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { DOCUMENTS, type Kind, type SearchDocument } from '../search/document.ts';
import { attribute, type HtmlElement } from './html.ts';

type Node = DefaultTreeAdapterTypes.Node;

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const isElement = (node: Node): node is HtmlElement => 'attrs' in node;
const classes = (element: HtmlElement): readonly string[] => (attribute(element, 'class') ?? '').split(/\s+/);

/** Elements without text for readers: drawings, equations, controls, numbers of notes, and words for screen readers alone. */
const SILENT_TAGS = new Set(['svg', 'script', 'style', 'tex-math', 'button', 'input', 'template', 'select']);
const SILENT_CLASSES = new Set([
	'unseen',
	'note-number',
	'skip',
	'figure-panel',
	'to-reference',
	'findings',
	'equation',
	'whole-argument',
	'adjust-hint',
	'works',
]);
/** Definitions and cited works in the margin are left out, as is the list of works: terms and sources are documents of their own. */
const isDefinition = (element: HtmlElement) => /^What .* means$/.test(attribute(element, 'aria-label') ?? '');
const isCitedWork = ({ tagName, childNodes }: HtmlElement) =>
	tagName === 'a' &&
	childNodes.some((child) => 'tagName' in child && child.tagName === 'cite') &&
	childNodes.length > 1;
const isSilent = (node: Node) =>
	isElement(node) &&
	(SILENT_TAGS.has(node.tagName) ||
		attribute(node, 'aria-hidden') === 'true' ||
		classes(node).some((name) => SILENT_CLASSES.has(name)) ||
		isDefinition(node) ||
		isCitedWork(node));
/** Elements that stand apart from the text before and after them. */
const isApart = (node: Node) =>
	isElement(node) &&
	(['td', 'th', 'dt', 'dd', 'li', 'p', 'h3', 'code'].includes(node.tagName) || classes(node).includes('note'));

/** Characters of a note without the works that it cites, below which it says nothing of its own. */
const LEAST_NOTE = 70;

/** Returns the text of a node as readers see it, on one line. */
function textOf(node: Node): string {
	const walk = (node: Node): string => {
		if ('value' in node) return node.value;
		if (isSilent(node)) return '';
		const text = childrenOf(node).map(walk).join('');
		// A note that only cites leaves venue and year: ", 2010".
		if (isElement(node) && classes(node).includes('note') && text.length < LEAST_NOTE) return '';
		return isApart(node) ? ` ${text} ` : text;
	};
	return walk(node)
		.replace(/\s+/g, ' ')
		.replace(/ ([.,;:])/g, '$1')
		.trim();
}

type Test = (element: HtmlElement) => boolean;
function* within(node: Node, isWanted: Test): Generator<HtmlElement> {
	for (const child of childrenOf(node)) {
		if (!isElement(child)) continue;
		if (isWanted(child)) yield child;
		yield* within(child, isWanted);
	}
}
const firstOf = (node: Node, isWanted: Test): HtmlElement | undefined =>
	within(node, isWanted).next().value ?? undefined;
const hasClass = (name: string) => (element: HtmlElement) => classes(element).includes(name);
const hasTag =
	(...names: readonly string[]) =>
	({ tagName }: HtmlElement) =>
		names.includes(tagName);
const textOfFirst = (node: Node, isWanted: Test): string => {
	const found = firstOf(node, isWanted);
	return found ? textOf(found) : '';
};
const idWords = (id: string) => id.replaceAll('-', ' ');

/** Returns the paragraphs, lists and figures of a part of the text in order, without what is inside them. */
function* blocks(node: Node): Generator<HtmlElement> {
	for (const child of childrenOf(node)) {
		// An island that stands between paragraphs asks or draws; it says nothing.
		if (!isElement(child) || isSilent(child) || child.tagName === 'astro-island') continue;
		if (['p', 'li', 'blockquote', 'figure', 'h2', 'h3'].includes(child.tagName)) yield child;
		else yield* blocks(child);
	}
}

function ofFigure(figure: HtmlElement, page: string, where: string): SearchDocument {
	const id = attribute(figure, 'id')!;
	const parts = ['figure-sub', 'verdict', 'said-of-experiment'].map((name) => textOfFirst(figure, hasClass(name)));
	const labels = [...within(figure, hasClass('control'))].map((control) =>
		textOfFirst(control, hasTag('label', 'legend')),
	);
	return {
		kind: 'figure',
		title: textOfFirst(figure, hasClass('figure-title')),
		text: [...parts, textOfFirst(figure, hasTag('figcaption')), ...labels].filter(Boolean).join(' '),
		path: `${page}#${id}`,
		where,
		ids: idWords(id),
	};
}

/** Returns the sections, paragraphs and figures of a page with sections. `pageOf` is the page of a section. */
export function documentsOfText(
	html: string,
	pageOf: (section: string) => string,
	layer: string,
): readonly SearchDocument[] {
	return [...within(parse(html), hasClass('section'))].flatMap((section) => {
		const id = attribute(section, 'id')!;
		const page = pageOf(id);
		const heading = textOfFirst(section, ({ attrs }) =>
			attrs.some(({ name, value }) => name === 'id' && value === `${id}-heading`),
		);
		const where = `${heading} · ${layer}`;
		const found: SearchDocument[] = [
			{
				kind: 'section',
				title: heading,
				text: textOfFirst(section, hasClass('claim')),
				path: `${page}#${id}`,
				where: layer,
				ids: idWords(id),
			},
		];
		let [title, anchor] = [heading, id];
		const prose = firstOf(section, hasClass('prose'));
		for (const block of prose ? blocks(prose) : []) {
			const own = attribute(block, 'id');
			if (block.tagName === 'figure' && own) found.push(ofFigure(block, page, where));
			else if (block.tagName === 'h2' || block.tagName === 'h3') [title, anchor] = [textOf(block), own ?? anchor];
			else {
				const text = textOf(block);
				const former = firstOf(block, hasClass('former'));
				const named = former && attribute(former, 'id');
				const path = `${page}#${own ?? named ?? anchor}`;
				if (text !== '') found.push({ kind: 'text', title, text, path, where, ids: named ? idWords(named) : '' });
			}
		}
		return found;
	});
}

/** Elements of reference pages that can be found, by the beginning of their id: what they are, and where their title stands. */
const REFERENCES: readonly {
	readonly prefix: string;
	readonly kind: Kind;
	readonly title: Test;
	readonly text?: Test;
}[] = [
	{
		prefix: 'parameter-',
		kind: 'assumption',
		title: hasTag('th'),
		text: ({ attrs }) => attrs.some(({ value }) => value === 'Source'),
	},
	{ prefix: 'term-', kind: 'term', title: hasTag('dt') },
	{ prefix: 'model-', kind: 'model', title: hasTag('h3'), text: hasTag('p') },
	{ prefix: 'ref-', kind: 'source', title: hasTag('cite') },
	{ prefix: 'found-', kind: 'since December', title: hasClass('found-date') },
];

/** Returns the assumptions, terms, models, sources and findings of a reference page. */
export function documentsOfReference(html: string, page: string, where: string): readonly SearchDocument[] {
	return [...within(parse(html), ({ attrs }) => attrs.some(({ name }) => name === 'id'))].flatMap((element) => {
		const id = attribute(element, 'id')!;
		const found = REFERENCES.find(({ prefix }) => id.startsWith(prefix));
		if (!found) return [];
		const { prefix, kind } = found;
		const key = textOfFirst(element, hasTag('code'));
		const title = textOfFirst(element, found.title).replace(new RegExp(`\\s*${key}$`), '');
		const text = (found.text ? textOfFirst(element, found.text) : textOf(element).replace(title, '')).trim();
		return [{ kind, title, text, path: `${page}#${id}`, where, ids: `${idWords(id.slice(prefix.length))} ${key}` }];
	});
}

/** Writes the documents of the search from the built pages, which hold every number and note as readers see them. */
export const searchDocuments = (): AstroIntegration => ({
	name: 'search-documents',
	hooks: {
		'astro:build:done': async ({ dir, logger }) => {
			const read = (path: string) => readFile(new URL(path, dir), 'utf8');
			const documents = [
				...documentsOfText(await read('whole/index.html'), (section) => `${section}/`, 'the whole argument'),
				// Sections and figures lead to the whole argument.
				...documentsOfText(await read('index.html'), () => '', 'in short').filter(({ kind }) => kind === 'text'),
				...documentsOfReference(await read('method/index.html'), 'method/', 'Sources and method'),
				...documentsOfReference(await read('since/index.html'), 'since/', 'Since December'),
			];
			await writeFile(new URL(DOCUMENTS, dir), JSON.stringify(documents));
			logger.info(`${documents.length} documents`);
		},
	},
});
