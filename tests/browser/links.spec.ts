import type { Page } from '@playwright/test';
import { copyLink, expect, flagship, readings, sectionPages, test, wake, watchAddress } from './site.ts';

/** Moves a slider away from where it stands, whichever way there is room. */
async function nudge(page: Page, index: number) {
	const slider = page.locator('.slider input').nth(index);
	await slider.press((await slider.inputValue()) === '1000' ? 'PageDown' : 'PageUp');
}

for (const { path } of sectionPages)
	test(`every slider of /${path} travels in a link`, async ({ page, browser, open }) => {
		test.slow();
		await open(path);
		const untouched = await readings(page);
		const elsewhere = await browser.newContext();
		const other = await elsewhere.newPage();
		for (let i = 0; i < (await page.locator('.slider input').count()); i++) {
			await nudge(page, i);
			const mine = await readings(page);
			expect(mine, `slider ${i} changes something`).not.toEqual(untouched);
			const link = await copyLink(page);
			expect(new URL(link).search).toMatch(/^\?m=\d+(&[a-z0-9-]+=[\w.%-]*\w)+$/);
			await other.goto(link);
			await wake(other);
			await expect.poll(() => readings(other), { message: link }).toEqual(mine);
			await page.locator('.control', { has: page.locator('.slider') }).nth(i).locator('.reset').click();
			await expect.poll(() => readings(page), { message: `reset of slider ${i}` }).toEqual(untouched);
		}
		await elsewhere.close();
	});

test('all sliders at once travel in one link, and one button takes all back', async ({ page, context, open }) => {
	await open('');
	const untouched = await readings(page);
	for (let i = 0; i < (await page.locator('.slider input').count()); i++) await nudge(page, i);
	const mine = await readings(page);
	const other = await context.newPage();
	await open(await copyLink(page), other);
	await expect.poll(() => readings(other)).toEqual(mine);
	await page.getByRole('button', { name: /^Ledger/ }).click();
	await page.getByRole('button', { name: 'Reset all' }).click();
	await expect.poll(() => readings(page)).toEqual(untouched);
	await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('the address is never written on load, and then at most once in 400 ms', async ({ page, open }) => {
	const log = await watchAddress(page);
	await open(`${flagship}?m=1&rl-per-inference=1.7&utm_source=friend`);
	await page.waitForFunction(() => performance.now() > 2000);
	expect(await log()).toEqual([]);
	const slider = page.locator('#compute-per-level .slider input').first();
	for (let burst = 0; burst < 3; burst++) {
		for (let i = 0; i < 12; i++) await slider.press('ArrowRight');
		const count = burst + 1;
		await expect.poll(async () => (await log()).length).toBeGreaterThanOrEqual(count);
	}
	const written = await log();
	expect(written.every(({ kind }) => kind === 'replaceState')).toBe(true);
	for (let i = 1; i < written.length; i++) expect(written[i]!.at - written[i - 1]!.at).toBeGreaterThan(395);
	expect(new URL(page.url()).search).toMatch(/utm_source=friend/);
});

test('jumps, back, forward and reload keep link, sliders and sentences in agreement', async ({ page, context, open }) => {
	test.slow();
	await open('');
	const fresh = await context.newPage();
	const agrees = async (step: string) => {
		await wake(page);
		await open(page.url(), fresh);
		const expected = await readings(fresh);
		await expect.poll(() => readings(page), { message: step }).toEqual(expected);
	};
	const first = page.locator('#compute-per-level .slider input').first();
	const second = page.locator('#revenue-gap .slider input').first();
	await first.press('PageUp');
	// At once, before the address was written.
	await page.locator('.contents a[href="#diffusion"]').click();
	await expect(page).toHaveURL(/\?m=1&rl-per-inference=[\d.]+#diffusion$/);
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
	await page.goto(new URL(flagship, page.url()).href);
	await page.goBack();
	await agrees('back from another page');
});

test('settings travel along to other pages of the essay', async ({ page, open }) => {
	await open(flagship);
	await page.locator('#compute-per-level .slider input').first().press('PageUp');
	await page.locator('a[rel="next"]').click();
	await expect(page).toHaveURL(/diffusion\/\?m=1&rl-per-inference=/);
	await expect(page.locator('[aria-label="Your settings"]')).toContainText('Ledger: 1');
	await page.locator('a[rel="prev"]').click();
	await wake(page);
	await expect(page.locator('#compute-per-level .reset').first()).toHaveAttribute('aria-disabled', 'false');
	await page.locator('.contents-title a').click();
	await expect(page).toHaveURL(/\/\?m=1&rl-per-inference=/);
});

test('a later section says which of the reader’s settings it leans on', async ({ page, open }) => {
	await open('');
	const leaning = page.locator('.leans');
	for (const line of await leaning.all()) await expect(line).toBeHidden();
	for (let i = 0; i < (await page.locator('.slider input').count()); i++) await nudge(page, i);
	for (const line of await leaning.all()) await expect(line).toContainText(/counts here: .+\./);
	await expect(page.locator('.contents .moved:visible').first()).toBeVisible();
});

test('a link that cannot reach the clipboard is shown to be copied by hand', async ({ page, open }) => {
	await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('closed')) } }));
	await open(flagship);
	await page.locator('#compute-per-level .slider input').first().press('PageUp');
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await expect(page.getByLabel(/Copy this link/)).toHaveValue(/\?m=1&rl-per-inference=/);
});
