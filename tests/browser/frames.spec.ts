import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvParseRows } from 'd3';
import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { serve } from '../../.config/serve.ts';
import { atLength, expect, sectionPages, test, openFold } from './site.ts';

// Frames of other sites that allow less than a page has: an opaque origin, in which no worker starts, and no downloads.

// The browser reports what a frame may not do as errors in the console.
test.use({ noisy: true });

/** Serves the site as a host does that reads no `_headers` file, such as GitHub Pages: every page may be framed, and read. */
const onPlainHost = (context: BrowserContext, origin: string) =>
	context.route(
		(url) => url.href.startsWith(origin),
		async (route) => {
			const response = await route.fetch();
			const headers: Record<string, string> = { ...response.headers(), 'access-control-allow-origin': '*' };
			delete headers['content-security-policy'];
			await route.fulfill({ response, headers });
		},
	);

/** Opens a page of another site that frames an address of this one, and hydrates every island in the frame. */
async function openFrame(page: Page, address: string, sandbox: string): Promise<FrameLocator> {
	const folder = mkdtempSync(join(tmpdir(), 'host-'));
	writeFileSync(
		join(folder, 'index.html'),
		`<!doctype html><link rel="icon" href="data:,"><title>Host</title><iframe sandbox="${sandbox}" width="1000" height="800" src="${address.replaceAll('&', '&amp;')}"></iframe>`,
	);
	const host = await serve(folder);
	await page.goto(host.url);
	await host.close();
	const element = await page.locator('iframe').elementHandle();
	const frame = (await element!.contentFrame())!;
	await frame.waitForLoadState();
	await page.mouse.move(100, 100);
	await frame.waitForFunction(() => {
		const asleep = document.querySelectorAll('astro-island[ssr]');
		for (const island of asleep) island.dispatchEvent(new Event('pointerdown'));
		return asleep.length === 0 && document.querySelector('astro-island') !== null;
	});
	return page.frameLocator('iframe');
}

test('an embedded figure works in a frame with sandbox="allow-scripts"', async ({ page, origin }) => {
	const frame = await openFrame(page, `${origin}embed/revenue-gap/?m=2&revenue-growth=2`, 'allow-scripts');
	await expect(frame.locator('.verdict')).toContainText('no finite time');
	await frame
		.getByRole('slider', { name: /Growth of revenue/ })
		.first()
		.press('End');
	await expect(frame.locator('.verdict')).not.toContainText('no finite time');
	expect(await frame.locator('body').evaluate(() => document.fonts.check('1em "Instrument Sans Variable"'))).toBe(true);
});

for (const [what, path, isPlainHost] of [
	['an embedded figure', 'embed/revenue-gap/?m=2&seed=1', false],
	['a page', 'diffusion/?m=2&seed=1', true],
] as const)
	test(`${what} in a frame with sandbox="allow-scripts" says that it cannot compute ranges`, async ({
		page,
		context,
		origin,
	}) => {
		if (isPlainHost) await onPlainHost(context, origin);
		const frame = await openFrame(page, origin + path, 'allow-scripts');
		await expect(frame.locator('#revenue-gap .outcomes')).toContainText('would not start the runs');
		await expect(frame.getByText(/running .*…/i)).toHaveCount(0);
	});

test('the closing section in a frame with sandbox="allow-scripts" says whose odds it shows', async ({
	page,
	context,
	origin,
}) => {
	await onPlainHost(context, origin);
	const frame = await openFrame(
		page,
		`${origin}your-forecast/?m=2&learner-year=2040&their-m=2&their-learner-year=2030`,
		'allow-scripts',
	);
	await expect(frame.locator('#quadrant .runs-refused')).toHaveText([
		/“you” and the odds in the sentence below are those of the essay’s numbers/,
		/the other reader’s point is missing/,
	]);
	await expect(frame.locator('#record .runs-refused')).toContainText('drawn for the essay’s numbers');
	await expect(frame.locator('.positions .runs-refused')).toContainText('for the essay’s numbers');
	await expect(frame.locator('.positions tr.counted td')).toHaveText(['not run', 'not run']);
	await frame.locator('#record .record-question summary', { hasText: 'set by hand' }).click();
	await expect(frame.locator('#record')).toContainText('This browser would not start the runs.');
	await expect(frame.getByText(/running .*…/i)).toHaveCount(0);
});

for (const { path } of sectionPages)
	test(
		`nothing of /${path} waits for runs in a frame with sandbox="allow-scripts"`,
		atLength,
		async ({ page, context, origin }) => {
			await onPlainHost(context, origin);
			const settings = 'm=2&seed=1&learner-year=2040&their-m=2&their-learner-year=2030&with=year-on-2026';
			const frame = await openFrame(page, `${origin}${path}?${settings}`, 'allow-scripts');
			await frame
				.locator('body')
				.evaluate((body) => body.querySelectorAll('details').forEach((fold) => (fold.open = true)));
			await expect(frame.locator('.outcomes, .runs-refused').first()).toContainText('would not start the runs');
			await expect(frame.getByText(/(running|dividing) .*…/i)).toHaveCount(0);
			await expect(frame.getByText(/is loading …/)).toHaveCount(0);
		},
	);

test('a frame that forbids downloads gives the file to the browser, and shows it to be copied', async ({
	page,
	origin,
}) => {
	let downloads = 0;
	page.on('download', () => downloads++);
	const frame = await openFrame(page, `${origin}embed/revenue-gap/?m=2`, 'allow-scripts');
	await openFold(frame, '.export-fold');
	const menu = frame.locator('.export-menu');
	const field = menu.getByLabel('To be copied by hand');
	const show = async (name: string, file: string) => {
		await menu.getByRole('button', { name, exact: true }).click();
		await expect(menu.locator('.said')).toContainText(`${file} given to the browser.`);
		await expect(menu.locator('.said')).not.toContainText('saved.');
		await menu.getByRole('button', { name: 'Show it here' }).click();
	};
	await show('CSV, as drawn', 'revenue-gap.csv');
	const rows = csvParseRows((await field.inputValue()).replace('\ufeff', ''));
	expect(rows[0]!.slice(0, 2)).toEqual(['Year', 'Dollars a year; 1 means $1 bn (yours)']);
	expect(rows.length).toBeGreaterThan(20);
	await show('JSON, inputs and outputs', 'revenue-gap.json');
	expect(JSON.parse(await field.inputValue())).toMatchObject({ figure: 'revenue-gap' });
	await show('SVG', 'revenue-gap.svg');
	await expect(field).toHaveValue(/^<svg .*<\/svg>$/s);
	await show('PNG', 'revenue-gap.png');
	await expect(field).toHaveCount(0);
	await expect
		.poll(() => menu.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
		.toBeGreaterThan(1000);
	expect(downloads).toBe(0);
});

test('a frame that allows downloads saves the file', async ({ page, origin }) => {
	const frame = await openFrame(page, `${origin}embed/revenue-gap/?m=2`, 'allow-scripts allow-downloads');
	await openFold(frame, '.export-fold');
	const saving = page.waitForEvent('download');
	await frame.getByRole('button', { name: 'CSV, as drawn' }).click();
	expect(readFileSync(await (await saving).path(), 'utf8')).toContain('(yours)');
	await expect(frame.locator('.said')).toContainText('given to the browser');
});
