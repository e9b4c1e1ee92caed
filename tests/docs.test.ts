import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluateLine } from '../src/models/evaluate.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

const documents = ['README.md', ...globSync('.github/**/*.md', { cwd: root })].map((path) =>
	path.replaceAll('\\', '/'),
);
const GUIDE = '.github/guides/ADD_AN_EXPLORABLE.md';

const withoutBlocks = (markdown: string) => markdown.replace(/^```[\s\S]*?^```/gm, '');
const codeSpans = (markdown: string) =>
	Array.from(withoutBlocks(markdown).matchAll(/`([^`\n]+)`/g), (match) => match[1]!);
/** The guide shows how to add these; they do not exist. */
const EXAMPLES = [
	'src/models/retelling.model.ts',
	'content/figures/retelling-curve.mdx',
	'content/sections/075-retelling.mdx',
];
/** A changelog also names deleted files. */
const CHANGELOG = '.github/CHANGELOG.md';
const isPath = (text: string) =>
	!EXAMPLES.includes(text) &&
	(/^(src|content|public|tests|\.config|\.github)\/[^\s]*$/.test(text) ||
		/^(LICENSE|README\.md|package\.json|tsconfig\.json|astro\.config\.mjs)$/.test(text));

describe.each(documents)('%s', (document) => {
	const text = read(document);

	it.skipIf(document === CHANGELOG)('names only paths that exist', () => {
		const missing = codeSpans(text)
			.filter(isPath)
			.filter((path) => globSync(path.replace(/<[^>]*>/g, '*').replace(/\/$/, ''), { cwd: root }).length === 0);
		expect(missing).toEqual([]);
	});

	it('links only to files that exist', () => {
		const targets = Array.from(withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g), (match) => match[1]!).filter(
			(target) => !/^(https?:|#)/.test(target),
		);
		expect(targets.filter((target) => !existsSync(join(root, dirname(document), target.replace(/#.*/, ''))))).toEqual(
			[],
		);
	});

	it('names only npm scripts that exist', () => {
		const named = Array.from(
			text.matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g),
			(match) => (match[1] ?? match[2])!,
		);
		expect(named.filter((name) => !Object.hasOwn(manifest['scripts']!, name))).toEqual([]);
	});
});

it('DEPENDENCIES.md lists every direct dependency and no other package', () => {
	const rows = Array.from(read('.github/DEPENDENCIES.md').matchAll(/^\| `([^`]+)` \|/gm), (match) => match[1]!);
	const direct = ['dependencies', 'devDependencies'].flatMap((kind) => Object.keys(manifest[kind]!));
	expect(rows.toSorted()).toEqual(direct.toSorted());
});

it('README.md has fewer than 140 lines', () => expect(read('README.md').split('\n').length).toBeLessThan(140));

it('the guide MODELS.md shows the answer that `evaluateLine` gives', () => {
	const guide = read('.github/guides/MODELS.md');
	const request = /echo '([^']+)' \| npm run --silent evaluate/.exec(guide)![1]!;
	const shown = JSON.parse(/```json\n(.+)\n```/.exec(guide)![1]!) as Record<
		'model' | 'inputs' | 'outputs',
		Record<string, number>
	>;
	const answer = evaluateLine(request) as typeof shown;
	expect({ ...answer, outputs: undefined }).toEqual({ ...shown, outputs: undefined });
	expect(Object.keys(answer.outputs)).toEqual(Object.keys(shown.outputs));
	for (const [key, value] of Object.entries(shown.outputs))
		expect(answer.outputs[key]! / value, key).toBeCloseTo(1, 12);
});

it('the guide ADD_AN_EXPLORABLE.md names its three example files', () => {
	for (const path of EXAMPLES) expect(read(GUIDE)).toContain(`\`${path}\``);
});

describe('the top level', () => {
	it('holds only the files and folders that tools or readers expect there', () => {
		const allowed = new Set([
			'package.json',
			'package-lock.json',
			'tsconfig.json',
			'astro.config.mjs',
			'src',
			'content',
			'public',
			'tests',
			'README.md',
			'LICENSE',
		]);
		const ignored = new Set(
			read('.gitignore')
				.split('\n')
				.map((line) => line.replace(/\/$/, '')),
		);
		expect(
			readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.has(name) && !ignored.has(name)),
		).toEqual([]);
	});
});
