import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { expect, it } from 'vitest';
import packages from '../package.json';

/** Who may import whom below src/. `packages` are those of npm; 'any' where the folder is only ever run at build. */
export const layers: Readonly<
	Record<string, { may: readonly string[]; packages: readonly string[] | 'any'; because: string }>
> = {
	engine: {
		may: [],
		packages: ['d3'],
		because: 'it can be tested and reused alone; of D3 it takes the scale of a slider, which is arithmetic',
	},
	parameters: {
		may: ['engine', 'content'],
		packages: [],
		because: 'a shared parameter belongs to no model; of content it takes the reported figures, as rows made at build',
	},
	models: { may: ['engine', 'parameters'], packages: [], because: 'a model is arithmetic, and can be deleted' },
	positions: {
		may: ['engine'],
		packages: [],
		because: 'a position is a name and an owner; its values stand with the parameters',
	},
	state: {
		may: ['engine', 'parameters', 'models', 'positions'],
		packages: ['svelte'],
		because: 'what the reader assumes has no looks',
	},
	hydration: {
		may: ['engine', 'state'],
		packages: ['svelte', 'astro'],
		because: 'when an island wakes does not depend on what it shows',
	},
	runs: {
		may: ['engine', 'parameters', 'models', 'positions', 'state'],
		packages: ['svelte'],
		because: 'the page never waits for it',
	},
	charts: { may: ['engine'], packages: ['svelte', 'd3'], because: 'a chart can draw anything' },
	controls: {
		may: ['engine', 'charts'],
		packages: ['svelte'],
		because: 'a control is tested with one property, without the store',
	},
	sources: { may: ['engine', 'content'], packages: 'any', because: 'what is read of content/ is read at build, once' },
	prose: {
		may: ['engine', 'parameters', 'models', 'positions', 'state', 'hydration', 'runs', 'charts', 'controls'],
		packages: ['svelte'],
		because: 'what moves inside sentences needs no figure',
	},
	analysis: {
		may: ['engine', 'parameters', 'models', 'positions', 'state', 'hydration', 'runs', 'charts', 'controls'],
		packages: ['svelte'],
		because: 'an analysis works for any model',
	},
	figures: {
		may: [
			'engine',
			'parameters',
			'models',
			'positions',
			'state',
			'hydration',
			'runs',
			'charts',
			'controls',
			'sources',
			'prose',
			'analysis',
		],
		packages: ['svelte', 'd3', 'astro', 'virtual:glyph-outlines'],
		because: 'here model meets view, and a folder is a figure',
	},
	reader: {
		may: [
			'engine',
			'parameters',
			'models',
			'positions',
			'state',
			'hydration',
			'runs',
			'charts',
			'controls',
			'prose',
			'analysis',
		],
		packages: ['svelte'],
		because: 'what concerns the reader concerns every figure alike',
	},
	build: {
		may: ['engine'],
		packages: 'any',
		because: 'the site could be built without it, less well; the engine defines superscripts',
	},
	styles: { may: [], packages: ['katex'], because: 'a style sheet needs nobody' },
	essay: {
		may: [
			'engine',
			'models',
			'positions',
			'state',
			'controls',
			'sources',
			'prose',
			'figures',
			'reader',
			'build',
			'styles',
		],
		packages: 'any',
		because: 'the printed page puts all of it together, but draws nothing itself',
	},
	pages: { may: ['essay', 'models'], packages: [], because: 'a route is thin' },
};

const root = join(import.meta.dirname, '..');
const filesIn = (folder: string) =>
	readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => posix.join(...relative(root, join(entry.parentPath, entry.name)).split(/[\\/]/)));
const IMPORT =
	/(?:^|[\n;{])\s*(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"`]([^'"`]+)|import\.meta\.glob[^(]*\(\s*\[?['"`]([^'"`]+)|@import\s+(?:url\()?['"]([^'"]+)/g;
const importsOf = (file: string) =>
	Array.from(readFileSync(join(root, file), 'utf8').matchAll(IMPORT), ([, ...found]) => found.find(Boolean)!);
const sources = filesIn('src').filter((file) => /\.(ts|svelte|astro|mdx|css)$/.test(file));
const isRelative = (name: string) => /^\.{1,2}\//.test(name);
const layerOf = (path: string) => path.split('/')[path.startsWith('src/') ? 1 : 0]!;

it('reads every source file, and finds imports in each kind', () => {
	for (const kind of ['.ts', '.svelte', '.astro'])
		expect(sources.filter((file) => file.endsWith(kind)).flatMap(importsOf), kind).not.toEqual([]);
});

it.each(Object.entries(layers))('src/%s imports only what lies below it', (layer, { may, because }) => {
	const strays = sources
		.filter((file) => file.startsWith(`src/${layer}/`))
		.flatMap((file) =>
			importsOf(file)
				.filter(isRelative)
				.map((name) => posix.join(posix.dirname(file), name))
				.filter((target) => ![layer, ...may].includes(layerOf(target)))
				.map((target) => `${file} → ${target}`),
		);
	expect(strays, `so that ${because}`).toEqual([]);
});

it.each(Object.entries(layers))(
	'src/%s uses only the packages it needs, by their own names',
	(layer, { packages: allowed, because }) => {
		const known = { ...packages.dependencies, ...packages.devDependencies };
		const nameOf = (name: string) => name.match(/^(@[^/]+\/[^/]+|[^/]+)/)![0];
		const strays = sources
			.filter((file) => file.startsWith(`src/${layer}/`))
			.flatMap((file) =>
				importsOf(file)
					.filter((name) => !isRelative(name))
					.filter((name) =>
						allowed === 'any'
							? !/^(node|astro|virtual):|^vite$/.test(name) && !(nameOf(name) in known)
							: !allowed.includes(nameOf(name)),
					)
					.map((name) => `${file} → ${name}`),
			);
		expect(strays, `so that ${because}`).toEqual([]);
	},
);

it('no model imports another, so that each can be deleted', () => {
	const strays = sources
		.filter((file) => file.endsWith('.model.ts'))
		.flatMap((file) =>
			importsOf(file)
				.filter((name) => name.startsWith('./'))
				.map((name) => `${file} → ${name}`),
		);
	expect(strays).toEqual([]);
});

it('no figure imports another, so that a folder can be deleted', () => {
	const figureOf = (path: string) => path.match(/^src\/figures\/([^/]+)\//)?.[1];
	const strays = sources.filter(figureOf).flatMap((file) =>
		importsOf(file)
			.filter(isRelative)
			.map((name) => posix.join(posix.dirname(file), name))
			// A glob in frame/ finds every figure and names none.
			.filter((target) => !target.includes('*'))
			.filter((target) => figureOf(target) && !['frame', figureOf(file)].includes(figureOf(target)))
			.map((target) => `${file} → ${target}`),
	);
	expect(strays).toEqual([]);
});

it('the text imports nothing, so that it survives whatever is done to the code', () => {
	const texts = filesIn('content').filter((file) => file.endsWith('.mdx'));
	expect(texts).not.toEqual([]);
	expect(texts.flatMap((file) => importsOf(file).map((name) => `${file} → ${name}`))).toEqual([]);
	expect(
		texts.filter((file) => /^(import|export)\s|\sclient:|<script/m.test(readFileSync(join(root, file), 'utf8'))),
	).toEqual([]);
});

it('every folder has a place in the table, and a name that says what is in it', () => {
	const folders = new Set(
		[...filesIn('src'), ...filesIn('content'), ...filesIn('tests')].flatMap((file) => file.split('/').slice(0, -1)),
	);
	expect(
		[...folders].filter((name) => /^(utils?|helpers?|lib|common|types|constants|misc|shared)$/i.test(name)),
	).toEqual([]);
	const placed = Object.keys(layers).concat('pages');
	expect(
		readdirSync(join(root, 'src'), { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && !placed.includes(entry.name))
			.map(({ name }) => name),
	).toEqual([]);
	for (const layer of placed)
		expect(
			sources.some((file) => file.startsWith(`src/${layer}/`)),
			layer,
		).toBe(true);
});
