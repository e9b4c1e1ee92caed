import { atLength, expect, flagship, sectionPages, stopClock, test } from './site.ts';

for (const [index, { path }] of sectionPages.entries())
	test(
		`Tab reaches every control of /${path}, each with a visible focus`,
		index % 3 === 0 ? {} : atLength,
		async ({ page, open }) => {
			test.slow();
			await open(path);
			const expected = await page.evaluate(() => {
				const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]')];
				const groups = new Set<string>();
				return all
					.filter((element) => {
						if (
							!element.checkVisibility({ visibilityProperty: true }) ||
							element.closest('details:not([open]) > :not(summary)')
						)
							return false;
						// Tab stops once in a group of radio buttons.
						if (element instanceof HTMLInputElement && element.type === 'radio')
							return element.checked && !groups.has(element.name) && groups.add(element.name);
						return true;
					})
					.map((element, i) => (element.setAttribute('data-stop', String(i)), i));
			});
			const reached = new Set<number>();
			for (let presses = 0; presses < expected.length + 5 && reached.size < expected.length; presses++) {
				await page.keyboard.press('Tab');
				const stop = await page.evaluate(() => {
					const element = document.activeElement as HTMLElement;
					if (element === document.body) return undefined;
					const near = [
						element,
						element.nextElementSibling,
						element.parentElement,
						element.parentElement?.parentElement,
					].filter((one) => one != null);
					const shown = near.some((one) => {
						const { outlineStyle, outlineWidth } = getComputedStyle(one);
						return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
					});
					const box = element.getBoundingClientRect();
					const inView = box.bottom > 0 && box.top < innerHeight;
					return {
						number: Number(element.dataset['stop'] ?? -1),
						shown,
						inView,
						html: element.outerHTML.slice(0, 120),
					};
				});
				if (!stop) continue;
				expect(stop.shown, `focus is seen on ${stop.html}`).toBe(true);
				expect(stop.inView, `focus is on the screen at ${stop.html}`).toBe(true);
				// Elements rendered after the count, such as a button that waits for a result, are not counted.
				if (stop.number >= 0) reached.add(stop.number);
			}
			expect(expected.filter((number) => !reached.has(number))).toEqual([]);
		},
	);

test('arrow, Page, Home and End keys move a slider and do not scroll the page', async ({ page, open }) => {
	await open(flagship);
	const slider = page.locator('#compute-per-level .slider input').first();
	await slider.focus();
	await page.evaluate(() => scrollBy(0, 40));
	// Compares the slider's place on the screen, because scrollY changes if a sentence above grows by a line.
	const place = async () => Math.round((await slider.boundingBox())!.y);
	const top = await place();
	for (const [key, value] of [
		['ArrowRight', '2.02'],
		['ArrowUp', '2.04'],
		['ArrowLeft', '2.02'],
		['ArrowDown', '2.0'],
		['PageUp', '2.2'],
		['PageDown', '2.0'],
		['End', '3.0'],
		['ArrowRight', '3.0'],
		['Home', '1.0'],
		['PageDown', '1.0'],
	] as const) {
		// slider.press() would scroll the slider into view.
		await page.keyboard.press(key);
		await expect(slider, key).toHaveAttribute('aria-valuetext', value);
		expect(await place(), key).toBe(top);
	}
	await page.locator('#compute-per-level .reset').first().press('Enter');
	await expect(slider).toHaveAttribute('aria-valuetext', '2.0');
});

test('a number in a sentence: arrows step it, Enter opens a field, Escape restores it', async ({ page, open }) => {
	await open(flagship);
	const adjust = page.locator('.prose > p .adjust', {
		has: page.getByRole('slider', { name: 'RL tenfolds per thinking tenfold' }),
	});
	const input = adjust.locator('input');
	const label = (await input.getAttribute('aria-label'))!;
	const before = (await input.getAttribute('aria-valuetext'))!;
	const sentence = () =>
		page.locator('p', { hasText: 'Fourth, multiply' }).locator('[data-live*="rlScaleUp"]').first().textContent();
	const was = await sentence();
	await input.focus();
	await input.press('ArrowRight');
	await expect(input).not.toHaveAttribute('aria-valuetext', before);
	expect(await sentence()).not.toBe(was);
	await input.press('Escape');
	await expect(input).toHaveAttribute('aria-valuetext', before);
	expect(await sentence()).toBe(was);

	const typed = page.locator('.prose > p').getByLabel(`${label}, exact value`);
	await input.press('Enter');
	await expect(typed).toBeFocused();
	await typed.fill('2.5');
	await typed.press('Enter');
	await expect(typed).toHaveCount(0);
	await expect(input).toHaveAttribute('aria-valuetext', '2.5');
	// After Enter the focus is back on the number.
	await expect(input).toBeFocused();

	await input.press('Enter');
	await typed.fill('lots');
	await typed.press('Enter');
	await expect(page.locator('.field-message')).toContainText('“lots” is not a number. Try 2.');
	await expect(typed).toHaveAttribute('aria-invalid', 'true');
	await typed.press('Escape');
	await expect(typed).toHaveCount(0);
	await expect(input).toHaveAttribute('aria-valuetext', '2.5');
	await expect(input).toBeFocused();
});

test('a number in a sentence: dragging changes it, a click opens a field', async ({ page, open }) => {
	await open(flagship);
	const adjust = page.locator('.prose > p .adjust', {
		has: page.getByRole('slider', { name: 'RL tenfolds per thinking tenfold' }),
	});
	await adjust.scrollIntoViewIfNeeded();
	const input = adjust.locator('input');
	const before = (await input.getAttribute('aria-valuetext'))!;
	const box = (await adjust.boundingBox())!;
	await page.mouse.move(box.x + 8, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 5 });
	await page.mouse.up();
	await expect(input).not.toHaveAttribute('aria-valuetext', before);
	await input.press('Escape');
	await expect(input).toHaveAttribute('aria-valuetext', before);
	await adjust.click();
	await expect(page.locator('.prose > p .number-field input')).toBeFocused();
});

test('the field beside a slider accepts numbers with units, and shows an error for anything else', async ({
	page,
	open,
}) => {
	await open('');
	const exact = page.locator('#revenue-gap .number-field').first();
	const [value, field] = [exact.getByRole('button'), exact.getByRole('textbox')];
	const slider = page.locator('#revenue-gap .slider input').first();
	await value.press('Enter');
	await expect(field).toBeFocused();
	await field.fill('100bn');
	await field.press('Enter');
	await expect(value).toBeFocused();
	await expect(slider).toHaveAttribute('aria-valuetext', /100.billion/);
	await value.click();
	await field.fill('zzz');
	await field.press('Enter');
	await expect(page.locator('#revenue-gap .field-message')).toContainText('is not a number. Try');
	await field.press('Escape');
	await expect(page.locator('#revenue-gap .field-message')).toHaveCount(0);
	await value.click();
	await field.fill('1e99');
	await field.press('Enter');
	await expect(page.locator('#revenue-gap .field-message')).toContainText('outside');
	expect(await slider.inputValue()).toBe('1000');
});

test('after a pause, a live region announces the figure’s sentence once', async ({ page, open }) => {
	await page.clock.install();
	await page.addInitScript(() => {
		addEventListener('DOMContentLoaded', () => {
			const spoken: string[] = [];
			Object.assign(window, { spoken });
			const region = document.getElementById('results')!;
			new MutationObserver(() => spoken.push(region.textContent!)).observe(region, {
				childList: true,
				characterData: true,
				subtree: true,
			});
		});
	});
	await open(flagship);
	await stopClock(page);
	const told = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
	const slider = page.locator('#compute-per-level .slider input').first();
	const sentence = async () =>
		(await page.locator('#compute-per-level .verdict').textContent())!.replace(/\s+/g, ' ').trim();
	for (let i = 0; i < 8; i++) {
		await slider.press('ArrowRight');
		await page.clock.runFor(i < 7 ? 300 : 699);
	}
	expect(await told()).toEqual([]);
	await page.clock.runFor(1);
	const first = await sentence();
	expect(await told()).toEqual([first]);
	await slider.press('ArrowLeft');
	await page.clock.runFor(1999);
	expect(await told()).toEqual([first]);
	await page.clock.runFor(1);
	expect(await told()).toEqual([first, await sentence()]);
});
