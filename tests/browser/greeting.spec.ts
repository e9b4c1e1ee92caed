import type { Page } from '@playwright/test';
import { copyLink, expect, test, wake } from './site.ts';

const phone = { width: 360, height: 740 };
const sent = '?m=1&revenue=105&revenue-growth=4#diffusion';
const greeting = (page: Page) => page.getByRole('complementary', { name: 'A shared link' });
const revenue = (page: Page) => page.locator('#revenue-gap .slider input').first();

test.describe('the greeting on a phone', () => {
	test.use({ viewport: phone, hasTouch: true });

	test('shows the sender’s result and the essay’s without scrolling, and covers no text', async ({ page, origin }) => {
		await page.goto(new URL(sent, origin).href);
		const found = greeting(page).locator('dd');
		await expect(found).toHaveCount(2);
		const [theirs, essays] = await found.allInnerTexts();
		expect(theirs).not.toBe(essays);
		expect(theirs).toMatch(/\d/);
		for (const part of [...(await found.all()), ...(await greeting(page).locator('li').all())])
			await expect(part).toBeInViewport({ ratio: 1 });
		for (const name of ['Keep', 'The essay’s'])
			await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
		// The bar alone is fixed, and it is one line.
		const fixed = await page.evaluate(() =>
			[...document.querySelectorAll('body *')]
				.filter((element) => !element.matches('.skip'))
				.filter((element) => getComputedStyle(element).position === 'fixed' && element.checkVisibility())
				.map((element) => [element.className, element.getBoundingClientRect().height / innerHeight] as const),
		);
		expect(fixed.map(([name]) => name)).toEqual([expect.stringMatching(/^reader-bar/)]);
		expect(fixed[0]![1]).toBeLessThanOrEqual(0.1);
		// The greeting is in the flow, above the section's first line.
		const [box, heading] = await Promise.all([
			greeting(page).boundingBox(),
			page.locator('#diffusion-heading').boundingBox(),
		]);
		expect(box!.y).toBeGreaterThanOrEqual(0);
		expect(box!.y + box!.height).toBeLessThanOrEqual(heading!.y);
	});

	test('each change links to its slider, and a button of the bar scrolls back to the greeting', async ({
		page,
		open,
	}) => {
		await open(sent);
		await greeting(page)
			.getByRole('button', { name: /^Growth of revenue/ })
			.click();
		await expect(page.locator('#revenue-gap .control[data-parameter="revenueGrowth"] .slider input')).toBeFocused();
		await page.mouse.wheel(0, -60);
		await page.getByRole('button', { name: 'Theirs: 2' }).click();
		await expect(greeting(page)).toBeInViewport();
		await expect(page.getByRole('button', { name: 'Theirs: 2' })).toHaveCount(0);
	});
});

test('kept settings are offered in one line on the next visit, and count as the reader’s own', async ({
	page,
	context,
	open,
}) => {
	await open(sent);
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(greeting(page)).toContainText('Kept: their 2 changes are yours now.');
	await page.close();
	const later = await context.newPage();
	await open('', later);
	await expect(revenue(later)).toHaveAttribute('aria-valuetext', /^\$?29/);
	const offer = later.locator('.offer');
	await expect(offer).toContainText('numbers here were not the essay’s');
	await offer.getByRole('button', { name: 'Put them back' }).click();
	await expect(revenue(later)).toHaveAttribute('aria-valuetext', /105/);
	await expect(offer).toHaveCount(0);
	await expect(greeting(later)).toHaveCount(0);
	await later.keyboard.press('ControlOrMeta+z');
	await expect(revenue(later)).toHaveAttribute('aria-valuetext', /^\$?29/);
});

test('a later visit shows the essay’s settings and the offer without any interaction', async ({
	page,
	context,
	open,
}) => {
	await open('diffusion/?m=3&revenue=105');
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await page.close();
	const later = await context.newPage();
	await later.goto('');
	await expect(later.locator('.offer')).toContainText('Last time 1 number here was not the essay’s');
	const marks = await later.evaluate(() => {
		const root = getComputedStyle(document.documentElement);
		return [root.opacity, getComputedStyle(document.body).opacity, root.fill];
	});
	expect(marks).toEqual(['1', '1', 'rgb(0, 0, 0)']);
});

test('an embedded figure shows no greeting and saves nothing', async ({ page, open }) => {
	await open('embed/revenue-gap/?m=1&revenue=105&revenue-growth=4&theme=dark');
	await expect(revenue(page)).toHaveAttribute('aria-valuetext', /105/);
	await expect(page.locator('.greeting')).toHaveCount(0);
	await revenue(page).press('PageUp');
	await expect(page).toHaveURL(/m=3&/);
	expect(await page.evaluate(() => localStorage.getItem('missing-learner:/:settings'))).toBeNull();
});

test('the confirmation calls settings theirs only until one changes, and the focus moves to Undo', async ({
	page,
	open,
}) => {
	await open('diffusion/?m=3&revenue=105&revenue-growth=4');
	await revenue(page).press('PageUp');
	await page.getByRole('button', { name: 'Keep', exact: true }).press('Enter');
	await expect(greeting(page)).toContainText('Kept: these numbers, with what you have moved, are yours now.');
	await expect(greeting(page).getByRole('button', { name: 'Undo' })).toBeFocused();
});

test('Undo takes back either answer', async ({ page, open }) => {
	await open(sent);
	await page.getByRole('button', { name: 'The essay’s', exact: true }).click();
	await expect(revenue(page)).toHaveAttribute('aria-valuetext', /^\$?29/);
	await greeting(page).getByRole('button', { name: 'Undo' }).click();
	await expect(revenue(page)).toHaveAttribute('aria-valuetext', /105/);
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await greeting(page).getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
	expect(await page.evaluate(() => localStorage.getItem('missing-learner:/:settings'))).toBeNull();
});

test('a kept link replaces the saved settings, and the ledger restores those', async ({ page, context, open }) => {
	await open('diffusion/');
	await revenue(page).press('PageUp');
	await expect(page).toHaveURL(/revenue=/);
	const mine = await revenue(page).getAttribute('aria-valuetext');
	await page.close();
	const other = await context.newPage();
	await open('diffusion/?m=3&revenue-growth=4', other);
	await expect(revenue(other)).toHaveAttribute('aria-valuetext', /^\$?29/);
	await other.getByRole('button', { name: 'Keep', exact: true }).click();
	await other.getByRole('button', { name: /^Ledger/ }).click();
	await other.getByRole('button', { name: 'What I had before' }).click();
	await expect(revenue(other)).toHaveAttribute('aria-valuetext', mine!);
	await expect(other.locator('#revenue-gap .control[data-parameter="revenueGrowth"] .slider input')).toHaveAttribute(
		'aria-valuetext',
		/^3 /,
	);
});

test('two tabs keep separate settings, and neither overwrites what the other saved', async ({
	page,
	context,
	open,
}) => {
	await open('diffusion/');
	const other = await context.newPage();
	await open('diffusion/', other);
	await revenue(page).press('PageUp');
	await expect(page).toHaveURL(/revenue=/);
	await revenue(other).press('PageDown');
	await expect(other).toHaveURL(/revenue=/);
	const stored = () =>
		page.evaluate(() => JSON.parse(localStorage.getItem('missing-learner:/:settings')!) as Record<string, string>);
	// A tab receives the other's storage a moment later.
	await expect.poll(stored).toEqual({ now: new URL(other.url()).search, before: new URL(page.url()).search });
	expect(new URL(other.url()).search).not.toBe(new URL(page.url()).search);
	await page.reload();
	await wake(page);
	await expect(page.getByRole('button', { name: /^Ledger: 1/ })).toBeVisible();
});

test('if the browser refuses storage, everything else works', async ({ page, open }) => {
	await page.addInitScript(() =>
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new Error('refused');
			},
		}),
	);
	await open('diffusion/');
	await revenue(page).press('PageUp');
	await expect(page).toHaveURL(/revenue=/);
	expect(await copyLink(page)).toMatch(/revenue=/);
});

test('the method page counts the saved settings and removes them', async ({ page, open }) => {
	await open('diffusion/');
	await revenue(page).press('PageUp');
	await expect(page).toHaveURL(/revenue=/);
	await page.locator('.site-links').getByRole('link', { name: 'Sources' }).click();
	await wake(page);
	await expect(page).toHaveURL(/method\/\?m=3&revenue=/);
	const saved = page.locator('.saved-settings');
	await expect(saved).toContainText('1 number of your own');
	await saved.getByRole('button', { name: 'Forget' }).click();
	await expect(saved).toContainText('Nothing is kept');
	expect(await page.evaluate(() => localStorage.getItem('missing-learner:/:settings'))).toBeNull();
});

test('a hash without a target adds a notice', async ({ page, open }) => {
	await open('#difusion');
	await expect(page.locator('.notice')).toContainText('There is no “difusion” on this page');
});

for (const [behind, name] of [
	[').', '“diffusion).” in the link was read as “diffusion”'],
	['?utm_source=mail', '“diffusion?utm_source=mail” in the link was read as “diffusion”'],
	['?m=3&revenue=105', 'Settings after “#diffusion” in the link were read'],
] as const)
	test(`a place with “${behind}” behind its name is found, and a notice says so`, async ({ page, open }) => {
		await open(`#diffusion${behind}`);
		await expect(page.locator('.notice').first()).toContainText(name);
		await expect(page.locator('#diffusion')).toBeInViewport();
		await expect(page).toHaveURL(behind.includes('revenue') ? /\?m=3&revenue=105#diffusion$/ : /\/#diffusion$/);
	});

test('links to sources carry the reader’s settings, in the same tab and in a new one', async ({
	page,
	context,
	open,
}) => {
	await open('diffusion/');
	await revenue(page).press('PageUp');
	const source = page.locator('#revenue-gap .provenance a').first();
	await page.locator('#revenue-gap .provenance summary').first().click();
	const [tab] = await Promise.all([context.waitForEvent('page'), source.click({ modifiers: ['ControlOrMeta'] })]);
	await expect(tab).toHaveURL(/method\/\?m=3&revenue=[\d.]+#ref-/);
});
