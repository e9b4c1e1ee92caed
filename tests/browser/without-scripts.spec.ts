import type { Page } from '@playwright/test';
import { atLength, built, expect, flagship, pages, sectionPages, test, wake, openFold } from './site.ts';

/** Counts words, without what scripts say of each slider: what it does to its figure. */
const words = (page: Page) =>
	page.locator('main').evaluate((main) => {
		const copy = main.cloneNode(true) as Element;
		for (const said of copy.querySelectorAll('.step-mark, .step-text, .control > [hidden]')) said.remove();
		return copy.textContent!.split(/\s+/).filter(Boolean).length;
	});

/** Returns the addresses of the scripts by which the islands of a page hydrate: its entries, and the chunks that they import. */
function scriptsOf(path: string): readonly string[] {
	const html = built(`${path}index.html`);
	const entries = Array.from(html.matchAll(/ (?:component|renderer)-url="([^"]+)"/g), ([, address]) => address!);
	const chunks = entries.flatMap((entry) =>
		Array.from(built(entry.slice(1)).matchAll(/from\s*"\.\/([^"]+)"/g), ([, name]) => entry.replace(/[^/]+$/, name!)),
	);
	const scripts = [...new Set([...entries, ...chunks])];
	// Two entries and the chunk that both import, and the entries of experiments and of sections (tests/built/islands.test.ts).
	expect(scripts).toHaveLength(5);
	return scripts;
}

/** Scrolls to every island, and keeps each on the screen long enough to hydrate. */
const lookAtAll = (page: Page) =>
	page.evaluate(async () => {
		for (const island of document.querySelectorAll('astro-island')) {
			island.firstElementChild?.scrollIntoView();
			for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
		}
	});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	for (const { path } of [{ path: '' }, ...sectionPages])
		test(
			`/${path} contains all its text, numbers, tables and sources`,
			path === '' || path === flagship ? {} : atLength,
			async ({ page, origin, browser }) => {
				await page.goto(new URL(path, origin).href);
				for (const section of await page.locator('section.section').all())
					expect((await section.textContent())!.length, (await section.getAttribute('id')) ?? '').toBeGreaterThan(60);
				for (const figure of await page.locator('figure.figure').all()) {
					await expect(figure.locator('.picture [role="img"]').first()).toBeVisible();
					expect(await figure.locator('.picture svg').locator('path, circle, rect, line').count()).toBeGreaterThan(1);
					await openFold(figure, '.table');
					await expect(figure.locator('table').first()).toBeVisible();
					await expect(figure.locator('tbody tr').nth(1)).toBeVisible();
					await figure.locator('details.table > summary').click();
					// Behind each figure: every parameter with its value and its source.
					for (const control of await figure.locator('.together > .controls .control').all()) {
						await expect(control.locator('.number-field, .choices').first()).toBeVisible();
						await control.locator('.provenance > summary').click();
						await expect(control.locator('.provenance p')).toContainText(/Default/);
					}
				}
				await expect(page.locator('.without-scripts')).toHaveText(/Scripts are off/);
				// No control is shown that needs a script, except the buttons that name the current choice.
				await expect(
					page.locator('main :is(button:not([aria-pressed="true"]), input, select)').filter({ visible: true }),
				).toHaveCount(0);
				for (const part of ['.slider', '.reset', '.presets', '.copy-link', '.theme-switch', '.swap', '.needs-scripts'])
					for (const control of await page.locator(part).all()) await expect(control).toBeHidden();

				const scripted = await browser.newPage({ javaScriptEnabled: true });
				await scripted.goto(new URL(path, origin).href);
				await wake(scripted);
				const withScripts = await scripted.evaluate(() => {
					for (const control of document.querySelectorAll(
						'.controls, .more, .question, .export-fold, .swap, .section-tools',
					))
						control.remove();
					return document.querySelector('main')!.textContent.split(/\s+/).filter(Boolean).length;
				});
				expect(await words(page)).toBeGreaterThanOrEqual(0.95 * withScripts);
				await scripted.close();
			},
		);
});

test.describe('if a script fails to load', () => {
	test.use({ noisy: true });

	test('the page can be read without any one of them', async ({ page, origin }) => {
		test.slow();
		const address = new URL(flagship, origin).href;
		const fetched = new Set<string>();
		page.on('request', (request) => request.resourceType() === 'script' && fetched.add(request.url()));
		await page.goto(address);
		await wake(page);
		const baseline = await words(page);
		const scripts = scriptsOf(flagship).map((path) => new URL(path, origin).href);
		expect([...fetched]).toEqual(expect.arrayContaining(scripts));
		for (const script of scripts) {
			await page.route(script, (route) => route.abort());
			let isMissed = false;
			page.on('requestfailed', (request) => (isMissed ||= request.url() === script));
			await page.goto(address);
			await page.mouse.move(1, 1);
			await expect.poll(async () => (await lookAtAll(page), isMissed), { message: script }).toBe(true);
			expect(await words(page), script).toBeGreaterThanOrEqual(0.95 * baseline);
			for (const figure of await page.locator('figure.figure').all())
				expect(await figure.locator('.picture svg path, .picture svg circle').count(), script).toBeGreaterThan(0);
			await page.unroute(script);
		}
	});
});

test('every page has a title, one h1 and a description', () => {
	for (const { path, html } of pages) {
		expect(html.match(/<title>([^<]{5,})<\/title>/), path).not.toBeNull();
		expect(html.match(/<h1[\s>]/g), path).toHaveLength(1);
		expect(html, path).toMatch(/<meta name="description" content="[^"]{20,}"/);
	}
});
