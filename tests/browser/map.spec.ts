import type { Page } from '@playwright/test';
import { expect, test, wake } from './site.ts';

const dot = (page: Page) => page.locator('#quadrant .handle .handle-hit');
async function centreOf(page: Page) {
	const box = (await dot(page).boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
const held = (page: Page, key: string) =>
	page.locator(`#quadrant .control[data-parameter="${key}"] input[type="range"]`).getAttribute('aria-valuetext');

test('the reader’s place on the map is dragged with two assumptions, as one step, and leaves a trail', async ({
	page,
	origin,
}) => {
	await page.goto(new URL('embed/quadrant/', origin).href);
	await wake(page);
	await dot(page).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
	const before = [await held(page, 'humanLevelYear'), await held(page, 'yearsPerBottleneck')];
	const { x, y } = await centreOf(page);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 12, y + 25, { steps: 5 });
	await expect.poll(async () => Math.abs((await centreOf(page)).y - y - 25)).toBeLessThan(8);
	await page.mouse.up();
	for (const [i, key] of ['humanLevelYear', 'yearsPerBottleneck'].entries())
		expect(await held(page, key)).not.toBe(before[i]);
	await expect(page.locator('#quadrant .map-trail')).toBeAttached();
	// The runs confirm the place.
	await expect(page.locator('html[data-counting]')).toHaveCount(0, { timeout: 60_000 });
	const settled = await centreOf(page);
	expect(Math.hypot(settled.x - x + 12, settled.y - y - 25)).toBeLessThan(16);
	await page.locator('#quadrant').getByRole('button', { name: 'Undo' }).click();
	expect([await held(page, 'humanLevelYear'), await held(page, 'yearsPerBottleneck')]).toEqual(before);
});

for (const width of [360, 1440])
	test(`the map names every position, without overlap, at ${width} pixels`, async ({ page, origin }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(new URL('your-forecast/', origin).href);
		await page.locator('#quadrant').scrollIntoViewIfNeeded();
		const boxes = await page.locator('#quadrant .plot-area :is(.mark-label, .value-label)').evaluateAll((labels) =>
			labels
				.filter((label) => getComputedStyle(label).display !== 'none')
				.map((label) => {
					const { left, right, top, bottom } = label.getBoundingClientRect();
					return {
						text: label.textContent,
						left,
						right,
						top,
						bottom,
						size: parseFloat(getComputedStyle(label).fontSize),
					};
				}),
		);
		for (const name of [
			'you',
			'The post',
			'A year on',
			'Ord’s reply',
			'Short timelines',
			'Diffusion first',
			'Weak links',
			'Patel',
		])
			expect(
				boxes.some(({ text }) => text.startsWith(name)),
				name,
			).toBe(true);
		for (const [i, a] of boxes.entries()) {
			expect(a.size).toBeGreaterThanOrEqual(12);
			for (const b of boxes.slice(i + 1)) {
				const [wide, high] = [
					Math.min(a.right, b.right) - Math.max(a.left, b.left),
					Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
				];
				expect(wide > 1 && high > 4, `“${a.text}” lies on “${b.text}”`).toBe(false);
			}
		}
	});

test('the map in the bar follows what the reader changes, in words too, and leads to the large one', async ({
	page,
	open,
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await open('rl-scaling/');
	const small = page.getByRole('link', {
		name: /^The map: nineteen jobs in twenty within a machine’s reach by 2030 in \d/,
	});
	await expect(small).toBeAttached();
	const box = (await small.boundingBox())!;
	expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
	await open('rl-scaling/?m=3&human-level-year=2029');
	await expect(
		page.getByRole('link', { name: /^Your place on the map: .*by 2030 in 1\d of a hundred runs/ }),
	).toBeAttached();
	await page.locator('.bar-map').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/your-forecast\/.*#quadrant$/);
	await expect(
		page.getByRole('link', { name: /^Your place on the map: .*by 2030 in 1\d of a hundred runs/ }),
	).toBeAttached();
	await page.locator('#forecast .control[data-parameter="humanLevelYear"] .slider input').press('PageUp');
	await expect(page.locator('.bar-map .map-trail')).toBeAttached();
});
