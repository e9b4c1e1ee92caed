import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { serve } from '../../.config/serve.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
export const built = (path: string) => readFileSync(dist + path, 'utf8');

/** Every page of dist/, so that a new section or figure is tested without a list. */
const everyPage = (readdirSync(dist, { recursive: true }) as string[])
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('.html'))
	.map((file) => ({ path: file.replace(/(^|\/)index\.html$/, '$1'), html: built(file) }));
const isEmbed = ({ path }: { path: string }) => path.startsWith('embed/');
export const pages = everyPage.filter((page) => !isEmbed(page));
/** The pages of single figures, which other sites embed. */
export const embedPages = everyPage.filter((page) => isEmbed(page) && page.html.includes('class="figure"'));
/** The pages of figures that were embedded once and are now text. */
export const formerEmbedPages = everyPage.filter((page) => isEmbed(page) && !embedPages.includes(page));
/** The pages of single sections, which link to their neighbours. */
export const sectionPages = pages.filter(({ html }) => html.includes('class="neighbours"'));
/** The page of all sections in full. */
export const whole = 'whole/';
export const flagship = 'rl-scaling/';

/** Tag of further cases of a test that run in `npm run test:all` only. */
export const atLength = { tag: '@long' };

interface Options {
	/** Whether the test expects errors in the console. */
	noisy: boolean;
}
interface Fixtures {
	/** Opens a page of the site and hydrates every island on it. */
	open: (path: string, page?: Page) => Promise<void>;
}

export const test = base.extend<Fixtures & Options, { origin: string }>({
	noisy: [false, { option: true }],
	origin: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const server = await serve(dist);
			await use(server.url);
			await server.close();
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ origin }, use) => use(origin),
	open: async ({ page, origin }, use) =>
		use(async (path, target = page) => {
			await target.goto(new URL(path, origin).href);
			await wake(target);
			// Controls under "More assumptions" are tested like the others.
			await target.evaluate(() =>
				document.querySelectorAll<HTMLDetailsElement>('details.more').forEach((more) => (more.open = true)),
			);
		}),
	// Fails a test whose page throws, logs an error, violates its policy or requests another origin.
	context: async ({ context, noisy }, use) => {
		const complaints: string[] = [];
		// When a context is emptied, scripts of its clock can still throw on the blank page, and be reported to the next test.
		context.on(
			'weberror',
			(error) => error.page()?.url() !== 'about:blank' && complaints.push(`thrown: ${error.error().message}`),
		);
		context.on(
			'console',
			(message) =>
				['error', 'warning'].includes(message.type()) && complaints.push(`${message.type()}: ${message.text()}`),
		);
		context.on(
			'request',
			(request) =>
				!/^(http:\/\/localhost:|data:|blob:|about:)/.test(request.url()) &&
				complaints.push(`foreign: ${request.url()}`),
		);
		await use(context);
		// What Playwright leaves as it is for the next test of a reused context.
		await context.clearPermissions();
		await context.setOffline(false);
		if (!noisy) expect(complaints).toEqual([]);
	},
});
export { expect };

/** Hydrates every island: moves the pointer, then presses each, since an island that is pressed does not wait for its turn. */
export async function wake(page: Page) {
	await page.mouse.move(1, 1);
	await page.waitForFunction(
		() => {
			const asleep = document.querySelectorAll('astro-island[ssr]');
			for (const island of asleep) island.dispatchEvent(new Event('pointerdown'));
			return asleep.length === 0;
		},
		null,
		{ polling: 20 },
	);
}

/** Stops the page's clock; the test then moves it by `page.clock.runFor`. Call `page.clock.install()` before the page is opened. */
export const stopClock = async (page: Page) => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);

/** Returns all that the page shows of the reader's assumptions: live text, controls, chart summaries. Figures far from the viewport update first, as before a print. */
export const readings = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<string[]>((done) => {
				dispatchEvent(new Event('beforeprint'));
				requestAnimationFrame(() =>
					done(
						[
							...document.querySelectorAll<HTMLElement>(
								'[data-live], .slider input, .adjust input, .summary:not(.from-runs), .choice [aria-pressed=true]',
							),
						].map((element) =>
							element instanceof HTMLInputElement
								? (element.getAttribute('aria-valuetext') ?? element.value) +
									(element.type === 'range' ? ` at ${element.value}` : '')
								: element.textContent!.trim(),
						),
					),
				);
			}),
	);

/** Returns the texts and SVG attributes that show a failed calculation, such as NaN. */
export const faults = (page: Page) =>
	page.evaluate(() => {
		const wrong = /\bNaN\b|Infinity|\bundefined\b|\[object/;
		const found: string[] = [];
		// A notice quotes the link, which may contain anything.
		const quoted = document.querySelector<HTMLElement>('.greeting')?.innerText ?? '';
		// innerText lacks content that is too far from the viewport to be laid out.
		const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = words.nextNode(); node; node = words.nextNode()) {
			const line = node.textContent!.trim();
			// In this order: few lines are wrong, and a page has thousands.
			if (wrong.test(line) && !node.parentElement!.closest('script, style') && !quoted.includes(line)) found.push(line);
		}
		for (const shape of document.querySelectorAll('svg *'))
			for (const name of [
				'd',
				'x',
				'y',
				'x1',
				'x2',
				'y1',
				'y2',
				'cx',
				'cy',
				'r',
				'width',
				'height',
				'transform',
				'points',
			]) {
				const value = shape.getAttribute(name) ?? '';
				if (
					wrong.test(value) ||
					(name === 'd' && !value.startsWith('M') && shape.hasAttribute('d')) ||
					(/^(width|height|r)$/.test(name) && value.startsWith('-'))
				)
					found.push(`<${shape.tagName} ${name}="${value.slice(0, 60)}"> in ${shape.closest('figure')?.id}`);
			}
		for (const input of document.querySelectorAll('[aria-valuetext]'))
			if (wrong.test(input.getAttribute('aria-valuetext')!)) found.push(input.outerHTML);
		return found;
	});

/** Returns the link that the page copies. */
export async function copyLink(page: Page) {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	const button = page.locator('.section-tools [data-copy-link]').last();
	await button.click();
	await expect(button).toHaveClass(/copied/);
	return page.evaluate(() => navigator.clipboard.readText());
}

/** Records what a page's policy refuses. Call it before the page is opened; it returns a function that returns the refusals. */
export async function watchPolicy(page: Page) {
	await page.addInitScript(() => {
		const refused: string[] = [];
		Object.assign(window, { refused });
		document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
			refused.push(`${effectiveDirective} ${blockedURI} ${sample}`),
		);
	});
	return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

/** Records the calls by which the page writes to the history. Call it before the page is opened. */
export async function watchAddress(page: Page) {
	await page.addInitScript(() => {
		const log: string[] = [];
		Object.assign(window, { addressLog: log });
		for (const kind of ['replaceState', 'pushState'] as const) {
			const original = history[kind].bind(history);
			history[kind] = (...given) => (log.push(kind), original(...given));
		}
	});
	return () => page.evaluate(() => (window as unknown as { addressLog: string[] }).addressLog);
}

/** Presses the heading of a fold behind the ⋯ of a figure, which it opens first. */
export async function openFold(figure: Pick<Locator, 'locator'>, fold: '.table' | '.question' | '.export-fold') {
	const about = figure.locator('.about').first();
	if ((await about.getAttribute('open')) === null) await about.locator('> summary').click();
	await figure.locator(`${fold} > summary`).click();
}

/** Opens the export menu of a figure; returns a function that presses a button of it and returns the file. */
export async function exportMenu(page: Page, figure: Locator) {
	await openFold(figure, '.export-fold');
	await figure.locator('.export-menu').waitFor();
	return async (name: string) => {
		const saving = page.waitForEvent('download');
		await figure.locator('.export-menu').getByRole('button', { name, exact: true }).click();
		return readFileSync(await (await saving).path());
	};
}
