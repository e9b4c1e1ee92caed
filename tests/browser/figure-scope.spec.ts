import type { Page } from '@playwright/test';
import { expect, stopClock, test, whole } from './site.ts';

/** Returns the summary of every figure on the page, and every live number. */
const summaries = (page: Page) => page.locator('.summary:not(.from-runs), [data-live]').allTextContents();
/** Returns the live numbers in paragraphs more than a viewport away from the screen. */
const farText = (page: Page) =>
	page.locator('p [data-live]').evaluateAll((elements) =>
		elements
			.filter((element) => {
				const { top, bottom } = element.getBoundingClientRect();
				return !element.closest('figure') && (top > 2 * innerHeight || bottom < -innerHeight);
			})
			.map((element) => element.textContent),
	);
const moved = (before: readonly string[], after: readonly string[]) => before.filter((text, i) => text !== after[i]);

/** Moves a slider that many figures share. Returns the summaries of all figures before. */
async function move(page: Page): Promise<string[]> {
	const slider = page.locator('#impressive-useful .slider input').first();
	await slider.focus();
	const before = await summaries(page);
	for (let i = 0; i < 5; i++) await slider.press('ArrowRight');
	return before;
}

test('figures and text far from the viewport defer their update until they are near', async ({ page, open }) => {
	await open(whole);
	const far = page.locator('#forecast-summary');
	const before = await far.textContent();
	await page.locator('#impressive-useful .slider input').first().focus();
	const text = await farText(page);
	const liveText = await page.locator('[data-live]').allTextContents();
	await move(page);
	await expect
		.poll(
			async () => moved(liveText, await page.locator('[data-live]').allTextContents()).length,
			'live text updates at once',
		)
		.toBeGreaterThan(2);
	expect(await far.textContent(), 'the summary of the far figure').toBe(before);
	expect(await farText(page), 'text far from the viewport').toEqual(text);
	await page.locator('#forecast').scrollIntoViewIfNeeded();
	await expect(far).not.toHaveText(before!);
});

/** What shows the reader's values in every figure. All happen to one page: each time the slider is moved on first. */
const events: readonly (readonly [event: string, trigger: (page: Page) => Promise<void>])[] = [
	['is printed', (page) => page.evaluate(() => void dispatchEvent(new Event('beforeprint')))],
	['is searched', (page) => page.keyboard.press('F3')],
	['is copied', (page) => page.evaluate(() => void document.dispatchEvent(new Event('copy')))],
	['has been left alone for a while', (page) => page.clock.runFor(10_000)],
];
test('every figure shows the reader’s values when the page is printed, searched, copied or left alone for a while', async ({
	page,
	open,
}) => {
	test.slow();
	await page.clock.install();
	await open(whole);
	await stopClock(page);
	for (const [event, trigger] of events)
		await test.step(`when it ${event}`, async () => {
			const before = await move(page);
			await page.clock.runFor(100);
			const soon = moved(before, await summaries(page)).length;
			await trigger(page);
			await page.clock.runFor(100);
			await expect
				.poll(async () => moved(before, await summaries(page)).length, { message: event })
				.toBeGreaterThan(soon);
		});
});
