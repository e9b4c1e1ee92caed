import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

export interface BuiltFile {
	/** Absolute path. */
	readonly file: string;
	readonly text: string;
}

/** Reads the files below `dir` whose names match `name`. */
export async function builtFiles(dir: URL, name: RegExp): Promise<readonly BuiltFile[]> {
	const root = fileURLToPath(dir);
	const names = (await readdir(root, { recursive: true })).filter((path) => name.test(path));
	return Promise.all(
		names.map(async (path) => ({ file: join(root, path), text: await readFile(join(root, path), 'utf8') })),
	);
}

/** Yields every element of a page in document order. Elements that the parser adds have no `sourceCodeLocation`. */
export function* elements(html: string): Generator<HtmlElement> {
	const walk = function* (node: DefaultTreeAdapterTypes.Node): Generator<HtmlElement> {
		if ('attrs' in node) yield node;
		if ('content' in node) yield* walk(node.content);
		if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
	};
	yield* walk(parse(html, { sourceCodeLocationInfo: true }));
}

export const attribute = ({ attrs }: HtmlElement, name: string): string | undefined =>
	attrs.find((given) => given.name === name)?.value;

export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly put: string;
}
/** Replaces parts of a text and keeps every other byte. */
export const edited = (text: string, edits: readonly Edit[]): string =>
	edits
		.toSorted((a, b) => b.start - a.start)
		.reduce((rest, { start, end, put }) => rest.slice(0, start) + put + rest.slice(end), text);
