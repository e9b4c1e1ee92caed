import { expect, test, wake } from './site.ts';

test('a reader who comes back is told once what is new, and nothing moves', async ({ page, open }) => {
	await open('');
	await wake(page);
	const said = page.locator('.comes-back');
	await expect(said).toBeAttached();
	await expect(said).toBeEmpty();
	await page.evaluate(() => {
		const key = Object.keys(localStorage).find((name) => name.endsWith(':visit'))!;
		const [edition, findings] = localStorage.getItem(key)!.split(' ');
		localStorage.setItem(key, `${edition} ${Number(findings) - 3} 2026-01`);
	});
	await page.reload();
	const heading = page.getByRole('heading', { level: 1 });
	const before = await heading.boundingBox();
	await wake(page);
	await expect(
		page.getByRole('status').filter({ hasText: 'Since your last visit: three findings more' }),
	).toBeVisible();
	expect(await heading.boundingBox()).toEqual(before);
	await expect(said.getByRole('link')).toHaveAttribute('href', /since\//);
	await said.getByRole('button', { name: 'Dismiss this line' }).click();
	await expect(said).toBeEmpty();
	await page.reload();
	await wake(page);
	await expect(said).toBeAttached();
	await expect(said).toBeEmpty();
});
