import { hostileLinks } from '../hostile-links.ts';
import { atLength, expect, faults, flagship, sectionPages, test, wake } from './site.ts';

const PER_TEST = 10;
/** What a link does to a page, a few of each kind; what is read from every one of them is tested in tests/state/link.svelte.test.ts. */
const [few, rest] = [
	hostileLinks.filter(({ isTypical }) => isTypical),
	hostileLinks.filter(({ isTypical }) => !isTypical),
];
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
				for (const { query, isTold } of links.slice(from, from + PER_TEST)) {
					// From elsewhere, so that a link that differs only after the # is opened anew too.
					await page.goto('about:blank');
					await page.goto(`${new URL(flagship, origin).href}?${query}`);
					await wake(page);
					expect(await faults(page), query).toEqual([]);
					expect(
						await page.evaluate(() => location.href === (window as unknown as { arrivedAt: string }).arrivedAt),
						`address kept: ${query}`,
					).toBe(true);
					expect(await page.locator('img[src="x"], .notice script').count(), query).toBe(0);
					if (isTold !== undefined) await expect(page.locator('.notice'), query).toHaveCount(isTold ? 1 : 0);
				}
			},
		);

test('a notice says what was asked and what is shown, and can be dismissed', async ({ page, open }) => {
	await open(`${flagship}?rl-per-inference=99`);
	await expect(page.locator('.notice')).toContainText('“99” is above 3.0; showing 3.0.');
	await page.getByRole('button', { name: 'Dismiss' }).click();
	await expect(page.locator('.notice')).toHaveCount(0);
});

for (const [index, { path }] of sectionPages.entries())
	test(`every slider of /${path} at both ends`, index % 3 === 1 ? {} : atLength, async ({ page, open }) => {
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
	});
