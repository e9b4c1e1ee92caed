import { cellsByHand } from '../../src/experiments/slides.ts';
import { FIRST_SEED } from '../../src/state/first-seed.ts';
import { expect, test } from './site.ts';

const labels = cellsByHand(FIRST_SEED).map(({ label }) => label === 1);

test('a reader sorts the cells of the opening to the end, with the rule after the fourth and a second laboratory after the twelfth', async ({
	page,
	open,
}) => {
	await open('');
	const dots = page.locator('.opening .sort-by-hand');
	const [yes, no] = ['Macrophage', 'Look-alike'].map((name) => dots.getByRole('button', { name }));
	for (const [i, label] of labels.entries()) {
		await expect(dots.locator('.dot')).toHaveCount(i < 12 ? 12 : 6);
		if (i < 4) await expect(dots).not.toContainText('bean-shaped and lies to one side');
		if (i >= 4 && i < 12) await expect(dots).toContainText('bean-shaped and lies to one side');
		if (i >= 12) {
			await expect(dots).toContainText(
				`A new laboratory, with a stain of its own: dark and light are swapped. ${18 - i} more.`,
			);
			await expect(dots).not.toContainText('bean-shaped and lies to one side');
		}
		// The third and the last are answered wrong.
		await (label !== (i === 2 || i === 17) ? yes! : no!).click();
		if (i === 2) await expect(dots.getByRole('status')).toContainText(/^\s*Wrong/);
		if (i === 3) await expect(dots.getByRole('status')).toContainText(/Right: .*3 of 4 so far/);
	}
	await expect(dots).toContainText('You got 11 of 12 right in the first laboratory, and 5 of 6 in the second');
	await expect(dots).toContainText('One sentence was enough for both.');
	await dots.getByRole('button', { name: 'Sort them again' }).click();
	await expect(yes!).toBeFocused();
	await expect(dots.locator('.dot')).toHaveCount(12);
});

test('the cells are sorted by arrow keys, and each is described to those who do not see it', async ({ page, open }) => {
	await open('');
	const dots = page.locator('.opening .sort-by-hand');
	await dots.getByRole('button', { name: 'Macrophage' }).press('Enter');
	await expect(dots.getByRole('status')).toContainText(/Right|Wrong/);
	await expect(dots.getByRole('button', { name: 'Macrophage' })).toBeFocused();
	for (const label of labels.slice(1)) {
		await expect(dots.locator('.desk')).toContainText(/nucleus (to one side|in the middle)/);
		await page.keyboard.press(label ? 'ArrowLeft' : 'ArrowRight');
	}
	await expect(dots).toContainText('6 of 6');
});

test('what a reader sorted in the opening is neither kept nor sent', async ({ page, open }) => {
	await open('');
	const sent: string[] = [];
	await page.locator('.opening').getByRole('button', { name: 'Macrophage' }).click();
	await expect(page.locator('.opening .dot.right, .opening .dot.wrong')).toHaveCount(1);
	// Scripts are fetched while the reader pauses, in any case.
	page.on('request', (request) => {
		if (request.resourceType() !== 'script') sent.push(request.url());
	});
	const before = await page.evaluate(() => JSON.stringify(localStorage));
	await page.locator('.opening').getByRole('button', { name: 'Look-alike' }).click();
	expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
	expect(sent).toEqual([]);
	expect(new URL(page.url()).search).toBe('');
	await expect(page.locator('.opening .dot.right, .opening .dot.wrong')).toHaveCount(2);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the opening shows its cells and no button that would do nothing', async ({ page, origin }) => {
		await page.goto(new URL('', origin).href);
		await expect(page.locator('.opening .cell-picture')).toHaveCount(12);
		await expect(page.locator('.opening button').filter({ visible: true })).toHaveCount(0);
	});
});
