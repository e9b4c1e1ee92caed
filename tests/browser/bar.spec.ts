import type { Page } from '@playwright/test';
import { atLength, copyLink, expect, test } from './site.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Your settings' });
/** Returns the visible height of the bar as a share of the screen's height. */
const share = (page: Page) =>
	bar(page).evaluate((element) => {
		const { top, bottom } = element.getBoundingClientRect();
		return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight;
	});
const scroll = (page: Page, pixels: number) => page.evaluate((y) => scrollBy(0, y), pixels);

test('on small screens the bar is one line, and hides while the reader scrolls down', async ({ page, open }) => {
	await open('diffusion/');
	for (const viewport of [
		{ width: 360, height: 740 },
		{ width: 320, height: 568 },
		{ width: 740, height: 360 },
		{ width: 820, height: 1100 },
	])
		await test.step(`${viewport.width} by ${viewport.height}`, async () => {
			await page.setViewportSize(viewport);
			await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
			await expect.poll(() => share(page)).toBeGreaterThan(0);
			expect(await share(page)).toBeLessThanOrEqual(0.1);
			for (let i = 0; i < 4; i++) await scroll(page, 150);
			await expect.poll(() => share(page)).toBe(0);
			await scroll(page, -60);
			await expect.poll(() => share(page)).toBeGreaterThan(0);
			await scroll(page, 200);
			await expect.poll(() => share(page)).toBe(0);
			await page.locator('.prose p').first().dispatchEvent('click');
			await expect.poll(() => share(page)).toBeGreaterThan(0);
			await scroll(page, 200);
			await expect.poll(() => share(page)).toBe(0);
			await page.keyboard.press('Shift');
			await expect.poll(() => share(page)).toBeGreaterThan(0);
			// The bar does not cover the page's last line.
			// Presses the key after the scroll event, in the order of a reader's actions.
			await page.evaluate(async () => {
				scrollTo(0, document.body.scrollHeight);
				for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
			});
			await page.keyboard.press('Shift');
			await expect.poll(() => share(page)).toBeGreaterThan(0);
			const [line, top] = await page.evaluate(() => [
				document.querySelector('.site-footer p:last-child')!.getBoundingClientRect().bottom,
				document.querySelector('.reader-bar')!.getBoundingClientRect().top,
			]);
			expect(line!).toBeLessThanOrEqual(top!);
		});
});

for (const width of [320, 360])
	test(
		`at ${width} px all buttons of the bar are on the screen, with as many as there can be`,
		width === 320 ? {} : atLength,
		async ({ page, open }) => {
			await page.setViewportSize({ width, height: 740 });
			await open('diffusion/?m=1&revenue=105&revenue-growth=4');
			await page.getByRole('button', { name: 'Compare with mine' }).click();
			await page.locator('#revenue-gap .slider input').first().press('ArrowRight');
			await expect(bar(page).getByRole('button', { name: 'Undo' })).toBeVisible();
			const places = await bar(page)
				.locator('> button:visible')
				.evaluateAll((all) =>
					all.map((button) => button.getBoundingClientRect()).map(({ left, right }) => [left, right]),
				);
			expect(places.length).toBeGreaterThan(5);
			for (const [left, right] of places) {
				expect(left!).toBeGreaterThanOrEqual(0);
				expect(right!).toBeLessThanOrEqual(width);
				expect(right! - left!).toBeGreaterThanOrEqual(24);
			}
		},
	);

for (const width of [320, 360])
	test(
		`at ${width} px “Copy link” is confirmed by “Copied”, beside all that fits`,
		width === 320 ? {} : atLength,
		async ({ page, open }) => {
			await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
			await page.setViewportSize({ width, height: 740 });
			await open('diffusion/?m=1&revenue=105&revenue-growth=4');
			await page.getByRole('button', { name: 'Compare with mine' }).click();
			await page.locator('#revenue-gap .slider input').first().press('ArrowRight');
			await expect(bar(page).getByRole('button', { name: 'Undo' })).toBeVisible();
			const copy = bar(page).getByRole('button', { name: 'Copy link' });
			await copy.click();
			await expect(copy).toHaveClass(/copied/);
			await expect(page.getByRole('status').filter({ hasText: 'Copied the link.' })).toHaveCount(1);
			expect(await copy.evaluate((button) => getComputedStyle(button, '::after').content)).toBe('"Copied"');
			const [overflow, right] = await copy.evaluate((button) => [
				button.scrollWidth - button.clientWidth,
				button.getBoundingClientRect().right,
			]);
			expect(overflow).toBeLessThanOrEqual(0);
			expect(right).toBeLessThanOrEqual(width);
			await expect(copy).not.toHaveClass(/copied/);
			await expect(bar(page).getByRole('button', { name: 'How sure?' })).toBeVisible();
		},
	);

test('the bar does not cover the focused element', async ({ page, open }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await open('diffusion/');
	const slider = page.locator('#revenue-gap .slider input').nth(2);
	await slider.focus();
	await page.evaluate(() => {
		const { bottom } = document.activeElement!.getBoundingClientRect();
		scrollBy(0, bottom - innerHeight + 4);
	});
	await scroll(page, 10);
	await scroll(page, -10);
	await page.keyboard.press('ArrowRight');
	const clear = () =>
		page.evaluate(
			() =>
				document.activeElement!.getBoundingClientRect().bottom <=
				document.querySelector('.reader-bar')!.getBoundingClientRect().top + 1,
		);
	await expect.poll(clear).toBe(true);
});

for (const [zoom, width, height] of [
	[300, 427, 267],
	[400, 320, 200],
])
	test(`at ${zoom}% zoom on a laptop the bar is in the flow`, async ({ page, open }) => {
		await page.setViewportSize({ width: width!, height: height! });
		await open('diffusion/');
		expect(await bar(page).evaluate((element) => getComputedStyle(element).position)).toBe('static');
		await bar(page).getByRole('button', { name: 'How sure?' }).click();
		await page.getByRole('switch', { name: 'How sure are we?' }).check();
		await expect(page).toHaveURL(/seed=1/);
	});

test('the bar opens the contents, which mark the current section and the changed ones', async ({ page, open }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await open('#diffusion');
	await page.evaluate(() => document.getElementById('diffusion')!.scrollIntoView());
	const opener = bar(page).getByRole('button', { name: /^Contents/ });
	await expect(opener).toContainText('4/9');
	await page.locator('#revenue-gap .slider input').first().press('PageUp');
	await scroll(page, -600);
	await opener.click();
	const sheet = page.getByRole('navigation', { name: 'Contents' });
	await expect(sheet.locator('[aria-current]')).toHaveText(/Is it only slow to spread/);
	await expect(sheet.locator('li', { hasText: 'slow to spread' }).locator('.moved')).toBeVisible();
	// The second link to each section leads to its own page.
	await sheet
		.getByRole('link', { name: /goalposts/ })
		.first()
		.click();
	await expect(sheet).toBeHidden();
	await expect(page).toHaveURL(/#goalposts$/);
	await expect(opener).toContainText('5/9');
});

test('“Copy link” of the bar links to the section that is being read', async ({ page, open }) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await open('whole/#schlep');
	await page.evaluate(() => document.getElementById('schlep')!.scrollIntoView());
	await expect(page.locator('.contents [aria-current]')).toHaveText(/The dot on the slide/);
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/whole\/#schlep$/);
	expect(await copyLink(page)).toMatch(/#/);
});

test('“Copy link” of the bar links to the figure in use, with the run that it shows', async ({ page, open }) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await open('schlep/?m=3&run-tuesday-monday=2#tuesday-monday');
	const shared = page.getByRole('complementary', { name: 'A shared link' });
	await expect(shared).toContainText('They ran “Tuesday wipes Monday” with seed 2.');
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	const copy = page.getByRole('button', { name: 'Copy link', exact: true });
	await copy.click();
	await expect.poll(copied).toMatch(/\/schlep\/\?m=3&run-tuesday-monday=2#tuesday-monday$/);
	await page.evaluate(() => scrollTo(0, 0));
	await copy.click();
	await expect.poll(copied).toMatch(/\/schlep\/\?m=3&run-tuesday-monday=2$/);
});

test('Alt and an arrow key move from figure to figure, past their controls', async ({ page, open }) => {
	await open('diffusion/');
	const focused = () => page.evaluate(() => document.activeElement?.id);
	await page.keyboard.press('Alt+ArrowDown');
	const first = await focused();
	await page.keyboard.press('Alt+ArrowDown');
	expect([first, await focused()]).toEqual(['revenue-gap', 'gap-decomposition']);
	await page.keyboard.press('Tab');
	await expect(page.locator(':focus')).toHaveText('Skip past this figure’s controls');
	await page.keyboard.press('Enter');
	expect(await focused()).toBe('gap-decomposition-end');
	await page.keyboard.press('Alt+ArrowUp');
	await page.keyboard.press('Alt+ArrowUp');
	expect(await focused()).toBe('revenue-gap');
});

test('a figure shows an Undo button after a change in it', async ({ page, open }) => {
	await open('diffusion/');
	const slider = page.locator('#revenue-gap .slider input').first();
	const before = (await slider.getAttribute('aria-valuetext'))!;
	const undo = page.locator('#revenue-gap').getByRole('button', { name: 'Undo' });
	await expect(undo).toBeHidden();
	await slider.press('PageUp');
	await undo.click();
	await expect(slider).toHaveAttribute('aria-valuetext', before);
});
