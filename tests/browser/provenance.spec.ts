import type { Page } from '@playwright/test';
import { atLength, expect, test, wake, whole } from './site.ts';

const growth = (page: Page) =>
	page.locator('#revenue-gap .control[data-parameter="revenueGrowth"] .slider input').first();
const revenue = (page: Page) => page.locator('#revenue-gap .slider input').first();
const text = async (input: ReturnType<typeof revenue>) => (await input.getAttribute('aria-valuetext'))!;
const greeting = (page: Page) => page.getByRole('complementary', { name: 'A shared link' });
const storage = (kind: 'localStorage' | 'sessionStorage') =>
	`Object.defineProperty(window, '${kind}', { get: () => { throw new Error('refused'); } });`;

for (const referrer of ['with', 'without'])
	for (const refused of [[], ['localStorage', 'sessionStorage']] as const)
		test(
			`the reader’s next page is not greeted ${referrer} a referrer, with ${refused.length > 0 ? 'no' : 'any'} storage`,
			(referrer === 'with') === (refused.length === 0) ? {} : atLength,
			async ({ page, open }) => {
				for (const kind of refused) await page.addInitScript(storage(kind));
				if (referrer === 'without')
					await page.addInitScript(`Object.defineProperty(document, 'referrer', { get: () => '' })`);
				await open('diffusion/');
				await revenue(page).press('PageUp');
				const mine = await text(revenue(page));
				await page.locator('a[rel="next"]').click();
				await wake(page);
				await expect(page.getByRole('button', { name: /^Ledger: 1/ })).toBeVisible();
				await expect(greeting(page)).toHaveCount(0);
				expect(await page.evaluate(() => document.documentElement.className)).not.toMatch(/sent|noted/);
				await page.locator('a[rel="prev"]').click();
				await wake(page);
				await expect(revenue(page)).toHaveAttribute('aria-valuetext', mine);
				await expect(greeting(page)).toHaveCount(0);
			},
		);

test('a link from another site of the origin, and the credit of an embedded figure, are greeted as a sender’s', async ({
	page,
	context,
	open,
}) => {
	await page.goto('favicon.svg');
	await page.evaluate(() => (location.href = '/diffusion/?m=3&revenue=61'));
	await expect(greeting(page)).toBeVisible();
	await open('embed/revenue-gap/?m=3&revenue=61');
	const [opened] = await Promise.all([context.waitForEvent('page'), page.locator('.credit a').click()]);
	await expect(greeting(opened)).toBeVisible();
	await page.locator('.credit a').evaluate((link: HTMLAnchorElement) => (link.target = '_self'));
	await page.locator('.credit a').click();
	await expect(greeting(page)).toBeVisible();
});

test('a neighbour’s keys are neither read nor written, and a former record of ours is taken over', async ({
	page,
	open,
}) => {
	const theirs = { settings: '{"now":"?page=2","before":""}', theme: 'dark' };
	const keys = () => page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
	await page.goto('favicon.svg');
	await page.evaluate(
		(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value)),
		theirs,
	);
	await open('diffusion/');
	expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
	await expect(page.locator('.offer')).toHaveCount(0);
	await revenue(page).press('PageUp');
	await expect(page).toHaveURL(/revenue=/);
	await page.locator('.theme-switch label').nth(1).click();
	expect(await keys()).toMatchObject({ ...theirs, 'missing-learner:/:theme': 'light' });
	await page.evaluate(() => {
		localStorage.clear();
		localStorage.setItem('settings', '{"now":"?m=3&revenue=61","before":""}');
		localStorage.setItem('theme', 'dark');
	});
	await page.goto('about:blank');
	await open('diffusion/');
	await expect(page.locator('.offer')).toContainText('1 number');
	expect(await keys()).toMatchObject({
		'missing-learner:/:settings': '{"now":"?m=3&revenue=61","before":""}',
		'missing-learner:/:theme': 'dark',
	});
});

for (const isCached of [true, false])
	test(`back and forward keep what the reader assumed since, ${isCached ? 'from the browser’s memory or not' : 'loaded anew'}`, async ({
		page,
		open,
	}) => {
		// A page with a listener of this kind is never kept in memory.
		if (!isCached) await page.addInitScript(() => addEventListener('unload', () => undefined));
		await open('diffusion/');
		await revenue(page).press('PageUp');
		const x = await text(revenue(page));
		await page.locator('a[rel="next"]').click();
		await wake(page);
		const other = page.locator('.slider input').first();
		await other.press('PageUp');
		await expect(page.getByRole('button', { name: /^Ledger: 2/ })).toBeVisible();
		const y = await text(other);
		await page.goBack();
		await wake(page);
		await expect(page.getByRole('button', { name: /^Ledger: 2/ })).toBeVisible();
		await expect(revenue(page)).toHaveAttribute('aria-valuetext', x);
		await expect.poll(() => new URL(page.url()).search).toMatch(/^\?m=3(&[a-z-]+=[^&]+){2}$/);
		await growth(page).press('PageUp');
		await expect(page.getByRole('button', { name: /^Ledger: 3/ })).toBeVisible();
		await page.goForward();
		await wake(page);
		await expect(page.getByRole('button', { name: /^Ledger: 3/ })).toBeVisible();
		await expect(other).toHaveAttribute('aria-valuetext', y);
		const { now, before } = await page.evaluate(
			() => JSON.parse(localStorage.getItem('missing-learner:/:settings')!) as { now: string; before: string },
		);
		expect([now.split('&').length, before]).toEqual([4, '']);
	});

test('back to a sender’s link greets again, and leaves the reader’s own settings for their own pages', async ({
	page,
	open,
}) => {
	await open('diffusion/?m=3&revenue=61');
	await expect(greeting(page)).toBeVisible();
	await page.locator('a[rel="next"]').click();
	await wake(page);
	await expect(greeting(page)).toHaveCount(0);
	await page.locator('.slider input').first().press('PageUp');
	await expect(page.getByRole('button', { name: /^Ledger: 2/ })).toBeVisible();
	await page.goBack();
	await wake(page);
	await expect(greeting(page)).toBeVisible();
	await expect(greeting(page)).toContainText('1 change');
	await page.goForward();
	await wake(page);
	await expect(page.getByRole('button', { name: /^Ledger: 2/ })).toBeVisible();
});

test('a jump within the page loses no setting if the browser refuses to replace the address', async ({
	page,
	open,
}) => {
	await page.addInitScript(() => {
		history.replaceState = () => {
			throw new DOMException('Too many calls', 'SecurityError');
		};
	});
	await open(whole);
	const slider = page.locator('#compute-per-level .slider input').first();
	await slider.press('PageUp');
	const moved = await text(slider);
	await page.locator('.contents a[href="#diffusion"]').click();
	await expect(page).toHaveURL(/#diffusion$/);
	await page.goBack();
	await page.goForward();
	await expect(slider).toHaveAttribute('aria-valuetext', moved);
	await expect(page.getByRole('button', { name: /^Ledger: 1/ })).toBeVisible();
});

test('the link to copy by hand takes the focus', async ({ page, open }) => {
	await page.addInitScript(() =>
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('closed')) } }),
	);
	await open('diffusion/');
	await page.getByRole('button', { name: 'Copy link', exact: true }).click();
	await expect(page.getByLabel(/Copy this link/)).toBeFocused();
});
