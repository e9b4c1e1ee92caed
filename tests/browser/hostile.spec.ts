import { existsSync, readFileSync } from 'node:fs';
import { expect, faults, flagship, sectionPages, test, wake } from './site.ts';

const shared = new URL('../hostile-links.txt', import.meta.url);
/** One query to a line; lines that start with # are remarks. */
const listed = existsSync(shared) ? readFileSync(shared, 'utf8').split('\n').map((line) => line.replace(/\r$/, '')).filter((line) => line && !line.startsWith('#')) : [];
const refused = [
	'rl-per-inference=NaN', 'rl-per-inference=Infinity', 'rl-per-inference=-0x10', 'rl-per-inference=1,000,000', 'rl-per-inference=', 'rl-per-inference', 'rl-per-inference=+2',
	'rl-per-inference=1e999', 'rl-per-inference=-1e300', 'rl-per-inference=%E0%A4%A', 'rl-per-inference=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', 'rl-per-inference=2.0.0',
	'rl-per-inference=1.5&rl-per-inference=2.5', 'rl-per-inferense=2', 'm=999', 'm=-1&gpt-levels=%00', 'gdp=1e-300', 'rl-share=%E2%80%AE50%25', `a=${'9'.repeat(9000)}`, 'x=1&'.repeat(70),
];
const ignored = ['__proto__=1&constructor=2&toString=3', '&&&==&=&?', '%=%&%00=%00', 'utm_source=a+b&fbclid=1'];

const asQuery = (line: string) => line.replace(/^[/?]+/, '');
const batches = <T>(list: readonly T[], size: number) => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

const cases = [...refused.map((query) => ({ query, notice: true })), ...ignored.map((query) => ({ query, notice: false })), ...listed.map((query) => ({ query: asQuery(query), notice: undefined }))];
for (const [i, batch] of batches(cases, 20).entries())
	test(`hostile links, ${i * 20 + 1} to ${i * 20 + batch.length}`, async ({ page, origin }) => {
		test.slow();
		await page.addInitScript(() => Object.assign(window, { arrivedAt: location.href }));
		for (const { query, notice } of batch) {
			await page.goto('about:blank');
			await page.goto(`${new URL(flagship, origin).href}?${query}`);
			await wake(page);
			expect(await faults(page), query).toEqual([]);
			expect(await page.evaluate(() => location.href === (window as unknown as { arrivedAt: string }).arrivedAt), `address kept: ${query}`).toBe(true);
			expect(await page.locator('img[src="x"], .notice script').count(), query).toBe(0);
			if (notice !== undefined) await expect(page.locator('.notice'), query).toHaveCount(notice ? 1 : 0);
		}
	});

test('a notice says what was asked and what is shown, and can be dismissed', async ({ page, open }) => {
	await open(`${flagship}?rl-per-inference=99`);
	await expect(page.locator('.notice')).toContainText('“99” is above 3.0; showing 3.0.');
	await page.getByRole('button', { name: 'Dismiss' }).click();
	await expect(page.locator('.notice')).toHaveCount(0);
});

for (const { path } of sectionPages)
	test(`every slider of /${path} at both ends`, async ({ page, open }) => {
		test.slow();
		await open(path);
		const sliders = await page.locator('.slider input').all();
		for (const [i, slider] of sliders.entries())
			for (const key of ['Home', 'End']) {
				await slider.press(key);
				expect(await slider.inputValue()).toBe(key === 'Home' ? '0' : '1000');
				expect(await faults(page), `slider ${i} at ${key}`).toEqual([]);
			}
		for (const key of ['Home', 'End', 'Home']) {
			for (const [i, slider] of sliders.entries()) await slider.press(key === 'End' && i % 2 ? 'Home' : key);
			expect(await faults(page), `all at ${key}`).toEqual([]);
		}
	});
