import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { expect, it } from 'vitest';
import packages from '../package.json';

/** The npm packages that each layer may import; 'any' where a layer runs only at build. */
const PACKAGES: Readonly<Record<string, readonly string[] | 'any'>> = {
	// Of D3 it takes the scale of a slider, which is arithmetic.
	engine: ['d3'],
	parameters: [],
	learners: [],
	experiments: [],
	models: [],
	positions: [],
	state: ['svelte'],
	hydration: ['svelte', 'astro'],
	runs: ['svelte'],
	charts: ['svelte', 'd3'],
	controls: ['svelte'],
	search: ['svelte', 'minisearch'],
	sources: 'any',
	prose: ['svelte'],
	analysis: ['svelte'],
	figures: ['svelte', 'd3', 'astro', 'virtual:glyph-outlines'],
	reader: ['svelte'],
	build: 'any',
	styles: [],
	essay: 'any',
	pages: [],
};

const root = join(import.meta.dirname, '..');

/**
 * Reads the layers from the map in README.md: each folder of src/ with what its last column allows, a list of layers or "all
 * above", possibly "except" some.
 */
function readLayers(): ReadonlyMap<string, readonly string[]> {
	const layers = new Map<string, readonly string[]>();
	const rows = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `src\/(\w+)\/` \|.*\| ([^|]+) \|$/gm);
	for (const [, layer, cell] of rows) {
		const [, isAll, names] = /^(?:(all above)(?: except )?|nothing)?(.*)$/.exec(cell!)!;
		const named = names!.split(', ').filter(Boolean);
		const unknown = named.filter((name) => !(name in PACKAGES) && name !== 'content');
		if (unknown.length > 0)
			throw new Error(`README.md: the row of src/${layer}/ names “${unknown.join(', ')}”, which is no folder of src/.`);
		layers.set(layer!, isAll ? [...layers.keys()].filter((name) => !named.includes(name)) : named);
	}
	return layers;
}

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

it('`importsOf` finds imports in TypeScript, Svelte and Astro files', () => {
	for (const kind of ['.ts', '.svelte', '.astro'])
		expect(sources.filter((file) => file.endsWith(kind)).flatMap(importsOf), kind).not.toEqual([]);
});

const layers = readLayers();

it('the map in README.md has a row for every folder of src/', () => {
	const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
	expect([...layers.keys()].toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
	expect(Object.keys(PACKAGES).toSorted()).toEqual([...layers.keys()].toSorted());
	expect(layers.get('engine')).toEqual([]);
	expect(layers.get('controls')).toEqual(['engine', 'hydration', 'charts']);
	expect(layers.get('reader')).not.toContain('figures');
	expect(layers.get('reader')).toContain('analysis');
});

it.each([...layers])('src/%s imports only the layers that README.md names', (layer, may) => {
	const strays = sources
		.filter((file) => file.startsWith(`src/${layer}/`))
		.flatMap((file) =>
			importsOf(file)
				.filter(isRelative)
				.map((name) => posix.join(posix.dirname(file), name))
				.filter((target) => ![layer, ...may].includes(layerOf(target)))
				.map((target) => `${file} → ${target}`),
		);
	expect(strays).toEqual([]);
});

it.each(Object.entries(PACKAGES))('src/%s imports only its packages, each by its own name', (layer, allowed) => {
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
	expect(strays).toEqual([]);
});

it('no model imports another model, so each can be deleted', () => {
	const strays = sources
		.filter((file) => file.endsWith('.model.ts'))
		.flatMap((file) =>
			importsOf(file)
				.filter((name) => name.startsWith('./'))
				.map((name) => `${file} → ${name}`),
		);
	expect(strays).toEqual([]);
});

it('no figure imports another figure, so its folder can be deleted', () => {
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

it('MDX files import nothing and have neither scripts nor client directives', () => {
	const texts = filesIn('content').filter((file) => file.endsWith('.mdx'));
	expect(texts).not.toEqual([]);
	expect(texts.flatMap((file) => importsOf(file).map((name) => `${file} → ${name}`))).toEqual([]);
	expect(
		texts.filter((file) => /^(import|export)\s|\sclient:|<script/m.test(readFileSync(join(root, file), 'utf8'))),
	).toEqual([]);
});

/** Parts that are only fetched for an action, which says itself that it failed; and one that its callers need (figures/frame/RunBar.svelte). */
const FETCHED_OTHERWISE = [
	'src/runs/published-sweeps.ts: part',
	'src/figures/frame/picture.ts: glyphOutlines',
	'src/figures/Quadrant/parts/SendBelief.svelte: drawing',
];
it('the failure of every part that is fetched later is shown: by Later.svelte, or as a need by LaterNotice.svelte', () => {
	const declared = sources.flatMap((file) => {
		const text = readFileSync(join(root, file), 'utf8');
		return Array.from(text.matchAll(/(\w+) = later\(/g), ([, name]) => ({ name, file, text }));
	});
	expect(declared.length).toBeGreaterThan(10);
	const strays = declared
		.filter(({ name, text }) => !new RegExp(`part=\\{(runs\\.)?${name}\\}|\\b${name}\\.need\\(`).test(text))
		.map(({ file, name }) => `${file}: ${name}`);
	expect(strays).toEqual(FETCHED_OTHERWISE);
});

it('no folder is called utils, helpers, lib, common, types or constants', () => {
	const folders = new Set(
		[...filesIn('src'), ...filesIn('content'), ...filesIn('tests')].flatMap((file) => file.split('/').slice(0, -1)),
	);
	expect(
		[...folders].filter((name) => /^(utils?|helpers?|lib|common|types|constants|misc|shared)$/i.test(name)),
	).toEqual([]);
});
