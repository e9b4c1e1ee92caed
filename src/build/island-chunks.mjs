import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { attribute, builtFiles, edited, elements, write } from './html.mjs';

/**
 * What the islands need at once travels in three files: Svelte and D3, the models with the reader's state, and the islands
 * themselves. Sixty small files cost a reader a quarter more, since each is compressed alone. What is loaded on demand (the
 * ledger, the ranges) is not in them.
 */
const groups = [
	{ name: 'packages', test: /node_modules/, tags: ['$initial'], priority: 3 },
	{
		name: 'models',
		test: /\/src\/(engine|parameters|models|positions|state|runs)\//,
		tags: ['$initial'],
		priority: 2,
	},
	{
		name: 'islands',
		test: /\/src\/(charts|controls|prose|question|figures|reader)\//,
		tags: ['$initial'],
		priority: 1,
	},
];

/** A script that only passes on, under its default name, what another one gives under a name of its own. */
const PASSED_ON = /^export\{\s*([\w$]+) as default\s*\}from"\.\/([^"]+)";?\s*$/;

/**
 * Groups the scripts of islands, has each island ask for the file that it is in, and names in each page's head those that its
 * islands share. A browser would find each of them only in the one before it, at one journey there and back a piece;
 * client:near asks for all of them together.
 */
export const islandChunks = () => {
	/** What each script imports at once, by the file's name. */
	const imports = new Map();
	/** What greets whoever follows a link: wanted at once there, and nowhere else. */
	let greeting = [];
	const plugin = {
		name: 'island-chunks',
		configEnvironment: (name) =>
			name === 'client' && { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
		generateBundle(_, bundle) {
			if (this.environment.name !== 'client') return;
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== 'chunk') continue;
				imports.set(chunk.fileName, chunk.imports);
				if (chunk.facadeModuleId?.endsWith('/reader/Greeting.svelte'))
					greeting = [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])];
			}
		},
	};
	const shared = (files, found = new Set()) => {
		for (const file of files.flatMap((file) => imports.get(file) ?? []))
			if (!found.has(file)) shared([file], found.add(file));
		return found;
	};

	let base = '/';
	return {
		name: 'island-chunks',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }),
			'astro:config:done': ({ config }) => void (base = config.base),
			'astro:build:done': async ({ dir }) => {
				const scripts = await builtFiles(dir, /\.js$/);
				const passedOn = new Map(
					scripts.flatMap(({ file, text }) => {
						const [, name, from] = text.match(PASSED_ON) ?? [];
						return name ? [[basename(file), { name, from }]] : [];
					}),
				);
				const unasked = new Set();
				for (const page of await builtFiles(dir, /\.html$/)) {
					const all = [...elements(page.text)];
					const islands = all.filter(({ tagName }) => tagName === 'astro-island');
					if (islands.length === 0) continue;
					const wanted = new Set();
					const edits = [];
					for (const island of islands) {
						const url = attribute(island, 'component-url');
						for (const script of shared([url.slice(base.length)])) wanted.add(base + script);
						wanted.add(attribute(island, 'renderer-url'));
						const source = passedOn.get(basename(url));
						if (!source) continue;
						const replace = (key, value) => {
							const { startOffset: start, endOffset: end } = island.sourceCodeLocation.attrs[key];
							edits.push({ start, end, put: `${key}="${value}"` });
						};
						replace('component-url', url.replace(basename(url), source.from));
						replace('component-export', source.name);
						unasked.add(basename(url));
					}
					const head = all.find(({ tagName }) => tagName === 'head').sourceCodeLocation.endTag.startOffset;
					const meta = (name, files) => `<meta name="${name}" content="${files.join(' ')}">`;
					const put =
						meta('shared-scripts', [...wanted]) +
						meta(
							'greeting-scripts',
							greeting.map((file) => base + file),
						);
					page.text = edited(page.text, [...edits, { start: head, end: head, put }]);
					await write(page);
				}
				for (const { file } of scripts)
					if (unasked.has(basename(file)) && !scripts.some(({ text }) => text.includes(basename(file)))) await rm(file);
			},
		},
	};
};
