import type { Page } from '@playwright/test';
import { atLength, expect, faults, flagship, readings, sectionPages, test, wake } from './site.ts';

// Browsers translate a page by putting two nested <font> elements in the place of each text. Here the translation is the text itself.

const translate = (page: Page) =>
	page.evaluate(() => {
		const isLeft = (text: Node) =>
			text.parentElement!.closest('script, style, noscript, [translate="no"], .notranslate, font');
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) texts.push(walker.currentNode as Text);
		for (const text of texts) {
			if (text.data.trim() === '' || isLeft(text)) continue;
			const font = document.createElement('font');
			font.append(document.createElement('font'));
			font.firstElementChild!.textContent = text.data;
			text.replaceWith(font);
		}
		return texts.length;
	});

const withoutSpaces = async (page: Page) => (await readings(page)).map((text) => text.replace(/\s+/g, ''));

for (const [when, isAwake] of [
	['before its scripts have come', false],
	['while it is read', true],
] as const)
	test.describe(when, () => {
		for (const { path } of sectionPages.filter(({ path }) => path === flagship || path === 'your-forecast/'))
			test(
				`numbers of /${path} follow sliders if the page is translated ${when}`,
				(path === flagship) === isAwake ? {} : atLength,
				async ({ page, browser }) => {
					test.slow();
					await page.goto(path);
					if (isAwake) await wake(page);
					expect(await translate(page)).toBeGreaterThan(100);
					await wake(page);
					for (const slider of await page.locator('figure.figure .together .slider input').all())
						await slider.press('PageUp');
					// Writes the address now, with every change.
					await page.evaluate(() => dispatchEvent(new Event('pagehide')));
					await expect(page).toHaveURL(/[?&]m=\d+&/);
					const untranslated = await browser.newPage();
					await untranslated.goto(page.url());
					await wake(untranslated);
					// Published runs come to both pages by themselves.
					await expect(async () =>
						expect(await withoutSpaces(page)).toEqual(await withoutSpaces(untranslated)),
					).toPass();
					expect(await faults(page)).toEqual([]);
					await untranslated.close();
				},
			);
	});
