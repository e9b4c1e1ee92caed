import type { Page } from '@playwright/test';
import { built, expect, pages, sectionPages, test, whole } from './site.ts';
import { attribute, elements, type HtmlElement } from '../../src/build/html.ts';

const idsIn = (html: string) => new Set([...elements(html)].flatMap((element) => attribute(element, 'id') ?? []));
const has = (element: HtmlElement, name: string) => (attribute(element, 'class') ?? '').split(' ').includes(name);
/** Returns the ids that links name on the page of all sections: sections, figures, subheadings, points of the argument. */
const targets = [...elements(built(`${whole}index.html`))].flatMap((element) => {
	const id = attribute(element, 'id');
	const isTarget =
		has(element, 'section') ||
		has(element, 'figure') ||
		has(element, 'point') ||
		(element.tagName === 'h3' && !has(element, 'figure-title'));
	return id && isTarget ? [id] : [];
});
const first = built('index.html');
const figuresOf = (html: string) => Array.from(html.matchAll(/<figure id="([\w-]+)"/g), ([, id]) => id!);
const inShort = new Set(figuresOf(first));
const idsOfSections = sectionPages.map(({ path, html }) => ({ path, ids: idsIn(html) }));
const sectionOf = (id: string) => idsOfSections.find(({ ids }) => ids.has(id))!.path;
const bottomOf = (page: Page, selector: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((element) => element.getBoundingClientRect().bottom);

test('each section stands on the first page, on a page of its own, and on the page of all, under one id and one title', () => {
	expect(sectionPages.length).toBeGreaterThan(0);
	const titleIn = (html: string, id: string) => new RegExp(`id="${id}-heading"[^>]*>([^<]*)<`).exec(html)?.[1]!.trim();
	for (const { path, html } of sectionPages) {
		const id = path.slice(0, -1);
		const title = titleIn(html, id)!;
		expect([first, built(`${whole}index.html`)].map((page) => titleIn(page, id))).toEqual([title, title]);
		expect(html).toContain(`<title>${title} · `);
		for (const page of pages.filter((other) => other.html.includes('id="contents"')))
			expect(page.html.replace(/\s+/g, ' '), page.path).toMatch(
				new RegExp(`<a href="[^"]*${id}/?"[^>]*> ?${title.replace('?', '\\?')} ?</a>`),
			);
	}
});

test('each section of the first page has claim, act, answer, findings, and a link to the whole argument with its reading time', () => {
	for (const { path, html } of sectionPages) {
		const id = path.slice(0, -1);
		const [, section] = new RegExp(`<section[^>]*id="${id}"([\\s\\S]*?)</section>`).exec(first)!;
		expect(section!.match(/<p class="claim">/g)).toHaveLength(1);
		expect(figuresOf(section!)).toHaveLength(1);
		expect(section).toContain('The strongest answer');
		expect(section!.match(/class="findings"/g)).toHaveLength(1);
		const minutes = /(\d+)\s+minutes?\s+·/.exec(html)![1]!;
		expect(section!.replace(/\s+/g, ' ')).toMatch(
			new RegExp(`<a href="/${path}">.*?The whole argument.*?</a> \\(${minutes} minutes?\\)`),
		);
	}
});

test('every id that an older link to the first page may name is on it', () => {
	const ids = idsIn(first);
	expect(targets.length).toBeGreaterThan(60);
	expect(targets.filter((id) => !ids.has(id))).toEqual([]);
});

test('every id that only the whole argument of a section holds is led on to its page', () => {
	const script = [...elements(first)].find((element) => attribute(element, 'data-elsewhere') !== undefined)!;
	const elsewhere = JSON.parse(attribute(script, 'data-elsewhere')!) as Record<string, string[]>;
	const led = Object.entries(elsewhere).flatMap(([section, ids]) => ids.map((id) => [id, `${section}/`]));
	const missing = targets.filter((id) => !inShort.has(id) && !sectionPages.some(({ path }) => path === `${id}/`));
	expect(led.toSorted()).toEqual(missing.map((id) => [id, sectionOf(id)]).toSorted());
});

for (const [kind, id] of [
	['a subheading', 'ords-derivation-one-link-at-a-time'],
	['a point of the argument', 'point-B7'],
	['a figure whose place a text has taken', 'payback'],
] as const)
	test(`an older link to ${kind} leads on to its section, with its settings`, async ({ page }) => {
		await page.goto(`?m=3&revenue=105#${id}`);
		await expect(page).toHaveURL(new RegExp(`/${sectionOf(id)}\\?m=3&revenue=105#${id}$`));
	});

test('an older link to a figure shows it with the sender’s settings', async ({ page }) => {
	await page.goto('?m=3&revenue=105#gap-decomposition');
	await expect(page).toHaveURL(/\/diffusion\/\?m=3&revenue=105#gap-decomposition$/);
	await page.mouse.move(1, 1);
	await expect(page.locator('#gap-decomposition')).toBeInViewport();
	await expect(page.getByRole('complementary', { name: 'A shared link' })).toContainText('$105 billion');
	// The link takes the place of the one that it came from.
	await page.goBack();
	await expect(page).toHaveURL('about:blank');
});

test('a link to a section, or to the figure that the first page shows of it, stays there', async ({ page }) => {
	for (const id of ['diffusion', 'revenue-gap']) {
		await page.goto('about:blank');
		await page.goto(`?m=3&copies=5000#${id}`);
		await page.mouse.move(1, 1);
		await expect(page.locator('.greeting')).toBeVisible();
		expect(new URL(page.url()).pathname).toBe('/');
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('an older link to a figure stops beside the link to the whole argument', async ({ page }) => {
		await page.goto('#gap-decomposition');
		await expect(page.locator('#diffusion').getByRole('link', { name: 'The whole argument' })).toBeInViewport();
	});
});

for (const [width, height] of [
	[360, 740],
	[1440, 900],
] as const)
	test(`the first screen of ${width} × ${height} holds the opening and nothing else`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto('');
		await page.mouse.move(1, 1);
		await expect(page.locator('.reader-bar .bar-copy')).toBeVisible();
		await page.evaluate(() => document.fonts.ready);
		const bar = width < 1000 ? (await page.locator('.reader-bar').boundingBox())!.height : 0;
		expect(await bottomOf(page, '.opening .reading-times')).toBeLessThanOrEqual(height - bar);
		const head = await page
			.locator('.section')
			.first()
			.evaluate((section) => section.getBoundingClientRect().top + parseFloat(getComputedStyle(section).paddingTop));
		expect(head).toBeGreaterThanOrEqual(height);
		await expect(page.locator('.opening .reading-times')).toContainText('Ten minutes');
	});

test('the first number to drag on each page has a hint below its paragraph, and no other has', () => {
	for (const { path, html } of pages) {
		const numbers = html.split('class="adjust ').length - 1;
		expect(html.split('class="adjust-hint').length - 1, `/${path}`).toBe(Math.min(1, numbers));
	}
});

test('the contents list the subheadings of the section that is open', async ({ page, open }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await open('diffusion/');
	const listed = page.locator('.contents .subheadings a');
	await expect(listed).toHaveText(await page.locator('.prose h2[id]').allTextContents());
	for (const line of await listed.all()) await expect(line).toBeVisible();
	await open(whole);
	await page.locator('.contents').getByRole('link', { name: 'A borrowed reputation' }).click();
	await expect(page.locator('.contents a[href="#what-a-score-can-teach"]')).toBeVisible();
	await expect(page.locator('.contents a[href="#the-evidence-both-ways"]')).toBeHidden();
});
