import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { atLength, expect, test, wake } from './site.ts';

const folder = fileURLToPath(new URL('../../content/figures/', import.meta.url));
/** The figures of models, with the reason that each without a handle gives. An experiment's picture shows published runs. */
const figures = readdirSync(folder)
	.map((file) => ({ id: file.replace(/\.mdx$/, ''), text: readFileSync(folder + file, 'utf8') }))
	.filter(({ text }) => /^model: /m.test(text))
	.map(({ id, text }) => ({ id, reason: /^handle: (.+)$/m.exec(text)?.[1] }));

/** Opens the figure on its embed page, in the middle of the viewport. */
async function openFigure(page: Page, origin: string, id: string): Promise<Locator> {
	await page.goto(new URL(`embed/${id}/`, origin).href);
	await wake(page);
	const figure = page.locator(`#${id}`);
	await figure.locator('details.more').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
	return figure;
}
const slider = (figure: Locator, key: string) =>
	figure.locator(`.control[data-parameter="${key}"] input[type="range"]`);
const valueOf = (figure: Locator, key: string) => slider(figure, key).getAttribute('aria-valuetext');
/** What a reader sees of the figure: title, verdict and picture. */
const seen = (figure: Locator) =>
	figure.evaluate((element) =>
		['.figure-title', '.verdict', '.picture', '.besides']
			.map((part) => element.querySelector(part)?.innerHTML ?? '')
			.join('\n')
			.replace(/<svg[^>]*class="handle.*?<\/svg><\/svg>/gs, ''),
	);
async function centreOf(handle: Locator) {
	await handle.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
	const box = (await handle.locator('.handle-hit').boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** The names of the figure's handles: the keys of what each sets. */
const handlesOf = (figure: Locator) =>
	figure.locator('.handle').evaluateAll((all) => all.map((handle) => (handle as HTMLElement).dataset['handle']!));

for (const { id, reason } of figures)
	test(`the picture of ${id} can be dragged, or says why not`, async ({ page, origin }) => {
		const figure = await openFigure(page, origin, id);
		const names = await handlesOf(figure);
		if (reason !== undefined) return expect(names).toEqual([]);
		expect(names.length).toBeGreaterThan(0);
		for (const [i, name] of names.entries()) {
			const handle = figure.locator('.handle').nth(i);
			const keys = name.split(' ');
			const before = await Promise.all(keys.map((key) => valueOf(figure, key)));
			const picture = await seen(figure);
			const { x, y } = await centreOf(handle);
			await page.mouse.move(x, y);
			await page.mouse.down();
			const box = (await figure.locator('.picture').boundingBox())!;
			// Towards the farther end of the picture.
			const [toX, toY] = [x < box.x + box.width / 2 ? 1 : -1, y < box.y + box.height / 2 ? 1 : -1];
			await page.mouse.move(x + (toX * box.width) / 6, y + (toY * box.height) / 6, { steps: 4 });
			for (const [k, key] of keys.entries())
				await expect.poll(() => valueOf(figure, key), `${id}: ${key} follows its mark`).not.toBe(before[k]);
			expect(await seen(figure), `${id}: ${name} changes what is seen`).not.toBe(picture);
			await page.keyboard.press('Escape');
			for (const [k, key] of keys.entries())
				await expect.poll(() => valueOf(figure, key), `${id}: Escape restores ${key}`).toBe(before[k]);
			await page.mouse.up();
		}
	});

test('a mark follows the mouse, and its drag is one step of the history', async ({ page, origin }) => {
	const figure = await openFigure(page, origin, 'bake-or-learn');
	const handle = figure.locator('.handle');
	const { x, y } = await centreOf(handle);
	const before = await valueOf(figure, 'localShare');
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (const by of [20, 60, 120]) {
		await page.mouse.move(x + by, y + 40);
		// A step of the slider is a hundredth of it.
		const step = ((await handle.boundingBox())!.width / 100) * 1.01;
		await expect
			.poll(async () => {
				const box = (await handle.locator('.handle-hit').boundingBox())!;
				return Math.abs(box.x + box.width / 2 - x - by);
			})
			.toBeLessThan(step);
	}
	await page.mouse.up();
	await expect(figure.locator('.figure-title')).not.toContainText(before!);
	await figure.getByRole('button', { name: 'Undo' }).click();
	expect(await valueOf(figure, 'localShare')).toBe(before);
});

test('a mark on a map is dragged in two directions at once', async ({ page, origin }) => {
	const figure = await openFigure(page, origin, 'lead');
	const handle = figure.locator('.handle.moves-both');
	const { x, y } = await centreOf(handle);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 60, y - 80, { steps: 5 });
	await page.mouse.up();
	const box = (await handle.locator('.handle-hit').boundingBox())!;
	expect(Math.abs(box.x + box.width / 2 - x - 60)).toBeLessThan(8);
	expect(Math.abs(box.y + box.height / 2 - y + 80)).toBeLessThan(8);
	await expect(figure.locator('.figure-title')).toContainText('it runs away');
});

test('handles are hidden from assistive technology, and absent without scripts and in print', async ({
	page,
	origin,
	browser,
}) => {
	const figure = await openFigure(page, origin, 'impressive-useful');
	await expect(figure.locator('.handle').first()).toHaveAttribute('aria-hidden', 'true');
	expect(await figure.locator('.handle :is([tabindex], [role])').count()).toBe(0);
	await page.emulateMedia({ media: 'print' });
	await expect(figure.locator('.handle').first()).toBeHidden();
	const plain = await browser.newPage({ javaScriptEnabled: false });
	await plain.goto(new URL('embed/impressive-useful/', origin).href);
	expect(await plain.locator('.handle').count()).toBe(0);
	await plain.close();
});

test.describe('touch', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

	interface Point {
		readonly x: number;
		readonly y: number;
	}
	const touch = (
		cdp: CDPSession,
		type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
		points: readonly Point[],
	) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });
	async function swipe(cdp: CDPSession, from: Point, dx: number, dy: number) {
		await touch(cdp, 'touchStart', [from]);
		for (let i = 1; i <= 10; i++)
			await touch(cdp, 'touchMove', [{ x: from.x + (dx * i) / 10, y: from.y + (dy * i) / 10 }]);
		await touch(cdp, 'touchEnd', []);
	}
	const scrolled = (page: Page) => page.evaluate(() => scrollY);

	for (const [index, { id }] of figures.filter(({ reason }) => reason === undefined).entries())
		test(
			`a swipe up over the picture of ${id} scrolls the page`,
			index % 3 === 0 ? {} : atLength,
			async ({ page, origin }) => {
				const figure = await openFigure(page, origin, id);
				const cdp = await page.context().newCDPSession(page);
				for (const handle of await figure.locator('.handle').all()) {
					const isVertical = await handle.evaluate((element) => !element.classList.contains('moves-x'));
					const from = await centreOf(handle);
					const hit = (await handle.locator('.handle-hit').boundingBox())!;
					expect(Math.min(hit.width, hit.height)).toBeGreaterThanOrEqual(43);
					// A mark that moves up and down is taken by its grip alone.
					const start = isVertical ? { x: from.x + (from.x > 195 ? -60 : 60), y: from.y } : from;
					const key = (await handle.getAttribute('data-handle'))!.split(' ')[0]!;
					const [value, top] = [await valueOf(figure, key), await scrolled(page)];
					// Down, if the end of the page is near.
					const back = top > 300 ? -1 : 1;
					await swipe(cdp, start, 30, -250 * back);
					await expect.poll(async () => ((await scrolled(page)) - top) * back).toBeGreaterThan(50);
					expect(await valueOf(figure, key), key).toBe(value);
				}
			},
		);

	test('a finger drags a mark; a second finger is ignored, and a cancelled touch restores the value', async ({
		page,
		origin,
	}) => {
		const figure = await openFigure(page, origin, 'impressive-useful');
		const cdp = await page.context().newCDPSession(page);
		const from = await centreOf(figure.locator('.handle[data-handle="humanLevelYear"]'));
		const before = await valueOf(figure, 'humanLevelYear');
		const at = (dx: number) => ({ x: from.x + dx, y: from.y });
		await touch(cdp, 'touchStart', [at(0)]);
		for (const dx of [10, 30, 60]) await touch(cdp, 'touchMove', [at(dx)]);
		// The last move of several is applied a frame later than the first.
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		const dragged = await valueOf(figure, 'humanLevelYear');
		expect(dragged).not.toBe(before);
		const second = { x: from.x - 40, y: from.y + 60 };
		await touch(cdp, 'touchStart', [at(60), second]);
		await touch(cdp, 'touchMove', [at(60), { ...second, x: second.x - 30 }]);
		expect(await valueOf(figure, 'humanLevelYear')).toBe(dragged);
		await touch(cdp, 'touchCancel', []);
		await expect.poll(() => valueOf(figure, 'humanLevelYear')).toBe(before);
	});

	test('a mark that moves up and down follows a finger on its grip', async ({ page, origin }) => {
		const figure = await openFigure(page, origin, 'revenue-gap');
		const cdp = await page.context().newCDPSession(page);
		const from = await centreOf(figure.locator('.handle[data-handle="revenue"]'));
		const [before, top] = [await valueOf(figure, 'revenue'), await scrolled(page)];
		await swipe(cdp, from, 0, -60);
		await expect.poll(() => valueOf(figure, 'revenue')).not.toBe(before);
		expect(await scrolled(page)).toBe(top);
	});
});
