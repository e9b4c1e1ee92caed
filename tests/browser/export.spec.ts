import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { serve } from '../../.config/serve.ts';
import {
	atLength,
	built,
	embedPages,
	expect,
	exportMenu,
	faults,
	pages,
	sectionPages,
	test,
	wake,
	openFold,
} from './site.ts';

const settings = '?m=3&revenue-growth=2';

test('the export menu saves picture, data and citation with the reader’s values', async ({ page, context, open }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await open(`diffusion/${settings}`);
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	expect(asked.filter((path) => /ExportMenu/.test(path))).toEqual([]);
	const figure = page.locator('#revenue-gap');
	const title = (await figure.locator('.figure-title').textContent())!.replace(/\s+/g, ' ').trim();
	const save = await exportMenu(page, figure);

	const svg = (await save('SVG')).toString();
	// A blank page has no content policy that would forbid parsing.
	const blank = await context.newPage();
	const words = await blank.evaluate((text) => {
		const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
		// Appended to the document, so that its paths can be measured.
		document.body.append(picture.documentElement);
		const [whole, ...letters] = ['svg', 'svg > path'].flatMap((path) =>
			Array.from(document.querySelectorAll<SVGGraphicsElement>(path), (shape) => shape.getBoundingClientRect()),
		);
		return {
			broken: picture.querySelectorAll('parsererror, foreignObject, svg svg, image').length,
			typed: document.querySelectorAll('svg text').length,
			titleAndDescription:
				document.querySelector('svg > title')!.textContent + document.querySelector('svg > desc')!.textContent,
			lines: letters.length,
			isInside: letters.every(({ left, right }) => left >= whole!.left && right <= whole!.right),
			shapes: document.querySelectorAll('svg path, svg line, svg circle').length,
			places: Array.from(document.querySelectorAll('svg, svg *'), (element) =>
				Array.from(element.attributes, ({ value }) => value).join(' '),
			).join(' '),
		};
	}, svg);
	expect(words.broken).toBe(0);
	expect(words.typed).toBe(0);
	expect(words.titleAndDescription).toContain(title);
	expect(words.titleAndDescription).toContain('revenue-growth=2');
	// Title, note, source and link.
	expect(words.lines).toBeGreaterThan(3);
	expect(words.isInside).toBe(true);
	const labels = await figure.locator('.picture').first().locator('text').count();
	expect(words.shapes).toBeGreaterThan(labels);
	expect(words.places).not.toMatch(/NaN|undefined|%|var\(/);
	// Features that slide programs do not support.
	expect(svg).not.toMatch(/font-face|paint-order|<style/);

	const png = await save('PNG');
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect(png.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/.exec(svg)![1]));

	const csv = (await save('CSV, as drawn')).toString('utf8').replace('\ufeff', '').trimEnd().split('\n');
	expect(csv[0]).toContain('Year,Dollars a year; 1 means $1 bn (yours),Dollars a year; 1 means $1 bn (the essay’s)');
	expect(csv[1]!.split(',').slice(1, 3)).toEqual(['29', '29']);
	expect(Number(csv[20]!.split(',')[1])).toBeLessThan(Number(csv[20]!.split(',')[2]));
	expect(csv.at(-1)).toMatch(/,both labs,[^,]+,[^,]+ \d{4},.*\([AB]\)$/);

	const json = JSON.parse((await save('JSON, inputs and outputs')).toString());
	expect(json.inputs.revenueGrowth).toMatchObject({ unit: '×/yr', value: 2 });
	expect(json.outputs.yearsToClose).toMatchObject({ unit: 'yr', value: 'Infinity' });

	for (const [name, looks] of [
		['Sentence', /^Contributors to The Missing Learner\. \(2026.*edition 3.*revenue-growth=2#revenue-gap$/s],
		['BibTeX', /^@misc\{missing-learner-revenue-gap-[a-z0-9]+,.*\\\$.*url = \{http.*revenue-growth=2#revenue-gap\}/s],
		['RIS', /^TY {2}- ELEC.*UR {2}- http.*revenue-growth=2#revenue-gap\nER/s],
		['CSL-JSON', /"URL": "http[^"]*revenue-growth=2#revenue-gap"/],
	] as const) {
		await figure.locator('.export-menu').getByRole('button', { name, exact: true }).click();
		await expect(figure.locator('.said')).toHaveText(`${name} copied.`);
		const text = await page.evaluate(() => navigator.clipboard.readText());
		expect(text).toMatch(looks);
		expect(text).not.toMatch(/TITLE|link\.invalid|2001/);
	}
});

test('an exported picture has marks, the colours of parts of a text, and the key as shapes', async ({ page, open }) => {
	const path = sectionPages.find(({ html }) => html.includes('<figure id="verification"'))!.path;
	await open(`${path}?m=3&their-m=3&their-name=Ann&their-check-power=0.6&with=essay-2025`);
	const figure = page.locator('#verification');
	const save = await exportMenu(page, figure);
	await figure.locator('.export-menu').getByLabel('light', { exact: true }).click();
	const svg = (await save('SVG')).toString();
	// Squares and dots are ends of short lines.
	for (const end of ['square', 'round']) expect(svg).toContain(`stroke-linecap="${end}"`);
	const colours = await figure
		.locator('.bar-value')
		.evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).fill))]);
	expect(colours.length).toBeGreaterThan(1);
	for (const colour of colours)
		expect(svg).toMatch(new RegExp(`<path d="[^"]+" fill="${colour.replace(/[()]/g, '\\$&')}"`));
	expect(svg).not.toContain('<text');
});

test('if the browser randomises canvas reads, the export menu saves no PNG and shows a message', async ({
	page,
	open,
}) => {
	await page.addInitScript(() => {
		const original = CanvasRenderingContext2D.prototype.getImageData;
		CanvasRenderingContext2D.prototype.getImageData = function (...place) {
			const image = original.apply(this, place);
			image.data.forEach((_, i) => (image.data[i] = (i * 61) % 256));
			return image;
		};
	});
	await open('diffusion/');
	const figure = page.locator('#revenue-gap');
	await openFold(figure, '.export-fold');
	await figure.locator('.export-menu').getByRole('button', { name: 'PNG', exact: true }).click();
	await expect(figure.locator('.said')).toContainText('Take the SVG');
});

test('an exported picture contains a name with emoji', async ({ page, open }) => {
	await open(`diffusion/?m=3&their-name=${encodeURIComponent('<b>Zoë</b> 👩🔬🤖')}&their-m=3&their-revenue=105`);
	await page.getByRole('button', { name: 'Close' }).click();
	const save = await exportMenu(page, page.locator('#revenue-gap'));
	const svg = (await save('SVG')).toString();
	expect(svg).toContain('🤖');
	expect(svg).not.toContain('<b>');
	expect((await save('PNG')).subarray(1, 4).toString()).toBe('PNG');
});

test('the CSV of each curve starts where the curve does, also for a compared position', async ({ page, open }) => {
	await open('diffusion/?m=3&revenue=105&with=essay-2025');
	const figure = page.locator('#revenue-gap');
	const save = await exportMenu(page, figure);
	const rows = (await save('CSV, as drawn'))
		.toString('utf8')
		.trimEnd()
		.split('\n')
		.slice(1)
		.map((row) => row.split(','));
	const startOf = (column: number) => Number(rows.find((row) => row[column])![0]);
	expect(startOf(1)).toBeGreaterThan(2026.5);
	for (const column of [2, 3]) expect(startOf(column)).toBeLessThan(2026);
	const left = (path: string) =>
		figure
			.locator(path)
			.first()
			.evaluate((curve) => (curve as SVGGraphicsElement).getBoundingClientRect().left);
	const [ghost, position, mine] = [
		await left('.plot .curve.ghost'),
		await left('.plot .position .curve'),
		await left('.plot .curve.tone-revenue:not(.ghost, .position *)'),
	];
	expect(Math.abs(ghost - position)).toBeLessThan(1.5);
	expect(mine).toBeGreaterThan(ghost + 4);
});

test('an embedded figure works on a page of another origin, at the height of its content', async ({
	page,
	context,
	origin,
	open,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(`diffusion/${settings}`);
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	const figure = page.locator('#revenue-gap');
	await exportMenu(page, figure);
	await figure.getByRole('button', { name: 'Copy frame that fits its height' }).click();
	await expect(figure.locator('.said')).toContainText('copied');
	const snippet = await page.evaluate(() => navigator.clipboard.readText());

	const folder = mkdtempSync(join(tmpdir(), 'host-'));
	writeFileSync(
		join(folder, 'index.html'),
		`<!doctype html><link rel="icon" href="data:,"><title>Mine</title><h1>Mine</h1>${snippet}`,
	);
	const host = await serve(folder);
	await page.goto(host.url);
	expect(new URL(host.url).origin).not.toBe(new URL(origin).origin);
	const frame = page.frameLocator('iframe');
	await page.locator('iframe').scrollIntoViewIfNeeded();
	await expect(frame.locator('.verdict')).toContainText('no finite time');
	await expect(frame.locator('.credit')).toBeVisible();
	const slider = frame.getByRole('slider', { name: /Growth of revenue/ }).first();
	await slider.press('End');
	await expect(frame.locator('.verdict')).not.toContainText('no finite time');
	// The frame is as high as its content.
	await expect
		.poll(async () => {
			const inner = await frame.locator('body').evaluate((body) => body.getBoundingClientRect().height);
			const outer = (await page.locator('iframe').boundingBox())!.height;
			return Math.abs(outer - inner);
		})
		.toBeLessThan(3);
	await host.close();
});

test('every figure has an embed page under 60 kB without errors', atLength, async ({ page, origin }) => {
	test.slow();
	const figures = pages.flatMap(({ html }) =>
		Array.from(html.matchAll(/<figure id="([^"]+)" class="figure"/g), ([, id]) => `embed/${id}/`),
	);
	expect(embedPages.map(({ path }) => path).sort()).toEqual([...new Set(figures)].sort());
	for (const { path } of embedPages) {
		const files = new Set<string>();
		const note = (request: { url(): string }) => files.add(new URL(request.url()).pathname);
		page.on('request', note);
		await page.goto(new URL(`${path}?theme=dark`, origin).href);
		await page.evaluate(() => document.fonts.ready);
		page.off('request', note);
		// Scripts do not count: without a query they load at the first interaction.
		const bytes = [...files]
			.filter((file) => !file.endsWith('.js') && file !== '/favicon.svg')
			.reduce((sum, file) => {
				const name = file.replace(/^\//, '').replace(/\/$/, '/index.html');
				return (
					sum +
					(name.endsWith('.woff2')
						? readFileSync(new URL(`../../dist/${name}`, import.meta.url))
						: brotliCompressSync(built(name))
					).length
				);
			}, 0);
		expect(bytes, path).toBeLessThan(60_000);
		await wake(page);
		expect(await faults(page), path).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
	}
});
