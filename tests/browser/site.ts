import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { serve } from '../../.config/serve.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
export const built = (path: string) => readFileSync(dist + path, 'utf8');

/** Everything below is found in the built site; a new section or figure is tested from the day it is there. */
const all = (readdirSync(dist, { recursive: true }) as string[])
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('.html'))
	.map((file) => ({ path: file.replace(/(^|\/)index\.html$/, '$1'), html: built(file) }));
const isEmbed = ({ path }: { path: string }) => path.startsWith('embed/');
export const pages = all.filter((page) => !isEmbed(page));
/** Single figures, for other people's pages. */
export const embedPages = all.filter(isEmbed);
export const sectionPages = pages.filter(({ path, html }) => path !== '' && html.includes('class="figure"'));
export const flagship = 'rl-scaling/';

/** What is left to `npm run test:all`: more of the same, of which a part is tested every time. */
export const atLength = { tag: '@long' };

interface Options {
	/** Whether the test expects the console to complain. */
	noisy: boolean;
}
interface Fixtures {
	/** Opens a page of the site and wakes everything on it. */
	open: (path: string, page?: Page) => Promise<void>;
	guard: undefined;
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
			// What waits behind "More assumptions" is tested like the rest.
			await target.evaluate(() =>
				document.querySelectorAll<HTMLDetailsElement>('details.more').forEach((more) => (more.open = true)),
			);
		}),
	// No page of the site may ever throw, complain, break its own policy or ask another origin for anything.
	guard: [
		async ({ context, noisy }, use) => {
			const complaints: string[] = [];
			context.on('weberror', (error) => complaints.push(`thrown: ${error.error().message}`));
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
			await use(undefined);
			if (!noisy) expect(complaints).toEqual([]);
		},
		{ auto: true },
	],
});
export { expect };

/** Shows that there is a reader, then takes up every island at once, which waits for no turn, until all of them are awake. */
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

/** Stops the page's clock, which the test then moves by hand (`page.clock.runFor`). Ask for `page.clock.install()` before the page is opened. */
export const stopClock = async (page: Page) => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);

/** All that the page says of the reader's assumptions: live words, control positions, chart summaries. Read in one frame, once what is far away has caught up, as before a print. */
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

/** What must never be seen: words of a programme that lost its numbers, and SVG attributes that are none. */
export const faults = (page: Page) =>
	page.evaluate(() => {
		const wrong = /\bNaN\b|Infinity|\bundefined\b|\[object/;
		const found: string[] = [];
		// A notice repeats what the link asked for, whatever that was.
		const quoted = document.querySelector<HTMLElement>('.greeting')?.innerText ?? '';
		// All text, also of what lies too far from the screen to be laid out.
		const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = words.nextNode(); node; node = words.nextNode()) {
			const line = node.textContent!.trim();
			if (!node.parentElement!.closest('script, style') && wrong.test(line) && !quoted.includes(line)) found.push(line);
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

/** The link that the page offers to share. */
export async function copyLink(page: Page) {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	const button = page.locator('.section-tools [data-copy-link]').last();
	await button.click();
	await expect(button).toHaveClass(/copied/);
	return page.evaluate(() => navigator.clipboard.readText());
}

/** Notes how the page writes to its address; ask for it before the page is opened. */
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
