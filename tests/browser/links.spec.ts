import type { Page } from '@playwright/test';
import {
	atLength,
	copyLink,
	expect,
	flagship,
	readings,
	sectionPages,
	stopClock,
	test,
	wake,
	watchAddress,
	whole,
} from './site.ts';

/** Moves a slider away from its value, towards the end with more room. */
async function nudge(page: Page, index: number) {
	const slider = page.locator('.slider input').nth(index);
	await slider.press((await slider.inputValue()) === '1000' ? 'PageDown' : 'PageUp');
}

/** Moves every slider by a tenth of its length, in the page itself: a press of a key for each takes a minute on a long page. */
const nudgeAll = (page: Page) =>
	page.evaluate(async () => {
		for (const slider of document.querySelectorAll<HTMLInputElement>('.slider input')) {
			const tenth = Number(slider.max) / 10;
			slider.value = String(Number(slider.value) + (slider.value === slider.max ? -tenth : tenth));
			slider.dispatchEvent(new Event('input', { bubbles: true }));
		}
		await new Promise(requestAnimationFrame);
	});

/** Experiments show the essay's runs until those of other settings have come, so both pages are read again. */
const expectSameReadings = (one: Page, other: Page, message?: string) =>
	expect(async () => expect(await readings(one), message).toEqual(await readings(other))).toPass({ timeout: 20_000 });

for (const { path } of sectionPages) {
	test(
		`each slider of /${path} changes a result, adds its key to the address, and resets`,
		path === flagship ? {} : atLength,
		async ({ page, context, open }) => {
			test.slow();
			await open(path);
			const untouched = await readings(page);
			const sliders = await page.locator('.slider input').count();
			const reset = (i: number) =>
				page
					.locator('.control', { has: page.locator('.slider') })
					.nth(i)
					.locator('.reset')
					.click();
			for (let i = 0; i < sliders; i++) {
				await nudge(page, i);
				expect(await readings(page), `slider ${i} changes something`).not.toEqual(untouched);
				expect(new URL(await copyLink(page)).search, `slider ${i}`).toMatch(/^\?m=\d+(&[a-z0-9-]+=[\w.%-]*\w)+$/);
				await reset(i);
				await expect.poll(() => readings(page), { message: `reset of slider ${i}` }).toEqual(untouched);
			}
			for (let i = 0; i < sliders; i++) await nudge(page, i);
			const other = await context.newPage();
			await open(await copyLink(page), other);
			await expectSameReadings(other, page);
		},
	);

	// tests/state/link.svelte.test.ts tests the codec for every parameter; this tests the page with one slider at a time.
	test(`a copied link restores each slider of /${path} by itself`, atLength, async ({ page, browser, open }) => {
		test.slow();
		await open(path);
		const elsewhere = await browser.newContext();
		const other = await elsewhere.newPage();
		for (let i = 0; i < (await page.locator('.slider input').count()); i++) {
			await nudge(page, i);
			const link = await copyLink(page);
			await open(link, other);
			await expectSameReadings(other, page, link);
			await page
				.locator('.control', { has: page.locator('.slider') })
				.nth(i)
				.locator('.reset')
				.click();
		}
		await elsewhere.close();
	});
}

test('one link carries all sliders, later sections list those that they depend on, and “Reset all” resets them', async ({
	page,
	context,
	open,
}) => {
	test.slow();
	await open(whole);
	const untouched = await readings(page);
	const dependencyNotices = page.locator('.dependency-notice');
	for (const line of await dependencyNotices.all()) await expect(line).toBeHidden();
	await nudgeAll(page);
	for (const line of await dependencyNotices.all()) await expect(line).toContainText(/counts here: .+\./);
	await expect(page.locator('.contents .moved:visible').first()).toBeVisible();
	const other = await context.newPage();
	await open(await copyLink(page), other);
	await expectSameReadings(other, page);
	await page.getByRole('button', { name: /^Ledger/ }).click();
	await page.getByRole('button', { name: 'Reset all' }).click();
	await expect.poll(() => readings(page)).toEqual(untouched);
	await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('the address is not written on load, and once 400 ms after the last change', async ({ page, open }) => {
	await page.clock.install();
	const log = await watchAddress(page);
	await open(`${flagship}?m=3&rl-per-inference=1.7&utm_source=friend`);
	await stopClock(page);
	await page.clock.runFor(2000);
	expect(await log()).toEqual([]);
	const slider = page.locator('#compute-per-level .slider input').first();
	for (let burst = 0; burst < 3; burst++) {
		for (let i = 0; i < 4; i++) {
			await page.clock.runFor(399);
			await slider.press('ArrowRight');
		}
		await page.clock.runFor(399);
		expect(await log()).toHaveLength(burst);
		await page.clock.runFor(1);
		expect(await log()).toHaveLength(burst + 1);
	}
	await page.clock.runFor(5000);
	expect(await log()).toEqual(Array(3).fill('replaceState'));
	expect(new URL(page.url()).search).toMatch(/utm_source=friend/);
});

test('after a jump, back, forward and reload the address, sliders and sentences agree', async ({
	page,
	context,
	open,
}) => {
	test.slow();
	await open(whole);
	const fresh = await context.newPage();
	/** Returns what a newly opened page shows with these settings. */
	const expected = new Map<string, string[]>();
	const agrees = async (step: string) => {
		await wake(page);
		const { search } = new URL(page.url());
		if (!expected.has(search)) {
			await open(page.url(), fresh);
			expected.set(search, await readings(fresh));
		}
		await expect.poll(() => readings(page), { message: step }).toEqual(expected.get(search));
	};
	const first = page.locator('#compute-per-level .slider input').first();
	const second = page.locator('#revenue-gap .slider input').first();
	await first.press('PageUp');
	// Before the address is written.
	await page.locator('.contents a[href="#diffusion"]').click();
	await expect(page).toHaveURL(/\?m=3&rl-per-inference=[\d.]+#diffusion$/);
	await agrees('after a jump');
	await second.press('PageUp');
	await expect(page).toHaveURL(/[?&]revenue=[\d.]+.*#diffusion$/);
	const both = await readings(page);
	await page.locator('.contents a[href="#schlep"]').click();
	await page.goBack();
	await agrees('back');
	expect(await readings(page)).toEqual(both);
	await page.goBack();
	await agrees('back twice');
	await page.goForward();
	await agrees('forward');
	await page.reload();
	await agrees('reload');
	await page.goto(new URL(`/${flagship}`, page.url()).href);
	await page.goBack();
	await agrees('back from another page');
});

test('a link to another page of the essay carries the settings', async ({ page, open }) => {
	await open(flagship);
	await page.locator('#compute-per-level .slider input').first().press('PageUp');
	await page.locator('a[rel="next"]').click();
	await expect(page).toHaveURL(/diffusion\/\?m=3&rl-per-inference=/);
	await expect(page.locator('[aria-label="Your settings"]')).toContainText('Ledger: 1');
	await page.locator('a[rel="prev"]').click();
	await wake(page);
	await expect(page.locator('#compute-per-level .reset').first()).toHaveAttribute('aria-disabled', 'false');
	await page.locator('.contents-title a').click();
	await expect(page).toHaveURL(/\/\?m=3&rl-per-inference=/);
});

test('if the browser refuses the clipboard, the link is shown for copying by hand', async ({ page, open }) => {
	await page.addInitScript(() =>
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('closed')) } }),
	);
	await open(flagship);
	await page.locator('#compute-per-level .slider input').first().press('PageUp');
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await expect(page.getByLabel(/Copy this link/)).toHaveValue(/\?m=3&rl-per-inference=/);
});
