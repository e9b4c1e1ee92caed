import { hostileLinks } from '../hostile-links.ts';
import { atLength, expect, faults, flagship, sectionPages, test, wake } from './site.ts';

const PER_TEST = 10;
/** Hostile links on a page: in the short run every second of each kind's few. tests/state/link.svelte.test.ts reads all of them. */
const few = hostileLinks.filter(({ isTypical }) => isTypical).filter((_, i) => i % 2 === 0);
const rest = hostileLinks.filter((link) => !few.includes(link));
for (const [links, details] of [
	[few, {}],
	[rest, atLength],
] as const)
	for (let from = 0; from < links.length; from += PER_TEST)
		test(
			`hostile links, ${links === few ? 'typical' : 'all others'}, from ${from + 1}`,
			details,
			async ({ page, origin }) => {
				test.slow();
				await page.addInitScript(() => Object.assign(window, { arrivedAt: location.href }));
				for (const { query, hasNotice } of links.slice(from, from + PER_TEST)) {
					// From another page, so that a link that differs only in its hash is loaded too.
					await page.goto('about:blank');
					await page.goto(`${new URL(flagship, origin).href}?${query}`);
					await wake(page);
					expect(await faults(page), query).toEqual([]);
					expect(
						await page.evaluate(() => location.href === (window as unknown as { arrivedAt: string }).arrivedAt),
						`address kept: ${query}`,
					).toBe(true);
					expect(await page.locator('img[src="x"], .notice script').count(), query).toBe(0);
					if (hasNotice !== undefined) await expect(page.locator('.notice'), query).toHaveCount(hasNotice ? 1 : 0);
				}
			},
		);

test('a notice names the value in the link and the value shown, and can be dismissed', async ({ page, open }) => {
	await open(`${flagship}?rl-per-inference=99`);
	await expect(page.locator('.notice')).toContainText('“99” is above 3.0; showing 3.0.');
	await page.getByRole('button', { name: 'Dismiss' }).click();
	await expect(page.locator('.notice')).toHaveCount(0);
});

for (const [index, { path }] of sectionPages.entries())
	test(
		`/${path} draws and words every slider at either end without a fault`,
		index % 3 === 1 ? {} : atLength,
		async ({ page, open }) => {
			test.slow();
			await open(path);
			const sliders = await page.locator('.slider input').all();
			for (const [i, slider] of sliders.entries())
				for (const key of ['Home', 'End']) {
					await slider.press(key);
					expect(await slider.inputValue()).toBe(key === 'Home' ? '0' : '1000');
					expect(await faults(page), `slider ${i} at ${key}`).toEqual([]);
				}
			for (const key of ['Home', 'End', 'Home']) {
				for (const [i, slider] of sliders.entries()) await slider.press(key === 'End' && i % 2 ? 'Home' : key);
				expect(await faults(page), `all at ${key}`).toEqual([]);
			}
		},
	);
