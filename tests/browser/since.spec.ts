import { expect, sectionPages, test } from './site.ts';

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

	test('/since/ lists every finding by date, and filters them by direction and section', async ({ page, origin }) => {
		await page.goto(new URL('since/', origin).href);
		const rows = page.locator('.findings li');
		const all = await rows.count();
		expect(all).toBeGreaterThan(20);
		const check = (name: string) => page.getByRole('radio', { name, exact: true }).check();
		await check('Against it');
		const against = await rows.filter({ visible: true }).all();
		expect(against.length).toBeGreaterThan(0);
		for (const row of against) await expect(row).toContainText('Against it');
		await check('Is it only slow to spread?');
		for (const row of await rows.filter({ visible: true }).all()) {
			await expect(row).toContainText('Is it only slow to spread?');
			await expect(row).toContainText('Against it');
		}
		expect(await rows.filter({ visible: true }).count()).toBeLessThan(against.length);
		await page.getByRole('group', { name: 'Which way it points' }).getByRole('radio', { name: 'All' }).check();
		await page.getByRole('group', { name: 'Section' }).getByRole('radio', { name: 'All' }).check();
		await expect(rows.filter({ visible: true })).toHaveCount(all);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
	});
	test('every section ends with its findings, each with a source, and leads to all of them', async ({
		page,
		origin,
	}) => {
		let sum = 0;
		for (const { path } of sectionPages) {
			await page.goto(new URL(path, origin).href);
			const heading = page.getByRole('heading', { name: 'Since December' });
			await expect(heading).toBeVisible();
			for (const row of await page.locator('.section .findings li').all()) {
				sum++;
				await expect(row.locator('a[href*="/method/#ref-"]')).toHaveCount(1);
			}
			await expect(page.locator('.all-findings a')).toHaveAttribute('href', /since\/$/);
		}
		await page.goto(new URL('since/', origin).href);
		await expect(page.locator('.findings li')).toHaveCount(sum);
	});
});
