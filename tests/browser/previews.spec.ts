import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { attribute, elements } from '../../src/build/html.ts';
import { built, expect, pages, sectionPages, test } from './site.ts';

interface Head {
	readonly metas: ReadonlyMap<string, string>;
	readonly links: ReadonlyMap<string, string>;
	readonly data: Readonly<Record<string, unknown>>;
}
function headOf(html: string): Head {
	const all = [...elements(html)];
	const of = (tag: string, key: string, value: string) =>
		new Map(
			all
				.filter(({ tagName }) => tagName === tag)
				.flatMap((element) => {
					const name = attribute(element, key) ?? (key === 'name' ? attribute(element, 'property') : undefined);
					return name ? [[name, attribute(element, value) ?? ''] as const] : [];
				}),
		);
	const script = all.find((element) => attribute(element, 'type') === 'application/ld+json');
	const [text] = script!.childNodes as { value: string }[];
	return { metas: of('meta', 'name', 'content'), links: of('link', 'rel', 'href'), data: JSON.parse(text!.value) };
}
const shown = [...pages.filter(({ path }) => path === ''), ...sectionPages];
const pathOf = (url: string) => new URL(url).pathname.slice(1);

for (const { path, html } of pages)
	test(`/${path} has Open Graph, Twitter, Highwire and schema.org metadata`, () => {
		const { metas, links, data } = headOf(html);
		const meta = (name: string) => metas.get(name) ?? '';
		// Open Graph: its required properties, and those of an image.
		for (const name of ['og:title', 'og:type', 'og:image', 'og:url', 'og:description', 'og:site_name', 'og:image:alt'])
			expect(meta(name), name).not.toBe('');
		expect([meta('og:image:width'), meta('og:image:height'), meta('og:image:type')]).toEqual([
			'1200',
			'630',
			'image/png',
		]);
		expect(meta('og:url')).toBe(links.get('canonical'));
		expect(new URL(meta('og:url')).protocol).toBe('https:');
		// Twitter cards: an alternative text has at most 420 characters.
		expect(meta('twitter:card')).toBe('summary_large_image');
		expect([meta('twitter:image'), meta('twitter:title')]).toEqual([meta('og:image'), meta('og:title')]);
		expect(meta('twitter:image:alt').length).toBeLessThanOrEqual(420);
		// Highwire tags, which Google Scholar reads.
		expect(meta('citation_title')).toBe(meta('og:title'));
		expect(meta('citation_publication_date')).toMatch(/^\d{4}\/\d{2}\/\d{2}$/);
		expect(meta('citation_author')).not.toBe('');
		// schema.org: what search engines require of an Article.
		expect(data).toMatchObject({
			'@context': 'https://schema.org',
			'@type': 'Article',
			headline: meta('og:title'),
			url: meta('og:url'),
			license: 'https://creativecommons.org/licenses/by/4.0/',
			isBasedOn: { author: { '@type': 'Person', name: 'Dwarkesh Patel' } },
		});
		for (const date of ['datePublished', 'dateModified']) expect(String(data[date])).toMatch(/^\d{4}-\d{2}-\d{2}$/);

		const card = readFileSync(new URL(`../../dist/${pathOf(meta('og:image'))}`, import.meta.url));
		expect(card.subarray(1, 4).toString()).toBe('PNG');
		expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
		// Some clients show no image above 300 kB.
		expect(card.length).toBeLessThan(300_000);
	});

test('the essay and each section have different share cards', () => {
	const cards = shown.map(({ html }) => pathOf(headOf(html).metas.get('og:image')!));
	expect(new Set(cards).size).toBe(shown.length);
	const pictures = cards.map((card) =>
		createHash('sha256')
			.update(readFileSync(new URL(`../../dist/${card}`, import.meta.url)))
			.digest('hex'),
	);
	expect(new Set(pictures).size).toBe(shown.length);
});

test('the feed is valid by RFC 4287 and has an entry for each edition and each finding', async ({ page }) => {
	await page.goto('about:blank');
	const feed = await page.evaluate((text) => {
		const xml = new DOMParser().parseFromString(text, 'application/xml');
		const text1 = (within: Element, name: string) =>
			Array.from(within.children)
				.filter(({ localName }) => localName === name)
				.map(({ textContent }) => textContent);
		const root = xml.documentElement;
		const links = (of: Element) =>
			Array.from(of.children)
				.filter(({ localName }) => localName === 'link')
				.map((link) => [link.getAttribute('rel'), link.getAttribute('href')]);
		const what = (of: Element) => ({
			id: text1(of, 'id'),
			title: text1(of, 'title'),
			updated: text1(of, 'updated'),
			links: links(of),
			content: text1(of, 'content'),
		});
		return {
			broken: xml.querySelectorAll('parsererror').length,
			name: `${root.namespaceURI} ${root.localName}`,
			authors: xml.querySelectorAll('feed > author > name').length,
			root: what(root),
			entries: Array.from(xml.querySelectorAll('entry'), what),
		};
	}, built('feed.xml'));
	expect([feed.broken, feed.name, feed.authors]).toEqual([0, 'http://www.w3.org/2005/Atom feed', 1]);
	const all = [feed.root, ...feed.entries];
	for (const { id, title, updated } of all) {
		expect([id.length, title.length, updated.length]).toEqual([1, 1, 1]);
		expect(new URL(id[0]!).protocol).toMatch(/^https?:$/);
		expect(updated[0]).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
		expect(Number.isNaN(Date.parse(updated[0]!))).toBe(false);
	}
	expect(new Set(all.map(({ id }) => id[0])).size).toBe(all.length);
	expect(feed.root.links.map(([rel]) => rel)).toContain('self');
	expect(feed.root.updated[0]).toBe(feed.entries[0]!.updated[0]);
	const headings = Array.from(built('method/index.html').matchAll(/id="(edition-\d+)"/g), ([, id]) => id);
	const found = Array.from(built('since/index.html').matchAll(/id="(found-[^"]+)"/g), ([, id]) => id);
	const targets = feed.entries.map(({ id }) => id[0]!.split('#')[1]!);
	expect(targets.filter((target) => target.startsWith('edition-'))).toEqual(headings);
	expect(targets.filter((target) => !target.startsWith('edition-')).sort()).toEqual(found.sort());
	for (const { content } of feed.entries) expect(content[0]).toMatch(/^<ul><li>/);
});
