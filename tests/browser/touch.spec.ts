import type { CDPSession, Page } from '@playwright/test';
import { expect, flagship, test, wake, whole } from './site.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

interface Point {
	readonly x: number;
	readonly y: number;
}
const touch = (cdp: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
	cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });
/** Moves one finger from a point by `dx` and `dy`, in ten steps. */
async function swipe(cdp: CDPSession, from: Point, dx: number, dy: number) {
	await touch(cdp, 'touchStart', [from]);
	for (let i = 1; i <= 10; i++)
		await touch(cdp, 'touchMove', [{ x: from.x + (dx * i) / 10, y: from.y + (dy * i) / 10 }]);
	await touch(cdp, 'touchEnd', []);
}
/** Brings a control to the middle of the screen and returns the point at a share of its width. */
async function pointOn(page: Page, selector: string, share: number): Promise<Point> {
	const control = page.locator(selector).first();
	await control.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
	const box = (await control.boundingBox())!;
	return { x: box.x + box.width * share, y: box.y + box.height / 2 };
}

const SLIDER = '#compute-per-level .slider input';
const NUMBER = '.prose .adjust[data-parameter]';
const valueOf = (page: Page, selector: string) =>
	page
		.locator(selector)
		.first()
		.evaluate((element) =>
			(element.matches('input') ? element : element.querySelector('input')!).getAttribute('aria-valuetext'),
		);

for (const [name, selector] of [
	['a slider', SLIDER],
	['a number in a sentence', NUMBER],
] as const) {
	test(`a horizontal swipe on ${name} changes the value; a vertical one, which scrolls the page, and a pinch leave it`, async ({
		page,
		open,
	}) => {
		await open(flagship);
		const cdp = await page.context().newCDPSession(page);
		for (const dx of [0, 60]) {
			const from = await pointOn(page, selector, 0.8);
			const [value, top] = [await valueOf(page, selector), await page.evaluate(() => scrollY)];
			// The page moves on after the finger has left it, and a touch would only stop it.
			const stopped = page.evaluate(
				() => new Promise<void>((done) => addEventListener('scrollend', () => done(), { once: true })),
			);
			await swipe(cdp, from, dx, -250);
			await stopped;
			await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 50);
			expect(await valueOf(page, selector), `${dx} px aside`).toBe(value);
		}
		await expect(page.getByRole('button', { name: 'Undo' }).first()).not.toBeInViewport();
		expect(page.url()).not.toContain('m=');

		const value = await valueOf(page, selector);
		await swipe(cdp, await pointOn(page, selector, 0.5), 70, 2);
		await expect.poll(() => valueOf(page, selector)).not.toBe(value);

		const swiped = await valueOf(page, selector);
		const from = await pointOn(page, selector, 0.7);
		const fingers = (apart: number) => [
			{ x: from.x - apart / 2, y: from.y },
			{ x: from.x + apart / 2, y: from.y + apart / 2 },
		];
		await touch(cdp, 'touchStart', fingers(40).slice(0, 1));
		await touch(cdp, 'touchStart', fingers(40));
		for (let apart = 50; apart <= 160; apart += 10) await touch(cdp, 'touchMove', fingers(apart));
		await touch(cdp, 'touchEnd', []);
		await expect.poll(() => valueOf(page, selector)).toBe(swiped);
	});
}

test('the first tap of a visit, on Contents, opens them and leaves them open', async ({ page, origin }) => {
	await page.goto(origin);
	await page.locator('.bar-contents').tap();
	await wake(page);
	await expect(page.locator('#contents')).toBeVisible();
});

test('the first tap of a visit on a number in a sentence opens its field', async ({ page, origin }) => {
	await page.goto(new URL(flagship, origin).href);
	await page.locator(NUMBER).first().scrollIntoViewIfNeeded();
	await page.locator(NUMBER).first().tap();
	await expect(page.locator('.prose .number-field input')).toBeFocused();
});

test('the first tap of a visit on a copy button copies once', async ({ page, context, origin }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(new URL(flagship, origin).href);
	await page.locator('.section-tools .copy-link').tap();
	await expect(page.locator('.section-tools .copy-link')).toHaveClass(/copied/);
	expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(flagship);
});

test('a step by assistive technology moves every slider of the essay', async ({ page, open }) => {
	test.slow();
	await open(whole);
	const stuck = await page.evaluate(async () => {
		const found: string[] = [];
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		for (const input of document.querySelectorAll<HTMLInputElement>('.slider input')) {
			// A slider at its upper end takes one step down first.
			if (input.value === input.max) {
				input.stepDown();
				input.dispatchEvent(new Event('input', { bubbles: true }));
				await frame();
			}
			const before = input.getAttribute('aria-valuetext');
			input.stepUp();
			input.dispatchEvent(new Event('input', { bubbles: true }));
			await frame();
			const up = input.getAttribute('aria-valuetext');
			input.stepDown();
			input.dispatchEvent(new Event('input', { bubbles: true }));
			await frame();
			const label = `${input.closest('figure')?.id} ${input.labels?.[0]?.textContent}: ${before}, ${up}`;
			if (up === before || input.getAttribute('aria-valuetext') !== before) found.push(label);
		}
		return found;
	});
	expect(stuck).toEqual([]);
});
