import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';

/** The built files of some endings, read: where each lies and what is in it. */
export async function builtFiles(dir, endings) {
	const root = fileURLToPath(dir);
	const names = (await readdir(root, { recursive: true })).filter((name) => endings.test(name));
	return Promise.all(
		names.map(async (name) => ({ file: join(root, name), text: await readFile(join(root, name), 'utf8') })),
	);
}

export const write = ({ file, text }) => writeFile(file, text);

/** Every element of a page, in the order of the text. What the parser adds by itself has no `sourceCodeLocation`. */
export function* elements(html) {
	const walk = function* (node) {
		if (node.attrs) yield node;
		for (const child of [...(node.content?.childNodes ?? []), ...(node.childNodes ?? [])]) yield* walk(child);
	};
	yield* walk(parse(html, { sourceCodeLocationInfo: true }));
}

export const attribute = ({ attrs }, name) => attrs.find((given) => given.name === name)?.value;

export const classesOf = (node) => (node.attrs ? (attribute(node, 'class') ?? '') : '').split(/\s+/);
export const isClass = (node, name) => classesOf(node).includes(name);

/** A text with some of its parts replaced; all else stays as it was, to the byte. */
export const edited = (text, edits) =>
	edits
		.toSorted((a, b) => b.start - a.start)
		.reduce((rest, { start, end, put }) => rest.slice(0, start) + put + rest.slice(end), text);
