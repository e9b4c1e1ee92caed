import type { Page } from '@playwright/test';
import { atLength, expect, flagship, test, wake, openFold } from './site.ts';

// What a reader sees if scripts do not come: none of them, or those that are fetched later.

test.use({ noisy: true });

const forecast = 'your-forecast/';
const FAILED = /could not be loaded/;

test.describe('if no script of the site comes', () => {
	for (const [path, isImmediate] of [
		[flagship, false],
		[`${flagship}?m=3&gpt-level=150`, true],
		['embed/revenue-gap/', false],
		['embed/revenue-gap/?m=3&revenue=300', true],
	] as const)
		test(`/${path} says so on the first screen, and shows no control that would do nothing`, async ({
			page,
			origin,
		}) => {
			await page.setViewportSize({ width: 360, height: 780 });
			await page.route('**/_astro/*.js', (route) => route.abort());
			await page.goto(new URL(path, origin).href);
			// A link with settings starts at once; another page with the first move, which is that of a reader who tries a slider.
			if (!isImmediate) await page.mouse.move(5, 5);
			const notice = page.locator('.without-scripts');
			await expect(notice).toBeInViewport();
			await expect(notice).toContainText('The scripts did not load');
			await expect(page.locator('html')).not.toHaveClass(/scripts|sent|noted|has-saved/);
			await expect(
				page
					.locator('body')
					.locator('button:not([aria-pressed="true"]), input, select, .slider, .reader-bar')
					.filter({ visible: true }),
			).toHaveCount(0);
			await expect(page.locator('figure.figure .picture svg').first()).toBeVisible();
		});
});

/** Blocks every script that the page has not fetched yet. Returns a function that lets them come. */
async function blockFurther(page: Page) {
	await page.route('**/_astro/*.js*', (route) => route.abort());
	return () => page.unroute('**/_astro/*.js*');
}

test.describe('if a part that is fetched later does not come', () => {
	test('the ledger says so where it opens, and opens with another try', async ({ page, open }) => {
		await open(flagship);
		const unblock = await blockFurther(page);
		await page.getByRole('button', { name: /^Ledger/ }).click();
		const message = page.locator('.drawer');
		await expect(message).toContainText('The ledger could not be loaded.');
		await expect(message).toBeInViewport();
		// The message stays while the ledger is fetched again, so the test waits for the request.
		const failedAgain = page.waitForEvent('requestfailed', (request) => request.url().includes('Ledger'));
		await message.getByRole('button', { name: 'Try again' }).click();
		await failedAgain;
		await expect(message).toContainText('The ledger could not be loaded.');
		await unblock();
		await message.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('complementary', { name: 'Your ledger' })).toBeVisible();
		await expect(page.getByText(FAILED)).toHaveCount(0);
	});

	test('the ledger is fetched again when it is opened, after a failure in advance that went unsaid', async ({
		page,
		open,
	}) => {
		await open(flagship);
		const unblock = await blockFurther(page);
		const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('Ledger'));
		await page.locator('#compute-per-level .slider input').first().press('PageUp');
		await failed;
		await expect(page.getByRole('button', { name: /^Ledger: 1/ })).toBeVisible();
		await expect(page.getByText(FAILED)).toHaveCount(0);
		await unblock();
		await page.getByRole('button', { name: /^Ledger/ }).click();
		await expect(page.getByRole('complementary', { name: 'Your ledger' })).toBeVisible();
	});

	test('“How sure are we?” says so in figures and above the bar, and shows its ranges once the connection is back', async ({
		page,
		context,
		open,
	}) => {
		await open('diffusion/');
		await context.setOffline(true);
		await page.getByRole('switch', { name: 'How sure are we?' }).click();
		const notice = page.locator('.later-notice');
		await expect(notice).toContainText('he ranges in the text');
		await expect(notice).toContainText('he ranges and compared curves in the charts');
		await expect(notice).toContainText(FAILED);
		await expect(notice).toBeInViewport();
		await expect(page.locator('figure .later').filter({ hasText: 'The range of outcomes' }).first()).toBeAttached();
		await expect(page.locator('[role="alert"]')).toHaveCount(2);
		await context.setOffline(false);
		await expect(page.getByText(FAILED)).toHaveCount(0);
		await expect(page.locator('figure .outcomes svg').first()).toBeVisible();
		await expect(page.locator('.live.ranged').first()).toBeAttached();
		await expect(page.locator('.single-runs').first()).toBeAttached();
	});

	test('the notice above the bar can be closed, and a press on it fetches every part again', async ({ page, open }) => {
		await open('diffusion/');
		const unblock = await blockFurther(page);
		await page.getByRole('switch', { name: 'How sure are we?' }).click();
		const notice = page.locator('.later-notice');
		await notice.getByRole('button', { name: 'Close' }).click();
		await expect(notice).toHaveCount(0);
		await page.getByRole('switch', { name: 'How sure are we?' }).click();
		await expect(page.getByText(FAILED)).toHaveCount(0);
		await page.getByRole('switch', { name: 'How sure are we?' }).click();
		// While the part is being fetched the button says “Trying again …”: a request still under way could succeed once unblocked.
		const again = page.locator('figure .later').getByRole('button', { name: 'Try again' }).first();
		await expect(again).toBeVisible();
		await unblock();
		await again.click();
		await expect(page.getByText(FAILED)).toHaveCount(0);
		await expect(page.locator('figure .outcomes svg').first()).toBeVisible();
	});

	test('the runs say so where their results would stand, and start with another try', async ({ page, open }) => {
		await page.route('**/runs.worker*', (route) => route.abort());
		await open('diffusion/?m=3&seed=1');
		const message = page.locator('#revenue-gap .outcomes');
		await expect(message).toContainText('The runs could not be loaded.');
		await page.unroute('**/runs.worker*');
		await message.getByRole('button', { name: 'Try again' }).click();
		await expect(message.locator('svg')).toBeVisible();
	});

	test('the export menu and the letters of a picture are fetched again', async ({ page, open }) => {
		await open('diffusion/');
		let unblock = await blockFurther(page);
		const figure = page.locator('#revenue-gap');
		await openFold(figure, '.export-fold');
		await expect(figure.locator('.export-fold')).toContainText('The menu could not be loaded.');
		// Closed and opened again, it still offers to try again.
		await openFold(figure, '.export-fold');
		await openFold(figure, '.export-fold');
		await unblock();
		await figure.locator('.export-fold').getByRole('button', { name: 'Try again' }).click();
		unblock = await blockFurther(page);
		await figure.getByRole('button', { name: 'SVG' }).click();
		await expect(figure.locator('.said')).toHaveText(
			'The letters of the picture could not be loaded. Press again to try again.',
		);
		await unblock();
		const saved = page.waitForEvent('download');
		await figure.getByRole('button', { name: 'SVG' }).click();
		expect((await saved).suggestedFilename()).toBe('revenue-gap.svg');
	});

	test('a link says so above the bar, and keeps no room for its greeting', async ({ page, origin }) => {
		await page.route('**/_astro/Greeting*', (route) => route.abort());
		await page.goto(new URL('diffusion/?m=3&revenue=300', origin).href);
		const notice = page.locator('.later-notice');
		await expect(notice).toContainText('The note on these settings could not be loaded.');
		await expect(page.locator('html')).not.toHaveClass(/sent|noted|has-saved/);
		await page.unroute('**/_astro/Greeting*');
		await notice.getByRole('button', { name: 'Try again' }).click();
		await expect(page.locator('.greeting')).toBeVisible();
		await expect(notice).toHaveCount(0);
	});

	test('curves of compared positions, and the search for beliefs, say so and come with another try', async ({
		page,
		open,
	}) => {
		await page.route('**/_astro/{ways-to-believe,PositionSteps,AlternativeCurves}*', (route) => route.abort());
		await open(forecast);
		const question = page.locator('.have-to-believe');
		await question.getByLabel('Before which year').selectOption('2035');
		await expect(question).toContainText('What you would have to believe could not be loaded.');
		await page
			.getByRole('button', { name: /^Compare mine with/ })
			.first()
			.click();
		const notice = page.locator('.later-notice');
		await expect(notice).toContainText(
			'The ranges and compared curves in the charts and the steps of a compared position could not be loaded.',
		);
		await page.unroute('**/_astro/{ways-to-believe,PositionSteps,AlternativeCurves}*');
		await notice.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByText(FAILED)).toHaveCount(0);
		await expect(question).toContainText('believe one of these:');
		await expect(page.locator('#record g.position').first()).toBeAttached();
	});

	test('an embedded figure says so in the frame', async ({ page, open }) => {
		await open('embed/revenue-gap/');
		const unblock = await blockFurther(page);
		await openFold(page, '.question');
		await expect(page.locator('.question')).toContainText('The answer could not be loaded.');
		await unblock();
		await page.locator('.question').getByRole('button', { name: 'Try again' }).click();
		await expect(page.locator('.tornado')).toBeVisible();
	});

	test('an embedded figure says above itself what has no place in it', atLength, async ({ page, origin }) => {
		await page.setViewportSize({ width: 360, height: 780 });
		await page.route('**/_astro/AlternativeCurves*', (route) => route.abort());
		await page.goto(new URL('embed/revenue-gap/?m=3&seed=1', origin).href);
		await wake(page);
		const notice = page.locator('.later-notice');
		await expect(notice).toBeInViewport();
		await page.unroute('**/_astro/AlternativeCurves*');
		await notice.getByRole('button', { name: 'Try again' }).click();
		await expect(page.locator('.single-runs').first()).toBeAttached();
		await expect(notice).toHaveCount(0);
	});
});
