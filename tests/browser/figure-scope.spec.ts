import type { Page } from '@playwright/test';
import { expect, stopClock, test, whole } from './site.ts';

/** Returns the summary of every figure on the page. */
const summaries = (page: Page) => page.locator('.summary:not(.from-runs)').allTextContents();
const moved = (before: readonly string[], after: readonly string[]) => before.filter((text, i) => text !== after[i]);

/** Moves a slider that many figures share. Returns the summaries of all figures before. */
async function move(page: Page): Promise<string[]> {
	const slider = page.locator('#impressive-useful .slider input').first();
	await slider.focus();
	const before = await summaries(page);
	for (let i = 0; i < 5; i++) await slider.press('ArrowRight');
	return before;
}

test('a figure far from the viewport defers its update until it is near', async ({ page, open }) => {
	await open(whole);
	const far = page.locator('#forecast-summary');
	const before = await far.textContent();
	const liveText = await page.locator('[data-live]').allTextContents();
	await move(page);
	await expect
		.poll(
			async () => moved(liveText, await page.locator('[data-live]').allTextContents()).length,
			'live text updates at once',
		)
		.toBeGreaterThan(2);
	expect(await far.textContent(), 'the summary of the far figure').toBe(before);
	await page.locator('#forecast').scrollIntoViewIfNeeded();
	await expect(far).not.toHaveText(before!);
});

for (const [event, trigger] of [
	['is printed', (page: Page) => page.evaluate(() => void dispatchEvent(new Event('beforeprint')))],
	['is searched', (page: Page) => page.keyboard.press('F3')],
	['is copied', (page: Page) => page.evaluate(() => void document.dispatchEvent(new Event('copy')))],
	['has been left alone for a while', (page: Page) => page.clock.runFor(10_000)],
] as const)
	test(`every figure shows the reader’s values when the page ${event}`, async ({ page, open }) => {
		await page.clock.install();
		await open(whole);
		await stopClock(page);
		const before = await move(page);
		await page.clock.runFor(100);
		const soon = moved(before, await summaries(page)).length;
		await trigger(page);
		await page.clock.runFor(100);
		await expect.poll(async () => moved(before, await summaries(page)).length).toBeGreaterThan(soon);
	});
