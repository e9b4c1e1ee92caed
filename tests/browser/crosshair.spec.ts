import { expect, test, wake } from './site.ts';

test('the crosshair reads a curve, and a reported point with its month and source', async ({ page, origin }) => {
	await page.goto(new URL('embed/revenue-gap/', origin).href);
	await wake(page);
	const picture = page.locator('#revenue-gap .picture .plot-area');
	const readout = picture.locator('.readout');
	await picture.scrollIntoViewIfNeeded();
	const box = (await picture.locator(':scope > svg').first().boundingBox())!;
	const height = (await page.locator('#revenue-gap').boundingBox())!.height;
	await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5);
	await expect(readout).toHaveText(/^20\d\d\s+\$.*(tn|trillion)/);
	const dot = (await picture.locator('.dated').last().boundingBox())!;
	await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
	await expect(readout).toHaveText(/20\d\d: \$\d+.*; .+ 20\d\d, reported$/);
	// The line has its room.
	expect((await page.locator('#revenue-gap').boundingBox())!.height).toBe(height);
	await page.mouse.move(5, 5);
	await expect(readout).toHaveText('');
});

test('arrow keys step through the reported points of a chart', async ({ page, origin }) => {
	await page.goto(new URL('embed/time-horizon/', origin).href);
	await wake(page);
	const readout = page.locator('#time-horizon').getByRole('slider', { name: /^Reported points/ });
	await readout.focus();
	await page.keyboard.press('Home');
	const first = await readout.getAttribute('aria-valuetext');
	await page.keyboard.press('ArrowRight');
	await expect(readout).not.toHaveAttribute('aria-valuetext', first!);
	await expect(readout).toHaveAttribute('aria-valuenow', '2');
	await expect(readout).toHaveText((await readout.getAttribute('aria-valuetext'))!);
});

test('axes stay while a slider is held, and say on release that they widened', async ({ page, origin }) => {
	await page.goto(new URL('embed/compute-per-level/', origin).href);
	await wake(page);
	const figure = page.locator('#compute-per-level');
	await figure.locator('details.more').evaluate((fold: HTMLDetailsElement) => (fold.open = true));
	const slider = figure.locator('[data-parameter="gptLevels"] .slider input');
	const top = figure.locator('.picture .axis-y text').last();
	const before = await top.textContent();
	const dispatch = (type: string) =>
		slider.evaluate(
			(element, name) => element.dispatchEvent(new PointerEvent(name, { bubbles: true, pointerId: 9 })),
			type,
		);
	await dispatch('pointerdown');
	await slider.fill('1000');
	await expect(figure.locator('.off-axis').first()).toBeVisible();
	expect(await top.textContent()).toBe(before);
	await dispatch('pointerup');
	await expect(top).not.toHaveText(before!);
	await expect(figure.locator('.axis-change').first()).toHaveText('axis widened');
	await expect(figure.locator('.off-axis')).toHaveCount(0);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });
	test('headline and verdict stay in view above the picture with every slider of a figure', async ({
		page,
		origin,
	}) => {
		await page.goto(new URL('embed/gap-decomposition/', origin).href);
		await wake(page);
		const figure = page.locator('#gap-decomposition');
		for (const slider of await figure.locator('.controls > .control .slider input').all()) {
			await slider.evaluate((element) => element.scrollIntoView({ block: 'center' }));
			for (const line of ['.in-hand-title', '.in-hand-verdict'])
				await expect(figure.locator(line)).toBeInViewport({ ratio: 1 });
			await expect(figure.locator('.in-hand-title')).toHaveText(/^Of [\d.]+ orders, diffusion takes/);
		}
		const total = await figure.evaluate((element) => {
			const [text, picture] = ['.in-hand', '.picture'].map((part) =>
				element.querySelector(part)!.getBoundingClientRect(),
			);
			return (picture!.bottom - text!.top) / innerHeight;
		});
		expect(total).toBeLessThan(0.55);
		const hidden = ({ scrollHeight, clientHeight }: Element) => scrollHeight - clientHeight;
		expect(
			await figure.locator('.in-hand-title').evaluate(hidden),
			'pixels of the headline that are cut off',
		).toBeLessThanOrEqual(1);
		const said = await figure.locator('.in-hand-verdict').textContent();
		await figure.locator('.slider input').first().fill('0');
		await expect(figure.locator('.in-hand-verdict')).not.toHaveText(said!);
	});
});
