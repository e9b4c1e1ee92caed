import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../../src/build/html.ts';

const dist = join(import.meta.dirname, '../../dist');
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const scriptsOf = (page: string, name: string) => [
	...new Set(
		[...elements(readFileSync(join(dist, page), 'utf8'))].flatMap((element) =>
			element.tagName === 'astro-island' ? [attribute(element, name)!] : [],
		),
	),
];
const fileOf = (url: string) => join(dist, '_astro', basename(url));
const importsOf = (url: string) =>
	Array.from(readFileSync(fileOf(url), 'utf8').matchAll(/from\s*"\.\/([^"]+)"/g), ([, name]) => name!);

describe('the scripts of islands', () => {
	const [entry = ''] = scriptsOf('index.html', 'component-url');
	const [renderer = ''] = scriptsOf('index.html', 'renderer-url');

	/** Entries that few pages have, by what a page has that needs them. */
	const ofFewPages = [
		['experiment-islands', 'component-export="ExperimentFigure"'],
		['forecast-islands', 'component-export="HaveToBelieve"'],
		['section-experiment-islands', 'component-export="SectionExperiment"'],
		['section-islands', 'component-export="SectionFigure"'],
	] as const;

	it.each(pages)('are one entry and one renderer on %s, and an entry for each thing that few pages have', (page) => {
		const [entries, renderers] = [scriptsOf(page, 'component-url'), scriptsOf(page, 'renderer-url')];
		if (page === '404.html') return expect(entries).toEqual([]);
		const [first, ...others] = entries;
		expect([first, renderers]).toEqual([entry, [renderer]]);
		const html = readFileSync(join(dist, page), 'utf8');
		expect(others.map((url) => basename(url).split('.')[0]!).sort()).toEqual(
			ofFewPages.flatMap(([name, mark]) => (html.includes(mark) ? [name] : [])),
		);
	});

	it('of the first page have no figure that sections alone have', () =>
		expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toMatch(/component-export="Section/));

	it('of few pages import what all islands have, and no other', () => {
		const [, ...others] = scriptsOf('whole/index.html', 'component-url');
		expect(others).toHaveLength(ofFewPages.length);
		for (const other of others) expect(new Set(importsOf(other))).toEqual(new Set(importsOf(entry)));
	});

	it('import the same single chunk, which imports no other', () => {
		const chunks = [...new Set([...importsOf(entry), ...importsOf(renderer)])];
		expect(chunks).toHaveLength(1);
		expect(importsOf(chunks[0]!)).toEqual([]);
	});

	it.each(pages)('are the only scripts that %s fetches before it counts as loaded', (page) => {
		const sources = [...elements(readFileSync(join(dist, page), 'utf8'))]
			.filter(({ tagName }) => tagName === 'script')
			.flatMap((element) => attribute(element, 'src') ?? []);
		// An embedded figure tells its height to the page around it.
		expect(sources.filter((source) => !source.endsWith('/embed/height.js'))).toEqual([]);
	});

	it('are smaller than 1 kB each', () => {
		for (const url of [entry, renderer]) expect(statSync(fileOf(url)).size, url).toBeLessThan(1000);
	});
});
