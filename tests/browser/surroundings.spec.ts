import { atLength, expect, faults, flagship, readings, test, wake, openFold } from './site.ts';

// Slow networks, failing scripts, refused permissions and accessibility settings.

test('a slider moved before hydration keeps its value when scripts arrive late and out of order', async ({
	page,
	origin,
}) => {
	const waiting: (() => void)[] = [];
	let isHeld = true;
	await page.route('**/*.js', async (route) => {
		if (isHeld) await new Promise<void>((go) => waiting.push(go));
		await route.continue();
	});
	await page.goto(new URL(flagship, origin).href, { waitUntil: 'commit' });
	await page.locator('#compute-per-level .slider input').first().waitFor({ state: 'attached' });
	await page.mouse.move(5, 5);
	await expect.poll(() => waiting.length).toBeGreaterThan(1);
	// No island is hydrated yet.
	const slider = page.locator('#compute-per-level .slider input').first();
	await slider.evaluate((input: HTMLInputElement) => {
		input.value = '800';
		input.dispatchEvent(new Event('input', { bubbles: true }));
	});
	isHeld = false;
	for (const go of waiting.toReversed()) go();
	await wake(page);
	expect(await slider.inputValue()).toBe('800');
	await expect(page).toHaveURL(/[?&]m=\d+&/);
	expect(await faults(page)).toEqual([]);
});

const settings = '?m=1&rl-per-inference=1.5&gpt-levels=2&revenue=300&adoption-share=0.2';
for (const [what, path, hash, at, usual] of [
	['a section', '', '#diffusion', '#diffusion-heading', 360],
	['a figure', '', '#revenue-gap', '#revenue-gap-title', 1280],
	['the essay', '', '', 'h1', 768],
	['a section’s page', 'diffusion/', '', 'h1', 360],
] as const)
	for (const width of [360, 768, 1280])
		test(
			`the greeting of a link to ${what} fills its reserved room and shifts nothing, at ${width} px`,
			width === usual ? {} : atLength,
			async ({ page, origin }) => {
				await page.setViewportSize({ width, height: 900 });
				const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
				await page.route('**/*.js', async (route) => {
					await released;
					await route.continue();
				});
				await page.goto(new URL(path + settings + hash, origin).href, { waitUntil: 'domcontentloaded' });
				await page.evaluate(() => document.fonts.ready);
				const top = () => page.locator(at).evaluate((element) => element.getBoundingClientRect().top);
				await expect.poll(top).toBeLessThan(1000);
				const before = await top();
				release(undefined);
				await expect(page.locator('.greeting .found')).toBeInViewport();
				expect(Math.abs((await top()) - before)).toBeLessThan(30);
			},
		);

test.describe('a worker that fails', () => {
	test.use({ noisy: true });
	for (const [how, body, message, division] of [
		['cannot be fetched', undefined, 'The runs could not be loaded', 'The runs could not be loaded'],
		[
			'throws at its start',
			'throw new Error("broken")',
			'would not start the runs',
			'would not start the worker that divides',
		],
	] as const)
		test(`shows an error in place of ranges if it ${how}, and sliders still work`, async ({ page, open }) => {
			await page.route('**/runs.worker*', (route) =>
				body === undefined ? route.abort() : route.fulfill({ contentType: 'text/javascript', body }),
			);
			await open('diffusion/?m=3&seed=1');
			await expect(page.locator('#revenue-gap .outcomes')).toContainText(message);
			const before = await readings(page);
			await page.locator('#revenue-gap .slider input').first().press('End');
			expect(await readings(page)).not.toEqual(before);
			await open('your-forecast/?m=3&their-m=3&their-human-level-year=2042');
			await expect(page.locator('.compare')).toContainText(division);
			expect(await faults(page)).toEqual([]);
		});
});

test('the export menu shows a text field to copy from if sharing and the clipboard are refused', async ({
	page,
	open,
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'share', {
			value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
		});
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('closed')) } });
	});
	await open('diffusion/');
	const figure = page.locator('#revenue-gap');
	await openFold(figure, '.export-fold');
	await figure.getByRole('button', { name: 'Share …' }).click();
	await expect(figure.getByLabel('To be copied by hand')).toHaveValue(/#revenue-gap$/);
	await figure.getByRole('button', { name: 'BibTeX' }).click();
	await expect(figure.getByLabel('To be copied by hand')).toHaveValue(/^@misc/);
});

test('“Share” shares the title of the figure, its link and its PNG', async ({ page, open }) => {
	await page.addInitScript(() => {
		Object.assign(navigator, { canShare: () => true });
		Object.defineProperty(navigator, 'share', {
			value: ({ title, url, files }: ShareData) =>
				void Object.assign(window, { shared: [title, url, files?.map(({ name, type }) => `${name} ${type}`)] }),
		});
	});
	await open('diffusion/?m=3&revenue=40');
	const figure = page.locator('#revenue-gap');
	await openFold(figure, '.export-fold');
	await figure.getByRole('button', { name: 'Share …' }).click();
	await expect
		.poll(() => page.evaluate(() => (window as unknown as { shared?: unknown }).shared))
		.toEqual([
			expect.stringContaining('$40 billion'),
			expect.stringMatching(/\?m=3&revenue=40#revenue-gap$/),
			['revenue-gap.png image/png'],
		]);
});

test('comparison and export menu are visible with reduced motion, more contrast and forced colours', async ({
	page,
	open,
}) => {
	// Scripts read the first as the page loads; the others are for style sheets alone.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open('your-forecast/?m=3&their-m=3&their-human-level-year=2042&their-substitutability=0.3');
	await expect(page.locator('.compare .finding')).toContainText('apart');
	const menu = page.locator('#forecast .export-menu');
	await openFold(page.locator('#forecast'), '.export-fold');
	await expect(menu).toBeVisible();
	for (const media of [{}, { contrast: 'more' }, { contrast: 'no-preference', forcedColors: 'active' }] as const) {
		await page.emulateMedia(media);
		for (const part of await page.locator('.compare tbody tr.whole rect').all()) await expect(part).toBeVisible();
		await expect(menu).toBeVisible();
		expect(await faults(page)).toEqual([]);
	}
	await page.getByRole('button', { name: 'Close' }).click();
	await expect(page.locator('.compare')).toHaveCount(0);
	await expect(menu).toBeVisible();
});

test('a right-to-left name leaves the direction of its sentence unchanged', async ({ page, open }) => {
	await open(`your-forecast/?m=3&their-name=${encodeURIComponent('דנה \u202e')}&their-m=3&their-human-level-year=2042`);
	await expect(page.locator('.compare .finding')).toContainText(/^You and דנה are [\d.]+ years apart/);
	await expect(page.locator('.compare .name')).toHaveValue('דנה');
});

test('the comparison has no horizontal overflow at 400% zoom', async ({ page, open }) => {
	await page.setViewportSize({ width: 320, height: 256 });
	await open('your-forecast/?m=3&their-m=3&their-human-level-year=2042');
	const place = page.locator('.compare');
	await expect(place.locator('.finding')).toContainText('apart');
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	expect(await place.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
	const last = place.getByRole('button', { name: 'Let theirs go' });
	await last.scrollIntoViewIfNeeded();
	await expect(last).toBeInViewport();
	await place.getByRole('button', { name: 'Close' }).click();
	await expect(place).toHaveCount(0);
});

test(
	'a page restored from the back-forward cache shows the values of its address',
	atLength,
	async ({ page, open }) => {
		await open('your-forecast/?m=3&their-m=3&their-human-level-year=2042');
		const finding = await page.locator('.compare .finding').textContent();
		await page.goto('about:blank');
		await page.goBack();
		await wake(page);
		await expect(page.getByRole('button', { name: /^You and/ })).toBeVisible();
		if (!(await page.locator('.compare').isVisible())) await page.getByRole('button', { name: /^You and/ }).click();
		await expect(page.locator('.compare .finding')).toHaveText(finding!);
	},
);
