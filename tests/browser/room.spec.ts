import type { Page } from '@playwright/test';
import { atLength, expect, test, wake } from './site.ts';

/** Opens a page and returns how much moved while it loaded, as browsers score it. */
async function shiftOf(page: Page, address: string): Promise<number> {
	await page.goto('about:blank');
	await page.goto(address);
	await wake(page);
	return page.evaluate(async () => {
		let sum = 0;
		const add = (entries: PerformanceEntryList) => {
			for (const entry of entries) if ('value' in entry) sum += Number(entry.value);
		};
		const observer = new PerformanceObserver((list) => add(list.getEntries()));
		observer.observe({ type: 'layout-shift', buffered: true });
		for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
		add(observer.takeRecords());
		return sum;
	});
}

const links: readonly (readonly [query: string, isGreeted: boolean])[] = [
	['m=3', false],
	['m=3&utm_source=x&fbclid=y', false],
	['m=3&copies=1000', false],
	['m=3&seed=5', false],
	['m=3&pin=copies', false],
	['utm_campaign=z', false],
	['m=3&run-tuesday-monday=2', true],
	['m=3&old-key=1', true],
	['m=3&old-key=1&older-key=2', true],
	['m=1', true],
	['m=3&copies=lots', true],
	['m=3&copies=5000', true],
	['m=3&copies=5000&old-key=1', true],
	['m=3&amp;copies=5000', true],
	['M=2&COPIES=5000', true],
];
const viewports = [
	[360, 740],
	[800, 1000],
	[1280, 900],
] as const;
for (const [at, [width, height]] of viewports.entries())
	for (const isUsual of [true, false])
		test(
			`nothing moves for the greeting of ${isUsual ? 'a link' : 'a further link'}, whether it comes or not, at ${width} px`,
			isUsual ? {} : atLength,
			async ({ page, origin }) => {
				test.slow();
				await page.setViewportSize({ width, height });
				const plain = await shiftOf(page, new URL('diffusion/', origin).href);
				// The short run has each link at one of the widths.
				for (const [query, isGreeted] of links.filter((_, i) => (i % viewports.length === at) === isUsual)) {
					// Repeated, since a font that comes after the first paint moves lines of its own on a busy machine.
					const shift = () => shiftOf(page, new URL(`diffusion/?${query}`, origin).href);
					await expect.poll(shift, { message: query, timeout: 30_000 }).toBeLessThan(plain + 0.01);
					await expect(page.locator('.greeting'), query).toHaveCount(isGreeted ? 1 : 0);
				}
			},
		);

test('the addresses that a browser’s menu shares have the settings once the reader has changed something', async ({
	page,
	open,
}) => {
	const addresses = () =>
		page.evaluate(() => [
			document.querySelector<HTMLLinkElement>('link[rel="canonical"]')!.href,
			document.querySelector<HTMLMetaElement>('meta[property="og:url"]')!.content,
		]);
	await open('diffusion/?m=3&copies=5000&utm_source=x');
	for (const address of await addresses()) expect(address).toMatch(/\/diffusion\/$/);
	await page.locator('#revenue-gap .slider input').first().press('PageUp');
	await expect
		.poll(addresses)
		.toEqual(Array(2).fill(expect.stringMatching(/\/diffusion\/\?m=3&revenue=[^&]+&copies=5000$/)));
	await page.getByRole('button', { name: /^Ledger/ }).click();
	await page.getByRole('button', { name: 'Reset all' }).click();
	await expect.poll(addresses).toEqual(Array(2).fill(expect.stringMatching(/\/diffusion\/$/)));
});
