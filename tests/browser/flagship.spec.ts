import { expect, flagship, test, wake, whole } from './site.ts';

/** The two main sections: a drag updates all dependents in the same frame. */
for (const path of [whole, flagship])
	test(`a slider step updates sentence, equation, title and chart of /${path}`, async ({ page, open }) => {
		await open(path);
		const figure = page.locator('#compute-per-level');
		const slider = figure.locator('.slider input').first();
		const read = () =>
			page.evaluate(
				() =>
					new Promise<Record<string, string>>((done) =>
						requestAnimationFrame(() => {
							const figure = document.querySelector('#compute-per-level')!;
							const section = figure.closest('section')!;
							const text = (elements: Iterable<Element>) =>
								[...elements].map((element) => element.textContent).join(' | ');
							done({
								title: figure.querySelector('.figure-title')!.textContent!,
								verdict: text(figure.querySelectorAll('.verdict [data-live]')),
								sentences: text(
									[...section.querySelectorAll('p [data-live]')].filter((element) => !element.closest('figure')),
								),
								equation: text(section.querySelectorAll('dl.symbols [data-live]')),
								curves: [...figure.querySelectorAll('.picture svg path')]
									.map((path) => path.getAttribute('d'))
									.join(' '),
								summary: figure.querySelector('.summary')!.textContent!,
								spoken: figure.querySelector('.slider input')!.getAttribute('aria-valuetext')!,
							});
						}),
					),
			);
		// All of it is on the screen: text elsewhere is updated later (figure-scope.spec.ts).
		await page.setViewportSize({ width: 1280, height: 4000 });
		await page.locator('section:has(#compute-per-level) details:has(dl.symbols)').evaluateAll((all) => {
			for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true;
		});
		// Waits until scrolling settles: distant content is laid out on the way.
		await slider.hover();
		const before = await read();
		const box = (await slider.boundingBox())!;
		const at = (share: number) => [box.x + 9 + (box.width - 18) * share, box.y + box.height / 2] as const;
		await page.mouse.move(...at(0.5));
		await page.mouse.down();
		await page.mouse.move(...at(0.8), { steps: 6 });
		const during = await read();
		await page.mouse.up();
		await slider.press('ArrowRight');
		const after = await read();
		for (const part of Object.keys(before)) {
			expect(during[part], `${part} while dragging`).not.toBe(before[part]);
			expect(after[part], `${part} after a key`).not.toBe(during[part]);
		}
	});

test('the essay shows the baseline values', async ({ page, open }) => {
	await open(whole);
	const value = (id: string, of: string) => page.locator(`#${id} [data-live*='"${of}"']`).first();
	await expect(page.locator('#rl-scaling .prose > p', { hasText: 'Fourth, multiply' })).toContainText('1,000,000×');
	await expect(value('compute-per-level', 'rl-scaling.totalScaleUp')).toHaveText('500,000×');
	await expect(value('compute-per-level', 'rl-scaling.rlScaleUp')).toHaveText(/^1\smillion×$/);
	await expect(value('revenue-gap', 'revenue-gap.wageBill')).toHaveText(/^\$36.8.trillion$/);
});

test('hydration keeps a slider moved before it', async ({ page, origin }) => {
	const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
	await page.route(/_astro\/islands/, async (route) => (await held, route.continue()));
	await page.goto(new URL(flagship, origin).href);
	const slider = page.locator('#compute-per-level .slider input').first();
	await slider.focus();
	for (let i = 0; i < 50; i++) await slider.press('ArrowRight');
	expect(await slider.inputValue()).toBe('550');
	release(undefined);
	await expect(slider).toHaveAttribute('aria-valuetext', '2.1');
	expect(await slider.inputValue()).toBe('550');
	await expect(page.locator('#compute-per-level .figure-title')).toContainText('2 million× the RL');
	await expect(page).toHaveURL(/rl-per-inference=2\.1/);
});

test('hydration keeps choices, text and key presses made before it', async ({ page, origin }) => {
	const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
	await page.route(/_astro\/(?!Contents|ThemeSwitch|Layout).*\.js$/, async (route) => (await held, route.continue()));
	await page.goto(new URL(whole, origin).href);
	const exact = page.locator('#revenue-gap .number-field').first();
	const choice = page.locator('.choices').first().locator('button').last();
	const preset = page.locator('.presets').first().locator('button').last();
	await preset.click();
	await choice.click();
	await exact.getByRole('button').click();
	await page.locator('#compute-per-level .slider input').first().press('ArrowRight');
	release(undefined);
	await expect(preset).toHaveAttribute('aria-pressed', 'true');
	await expect(page.locator('#revenue-gap > astro-island')).not.toHaveAttribute('ssr');
	await exact.getByRole('textbox').fill('100bn');
	await exact.getByRole('textbox').press('Enter');
	await expect(page.locator('#revenue-gap .slider input').first()).toHaveAttribute('aria-valuetext', /100.billion/);
	await expect(choice).toHaveAttribute('aria-pressed', 'true');
	await expect(page).toHaveURL(/[?&]revenue=100/);
	await expect(page).toHaveURL(/[?&]rl-per-inference=2\.02/);
});

test('no model script is fetched before the first interaction, unless the address has settings', async ({
	page,
	origin,
}) => {
	await page.clock.install();
	const scripts: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.request().resourceType() === 'script')
			scripts.push(
				response.body().then(
					({ length }) => length,
					() => 0,
				),
			);
	});
	await page.goto(origin);
	// Also after a long time without interaction.
	await page.clock.runFor('10:00');
	// The two entries are a line each (hydration/directive.ts).
	const sizes = await Promise.all(scripts);
	expect(sizes.length).toBeLessThanOrEqual(2);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1000);
	await page.keyboard.press('Tab');
	await expect(page.locator('.opening astro-island').first()).not.toHaveAttribute('ssr');
	await page.goto(new URL('?m=1&learner-year=2040', origin).href);
	await expect(page.locator('[aria-label="Your settings"]')).toContainText('Ledger: 1');
});

test('an island that hydrates late keeps the reader’s values and shows them', async ({ page, origin }) => {
	await page.goto(new URL(`${whole}?m=1&rl-per-inference=1.5&revenue=100`, origin).href);
	// Hydrated by a change, not by scrolling.
	await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
	await wake(page);
	await expect(page.locator('#compute-per-level .slider input').first()).toHaveAttribute('aria-valuetext', /1\.5/);
	await expect(page.locator('#compute-per-level .figure-title')).toContainText('31,600×');
	expect((await page.locator('[aria-label="Your settings"]').textContent())!).toContain('Ledger: 2');
});
