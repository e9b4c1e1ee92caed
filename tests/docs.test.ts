import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluateLine } from '../src/models/evaluate.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

const decisions = readdirSync(join(root, '.github/decisions')).map((file) => `.github/decisions/${file}`);
const documents = ['README.md', '.github/CONTRIBUTING.md', '.github/PULL_REQUEST_TEMPLATE.md', ...decisions];

const withoutBlocks = (markdown: string) => markdown.replace(/^```[\s\S]*?^```/gm, '');
const codeSpans = (markdown: string) =>
	Array.from(withoutBlocks(markdown).matchAll(/`([^`\n]+)`/g), (match) => match[1]!);
/** The README shows how to add these two; they are not there. */
const EXAMPLES = ['src/models/retelling.model.ts', 'content/sections/075-retelling.mdx'];
const isPath = (text: string) =>
	!EXAMPLES.includes(text) &&
	(/^(src|content|public|tests|\.config|\.github)\/[^\s]*$/.test(text) ||
		/^(LICENSE|README\.md|package\.json|tsconfig\.json|astro\.config\.mjs)$/.test(text));

describe.each(documents)('%s', (document) => {
	const text = read(document);

	it('names only paths that exist', () => {
		const missing = codeSpans(text)
			.filter(isPath)
			.filter((path) => globSync(path.replace(/<[^>]*>/g, '*').replace(/\/$/, ''), { cwd: root }).length === 0);
		expect(missing).toEqual([]);
	});

	it('links only to files that exist', () => {
		const targets = Array.from(withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g), (match) => match[1]!).filter(
			(target) => !/^(https?:|#)/.test(target),
		);
		expect(targets.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
	});

	it('names only npm scripts that exist', () => {
		const named = Array.from(
			text.matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g),
			(match) => (match[1] ?? match[2])!,
		);
		expect(named.filter((name) => !Object.hasOwn(manifest['scripts']!, name))).toEqual([]);
	});
});

describe('README.md', () => {
	const readme = read('README.md');

	it('justifies every direct dependency, and no other package', () => {
		const section = readme.split('\n## What it depends on\n')[1]!.split('\n## ')[0]!;
		const rows = Array.from(section.matchAll(/^\| `([^`]+)` \|/gm), (match) => match[1]!);
		const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
			Object.keys(manifest[kind] ?? {}),
		);
		expect(rows.toSorted()).toEqual(direct.toSorted());
	});

	it('maps every folder of src', () => {
		const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
		expect(folders.map(({ name }) => `src/${name}/`).filter((folder) => !readme.includes(`| \`${folder}\` |`))).toEqual(
			[],
		);
	});

	it('shows what evaluate really answers', () => {
		const request = /echo '([^']+)' \| npm run --silent evaluate/.exec(readme)![1]!;
		const shown = JSON.parse(/```json\n(.+)\n```/.exec(readme)![1]!) as Record<
			'model' | 'inputs' | 'outputs',
			Record<string, number>
		>;
		const answer = evaluateLine(request) as typeof shown;
		expect({ ...answer, outputs: undefined }).toEqual({ ...shown, outputs: undefined });
		expect(Object.keys(answer.outputs)).toEqual(Object.keys(shown.outputs));
		for (const [key, value] of Object.entries(shown.outputs))
			expect(answer.outputs[key]! / value, key).toBeCloseTo(1, 12);
	});
});

describe('the top level', () => {
	it('holds only what belongs there', () => {
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
