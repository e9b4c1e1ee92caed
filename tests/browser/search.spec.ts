import { expect, test } from './site.ts';

const dialog = 'dialog.search';

test('“/” opens the search, and “robots” leads to the paragraphs on robots in one step', async ({ page }) => {
	await page.goto('diffusion/');
	await page.keyboard.press('/');
	await page.locator(`${dialog} input`).fill('Does it say anything about robots?');
	await expect(page.locator(`${dialog} [role=status]`)).toHaveText(/\d+ places/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/what-are-we-scaling\/#robot-homes$/);
});

test('a result keeps the reader’s settings', async ({ page, open }) => {
	await open('diffusion/?m=3&revenue=105');
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await page.locator(`${dialog} input`).fill('decomposition');
	await page.locator('.search-hits a').first().click();
	await expect(page).toHaveURL(/revenue=105.*#gap-decomposition$/);
});

test('arrow keys go through the results, and Escape closes the search', async ({ page, open }) => {
	await open('diffusion/');
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await page.locator(`${dialog} input`).fill('learning');
	await expect(page.locator('.search-hits a')).not.toHaveCount(0);
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('.search-hits a').first()).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(page.locator(`${dialog} input`)).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.locator(dialog)).toHaveCount(0);
});

test.describe('if the documents cannot be fetched', () => {
	test.use({ noisy: true });
	test('the search says so, and tries again', async ({ page, open }) => {
		await page.route('**/search.json', (route) => route.abort());
		await open('diffusion/');
		await page.getByRole('button', { name: 'Search', exact: true }).click();
		await expect(page.locator(`${dialog} [role=alert]`)).toContainText('could not be loaded');
		await page.unroute('**/search.json');
		await page.getByRole('button', { name: 'Try again' }).click();
		await page.locator(`${dialog} input`).fill('qqqq');
		await expect(page.locator(`${dialog} [role=status]`)).toContainText('Nothing was found');
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the link leads to a list of everything', async ({ page }) => {
		await page.goto('diffusion/');
		await page.getByRole('link', { name: 'Search', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything in this essay');
		await page.getByRole('link', { name: 'The robot in the kitchen' }).click();
		await expect(page.locator('#the-robot-in-the-kitchen')).toBeInViewport();
	});
});
