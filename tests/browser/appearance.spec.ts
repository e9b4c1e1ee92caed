import { expect, flagship, sectionPages, test, whole } from './site.ts';

test('a print has the reader’s values, charts and notes, and no controls', async ({ page, open }) => {
	await open(flagship);
	const title = page.locator('#compute-per-level .figure-title');
	const before = (await title.textContent())!;
	await page.locator('#compute-per-level .slider input').first().press('PageDown');
	await page.emulateMedia({ media: 'print' });
	await expect(title).not.toHaveText(before);
	for (const part of [
		'.slider',
		'.reset',
		'.presets',
		'.guess',
		'.site-header',
		'.reader-bar',
		'.section-tools',
		'.greeting',
	])
		for (const one of await page.locator(part).all()) await expect(one, part).toBeHidden();
	for (const figure of await page.locator('figure.figure').all())
		await expect(figure.locator('.picture svg[role="img"]').first()).toBeVisible();
	// A printed figure ends in its assumptions, each with its value and source.
	for (const control of await page.locator('#compute-per-level .control').all()) {
		await expect(control.locator('.number-field, .choices').first()).toBeVisible();
		await expect(control.locator('.provenance p')).toBeVisible();
	}
	await expect(page.locator('.note').first()).toBeVisible();
	// What the caption calls the list is printed, and so is every work that a note cites.
	await expect(page.locator('#compute-per-level .rung-value').first()).toBeVisible();
	const listed = await page.locator('.works li').allInnerTexts();
	for (const work of await page.locator('.prose .note a:not(.to-reference) cite').allTextContents())
		expect(listed.filter((entry) => entry.includes(`). ${work}`)).length, work).toBeGreaterThan(0);
	await expect(page.locator('.works li').first()).toBeVisible();
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	expect(pdf.length).toBeGreaterThan(50_000);
});

test('a print of the long page has the reader’s values in figures that were never in the viewport', async ({
	page,
	origin,
}) => {
	await page.goto(new URL(whole, origin).href);
	const adjust = page.locator('.adjust input').first();
	await adjust.focus();
	await expect(page.locator('astro-island[ssr]:has(.adjust)')).not.toHaveCount(
		await page.locator('astro-island:has(.adjust)').count(),
	);
	await adjust.press('End');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
	await expect(page.locator('#forecast .summary')).not.toContainText('$499');
});

test('a part that is fetched later brings its styles', async ({ page, open }) => {
	await open(flagship);
	const sheets = () => page.evaluate(() => document.adoptedStyleSheets.length);
	const before = await sheets();
	await page.getByRole('button', { name: 'Ledger' }).click();
	const tools = page.locator('.ledger-tools').first();
	await expect(tools).toHaveCSS('display', 'flex');
	expect(await sheets()).toBeGreaterThan(before);
	// They print too.
	await page.emulateMedia({ media: 'print' });
	await expect(tools).toBeHidden();
});

test('the theme persists across pages', async ({ page, open }) => {
	await open(flagship);
	const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await paper();
	await page.getByRole('radio', { name: 'Dark' }).check();
	const dark = await paper();
	expect(dark).not.toBe(light);
	await page.reload();
	expect(await paper()).toBe(dark);
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
	await page.getByRole('radio', { name: 'As the system' }).check();
	expect(await paper()).toBe(light);
	await page.reload();
	expect(await paper()).toBe(light);
});

test('the theme switch and sliders work without access to storage', async ({ page, open }) => {
	await page.addInitScript(() =>
		Object.defineProperty(window, 'localStorage', {
			get() {
				throw new DOMException('closed', 'SecurityError');
			},
		}),
	);
	await open(flagship);
	const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await paper();
	await page.getByRole('radio', { name: 'Dark' }).check();
	expect(await paper()).not.toBe(light);
	const slider = page.locator('#compute-per-level .slider input').first();
	await slider.press('PageUp');
	await expect(slider).toHaveAttribute('aria-valuetext', '2.2');
});

test('the reader’s bar never covers the focused element at the end of the page', async ({ page, open }) => {
	await open(sectionPages[0]!.path);
	await page.locator('.slider input').first().press('PageUp');
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	const [bar, last] = await Promise.all([
		page.locator('.reader-bar').boundingBox(),
		page.locator('.site-footer a').last().boundingBox(),
	]);
	const isApart = last!.y + last!.height <= bar!.y || last!.x >= bar!.x + bar!.width;
	expect(isApart, JSON.stringify({ bar, last })).toBe(true);
});
