const texts = import.meta.glob<string>('../content/sections/*.mdx', { query: '?raw', import: 'default', eager: true });

/** One use of a component in the text: its name, and its attributes as they were written. */
export interface Tag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
}

export interface SectionText {
	readonly file: string;
	readonly frontMatter: string;
	readonly body: string;
	readonly tags: readonly Tag[];
}

/** Where what opens at `from` closes: the first `closing` outside quotes and braces. */
function endOf(text: string, from: number, closing: '>' | '}'): number {
	let depth = 0;
	let quote = '';
	for (let i = from; i < text.length; i++) {
		const c = text[i]!;
		if (quote) quote = c === quote ? '' : quote;
		else if (c === '"' || (c === "'" && (depth > 0 || closing === '}'))) quote = c;
		else if (c === closing && depth === 0) return i + 1;
		else if (c === '{') depth++;
		else if (c === '}') depth--;
	}
	throw new Error(`Not closed: ${text.slice(from, from + 60)}`);
}

const TAG = /<\/?[A-Za-z][\w.]*|<\/?>/g;

/** The words that a reader sees, without components, their attributes and expressions. */
export function wordsOf(text: string): string {
	let words = '';
	let at = 0;
	for (const { index } of text.matchAll(TAG)) {
		if (index < at) continue;
		words += text.slice(at, index);
		at = endOf(text, index, '>');
	}
	return words + text.slice(at);
}

function attributesOf(inside: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (let rest = inside; ; ) {
		const match = /^\s*([\w:-]+)(?:="([^"]*)"|(=\{))?/.exec(rest);
		if (!match) return attributes;
		const [all, name, text, opening] = match;
		const end = opening ? endOf(rest, all.length, '}') : all.length;
		attributes[name!] = opening ? rest.slice(all.length, end - 1) : (text ?? 'true');
		rest = rest.slice(end);
	}
}

const tagsOf = (text: string): Tag[] =>
	Array.from(text.matchAll(/<([A-Z]\w*)/g), ({ 0: opening, 1: name, index }) => ({
		name: name!,
		attributes: attributesOf(text.slice(index + opening.length, endOf(text, index, '>') - 1)),
	}));

/** Every section's source, in the order of the essay. */
export const sections: readonly SectionText[] = Object.entries(texts)
	.sort(([a], [b]) => (a < b ? -1 : 1))
	.map(([path, text]) => {
		const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
		return { file: path.split('/').at(-1)!, frontMatter, body, tags: tagsOf(body) };
	});

/** An array or object as it stands in an attribute, evaluated: it is our own text, and a literal. */
export const literal = (source: string): unknown => Function(`'use strict'; return (${source});`)();
