import AxeBuilder from '@axe-core/playwright';
import { expect, faults, test } from './site.ts';

const forecast = 'your-forecast/';

test('a view is replayed on the map, step by step, and taken off again', async ({ page, open }) => {
	await open(forecast);
	const mind = page.locator('.mind', { hasText: 'Daniel Kokotajlo' });
	await mind.locator('summary').click();
	await mind.getByRole('button', { name: 'Replay it on the map' }).click();
	const map = page.locator('#quadrant');
	const diamonds = map.locator('.dated-diamond');
	await map.scrollIntoViewIfNeeded();
	await expect(diamonds).toHaveCount(1);
	await expect(mind.locator('li[aria-current="step"]')).toContainText('December 2025.');
	await mind.getByRole('button', { name: 'Next step' }).click();
	// Two dates, and from the first where the reports alone would have led.
	await expect(diamonds).toHaveCount(4);
	await expect(mind.locator('li[aria-current="step"]')).toContainText('April 2026.');
	await expect(map.locator('.point-label', { hasText: 'by the reports alone' }).first()).toBeAttached();
	expect(await faults(page)).toEqual([]);
	const { violations } = await new AxeBuilder({ page }).include('.minds').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await mind.getByRole('button', { name: 'Off the map' }).click();
	await expect(diamonds).toHaveCount(0);
});

test('dated links of one’s own are replayed, and a line that is none is named', async ({ page, open }) => {
	await open(forecast);
	await page.getByRole('button', { name: 'Compare with somebody’s link' }).click();
	const place = page.locator('.compare');
	await place.getByText('Or replay how your own view moved').click();
	await place
		.getByLabel('Your links, one a line')
		.fill('2025-12 ?m=3&human-level-year=2034\n2026-05 ?m=3&human-level-year=2031\n<b>hello</b>');
	await place.getByRole('button', { name: 'Replay' }).click();
	await expect(place).toContainText('Line 3: “<b>hello</b>” does not begin with a month.');
	await expect(place.getByRole('heading', { name: 'December 2025 to May 2026' })).toBeVisible();
	await expect(place).toContainText(/would have moved .* from 20\d\d\.\d to 20\d\d\.\d, .* You went to 20\d\d\.\d\./);
});
