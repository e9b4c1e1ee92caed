import { readFile } from 'node:fs/promises';
import { expect, test } from './site.ts';

const button = /^Send it, drawn on the map$/;

test('what the reader believes is copied with a link, and its picture can be saved', async ({
	page,
	open,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open('your-forecast/?m=3&human-level-year=2029');
	const send = page.locator('.send-belief');
	await page.getByRole('button', { name: button }).click();
	await expect(send.getByRole('status')).toHaveText('Copied: your words, and a link to your numbers.', {
		timeout: 40_000,
	});
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain('I expect machines to be able to do nineteen jobs in twenty');
	expect(copied).toMatch(/your-forecast\/\?m=\d+&human-level-year=2029#quadrant$/);
	const download = page.waitForEvent('download');
	await send.getByRole('button', { name: 'Save the picture' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('what-i-believe.png');
	const png = await readFile(await file.path());
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect(png.length).toBeGreaterThan(10_000);
	// The picture was drawn from the map with the reader's place, not the essay's.
	await expect(page.locator('#quadrant .map-odds')).toContainText(/by 2030 in 1\d of a hundred runs/, { timeout: 10 });
});

test('where the share sheet takes pictures, one press hands over picture, words and link', async ({ page, open }) => {
	await page.addInitScript(() => {
		Object.assign(navigator, {
			canShare: () => true,
			share: ({ text, files }: { text: string; files: File[] }) => {
				document.documentElement.dataset['shared'] =
					`${files[0]!.name} ${files[0]!.size > 10_000} ${text.includes('#quadrant')}`;
				return Promise.resolve();
			},
		});
	});
	await open('your-forecast/');
	await page.getByRole('button', { name: button }).click();
	await expect(page.locator('.send-belief').getByRole('status')).toHaveText('Handed over.');
	await expect(page.locator('html')).toHaveAttribute('data-shared', 'what-i-believe.png true true');
});

test('a refused clipboard and refused pixels are said in words', async ({ page, open }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await open('your-forecast/');
	await page.getByRole('button', { name: button }).click();
	const send = page.locator('.send-belief');
	await expect(send.getByRole('status')).toContainText('Your browser keeps the clipboard closed.');
	await expect(send.getByRole('status')).toContainText('The picture could not be drawn.');
	await expect(send.getByLabel('To be copied by hand')).toHaveValue(/I expect machines/);
});
