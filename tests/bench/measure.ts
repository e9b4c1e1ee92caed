// Measures a page of ours or of a peer, always in the same way. `slider` is the selector of the range input that is
// moved. Every function rejects after `TIMEOUT_MS`, and closes its page in any case.
import type { Browser, Page } from '@playwright/test';

/** What scripts in the page record for the bench. */
interface Recorded {
	settled: number[];
	shown: number[];
	typed: Promise<number>;
	gaps: number[];
	cold: { first: number; largest: number; blocked: number; shift: number; moved: string[] };
	answered?: number;
}
declare global {
	interface Window {
		bench: Recorded;
	}
}

/** Returns a quantile of a list; NaN of an empty one. */
export const quantile = (list: readonly number[], share: number): number =>
	list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? NaN;
export const median = (list: readonly number[]): number => quantile(list, 0.5);

const TIMEOUT_MS = 300_000;

/** Opens a page of a new browser context, runs `work` on it and closes it. Rejects if that takes longer than `TIMEOUT_MS`. */
async function inPage<Result>(browser: Browser, work: (page: Page) => Promise<Result>): Promise<Result> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, fail) => {
		timer = setTimeout(() => fail(new Error(`no result after ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
	});
	try {
		return await Promise.race([work(page), late]);
	} finally {
		clearTimeout(timer);
		await page.close();
	}
}

type Kind = 'html' | 'css' | 'fonts' | 'scripts' | 'other';
const KINDS: Readonly<Record<string, Kind>> = { document: 'html', stylesheet: 'css', font: 'fonts', script: 'scripts' };
export type Weight = Record<Kind | 'all' | 'foreign' | 'requests', number>;

/** Starts to count the bytes of bodies on the wire, by kind, and requests. */
function countBytes(page: Page, url: string): Weight {
	const sum: Weight = { html: 0, css: 0, fonts: 0, scripts: 0, other: 0, all: 0, foreign: 0, requests: 0 };
	const { origin } = new URL(url);
	page.on('request', (request) => {
		if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) sum.foreign++;
	});
	page.on('response', (response) => {
		const size = Number(response.headers()['content-length'] ?? 0);
		sum[KINDS[response.request().resourceType()] ?? 'other'] += size;
		sum.all += size;
		sum.requests++;
	});
	return sum;
}

/** Returns the weight of a page as loaded, without interaction. */
export const weight = (browser: Browser, url: string): Promise<Weight> =>
	inPage(browser, async (page) => {
		const sum = countBytes(page, url);
		await page.goto(url, { waitUntil: 'networkidle' });
		return sum;
	});

/** Returns the weight of a page as loaded, after the pointer moved, and after scrolling to the end. */
export const weights = (browser: Browser, url: string): Promise<Record<'load' | 'moved' | 'scrolled', Weight>> =>
	inPage(browser, async (page) => {
		const sum = countBytes(page, url);
		await page.goto(url, { waitUntil: 'networkidle' });
		const load = { ...sum };
		await page.mouse.move(100, 100, { steps: 3 });
		await page.waitForTimeout(1500);
		const moved = { ...sum };
		await scrollToEnd(page, 60);
		await page.waitForTimeout(1500);
		return { load, moved, scrolled: sum };
	});

/** Scrolls to the end by half viewports, with `pause` milliseconds at each. */
const scrollToEnd = (page: Page, pause: number) =>
	page.evaluate(async (pause) => {
		for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
			scrollTo(0, y);
			await new Promise((done) => setTimeout(done, pause));
		}
	}, pause);

/** Opens a page, hydrates all of it and focuses the slider. `rate` slows the processor. */
async function hydrate(page: Page, url: string, slider: string, rate: number): Promise<void> {
	await page.goto(url, { waitUntil: 'networkidle' });
	// On a page that settings hydrate at once, a scroll does not count as an interaction (hydration/directive.ts).
	await page.mouse.move(100, 100, { steps: 3 });
	await scrollToEnd(page, 20);
	await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
	await page.locator(slider).first().scrollIntoViewIfNeeded();
	await page.locator(slider).first().focus();
	await page.evaluate(() => {
		window.bench = {
			settled: [],
			shown: [],
			typed: Promise.resolve(NaN),
			gaps: [],
			cold: { first: 0, largest: 0, blocked: 0, shift: 0, moved: [] },
		};
	});
	if (rate > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
}

/** Returns a function that returns the milliseconds that the main thread has worked. */
async function mainThreadTime(page: Page): Promise<() => Promise<number>> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	return async () =>
		(await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

export interface KeyTimes {
	/** Milliseconds from each key to the last change of the document that it causes. */
	readonly settled: readonly number[];
	/** Milliseconds from each key to the frame that shows the change. */
	readonly shown: readonly number[];
	/** Milliseconds of the main thread for a step, beyond those of a key that moves nothing. */
	readonly task: number;
}

/** Moves a slider by keys. */
export const keys = (browser: Browser, url: string, slider: string, rate: number, steps = 120): Promise<KeyTimes> =>
	inPage(browser, async (page) => {
		await hydrate(page, url, slider, rate);
		await page.evaluate(() => {
			const { settled, shown } = window.bench;
			let changed = 0;
			new MutationObserver(() => (changed = performance.now())).observe(document.body, {
				subtree: true,
				childList: true,
				attributes: true,
				characterData: true,
			});
			addEventListener(
				'keydown',
				() => {
					const pressed = performance.now();
					changed = 0;
					requestAnimationFrame(() => {
						// A message arrives after the frame is painted.
						const channel = new MessageChannel();
						channel.port1.onmessage = () => {
							if (!changed) return;
							settled.push(changed - pressed);
							shown.push(performance.now() - pressed);
						};
						channel.port2.postMessage(0);
					});
				},
				true,
			);
		});
		const used = await mainThreadTime(page);
		const perKey = async (keyOf: (i: number) => string) => {
			const before = await used();
			for (let i = 0; i < steps; i++) {
				await page.keyboard.press(keyOf(i));
				await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
			}
			return ((await used()) - before) / steps;
		};
		// Any key costs something when it is sent by the driver, with two frames after it.
		const task = (await perKey((i) => (i % 80 < 40 ? 'ArrowRight' : 'ArrowLeft'))) - (await perKey(() => 'Shift'));
		const { settled, shown } = await page.evaluate(() => ({
			settled: window.bench.settled,
			shown: window.bench.shown,
		}));
		return { settled, shown, task };
	});

/**
 * Types numbers beside the slider of a figure of ours. Returns the milliseconds from each Enter to the last change of the document
 * that it causes.
 */
export const typed = (
	browser: Browser,
	url: string,
	figure: string,
	numbers: readonly string[],
	rate: number,
): Promise<readonly number[]> =>
	inPage(browser, async (page) => {
		await hydrate(page, url, `${figure} .slider input`, rate);
		const times: number[] = [];
		for (const number of numbers) {
			const field = page.locator(`${figure} .number-field`).first();
			await field.getByRole('button').click();
			await field.getByRole('textbox').fill(number);
			await page.evaluate(() => {
				window.bench.typed = new Promise((done) => {
					let changed = 0;
					const observer = new MutationObserver(() => (changed = performance.now()));
					observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
					const onEnter = ({ key }: KeyboardEvent) => {
						if (key !== 'Enter') return;
						removeEventListener('keydown', onEnter, true);
						const pressed = performance.now();
						changed = 0;
						requestAnimationFrame(() =>
							requestAnimationFrame(() => {
								observer.disconnect();
								done(changed > pressed ? changed - pressed : NaN);
							}),
						);
					};
					addEventListener('keydown', onEnter, true);
				});
			});
			await field.getByRole('textbox').press('Enter');
			times.push(await page.evaluate(() => window.bench.typed));
		}
		return times;
	});

/** Drags a slider's thumb to and fro. Returns the milliseconds between frames. */
export const drag = (browser: Browser, url: string, slider: string, rate: number): Promise<readonly number[]> =>
	inPage(browser, async (page) => {
		await hydrate(page, url, slider, rate);
		const box = (await page.locator(slider).first().boundingBox())!;
		const y = box.y + box.height / 2;
		await page.mouse.move(box.x + box.width / 2, y);
		await page.mouse.down();
		// The first change hydrates every figure, which is measured elsewhere.
		await page.mouse.move(box.x + box.width * 0.55, y, { steps: 4 });
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => {
			const { gaps } = window.bench;
			let last = 0;
			const frame = (now: number) => {
				if (last > 0) gaps.push(now - last);
				last = now;
				requestAnimationFrame(frame);
			};
			requestAnimationFrame(frame);
		});
		for (let i = 0; i < 60; i++) await page.mouse.move(box.x + box.width * (0.5 + 0.35 * Math.sin(i / 12)), y);
		const gaps = await page.evaluate(() => window.bench.gaps);
		await page.mouse.up();
		return gaps;
	});

/** Slow 4G as Lighthouse defines it: bytes a second, and milliseconds before a response begins. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

async function slowDown(page: Page, rate: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', SLOW_4G);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

export interface ColdLoad {
	/** Milliseconds from navigation to the first and to the largest paint. */
	readonly first: number;
	readonly largest: number;
	/** Blocking time in milliseconds, and layout shift, until the page is idle. */
	readonly blocked: number;
	readonly shift: number;
	/** Elements that shifted. */
	readonly moved: readonly string[];
	/** Milliseconds from navigation to the first change of a chart that a key on its slider causes. */
	readonly answers: number;
}

/** Loads a page without cache on a slow phone: processor slowed `rate` times, slow 4G. */
export async function cold(browser: Browser, url: string, slider: string, rate: number): Promise<ColdLoad> {
	const seen = await inPage(browser, async (page) => {
		await slowDown(page, rate);
		await page.addInitScript(() => {
			const seen: Recorded['cold'] = { first: 0, largest: 0, blocked: 0, shift: 0, moved: [] };
			window.bench = { settled: [], shown: [], typed: Promise.resolve(NaN), gaps: [], cold: seen };
			const watch = <Entry extends PerformanceEntry>(type: string, each: (entry: Entry) => void) =>
				new PerformanceObserver((list) => (list.getEntries() as Entry[]).forEach(each)).observe({
					type,
					buffered: true,
				});
			watch('paint', ({ name, startTime }) => {
				if (name === 'first-contentful-paint') seen.first = startTime;
			});
			watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
			watch('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
			interface LayoutShift extends PerformanceEntry {
				readonly hadRecentInput: boolean;
				readonly value: number;
				readonly sources: readonly { readonly node?: Element | Text }[];
			}
			watch<LayoutShift>('layout-shift', ({ hadRecentInput, value, sources }) => {
				if (hadRecentInput) return;
				seen.shift += value;
				for (const { node } of sources) {
					const element = node instanceof Element ? node : node?.parentElement;
					seen.moved.push(`${(element?.outerHTML ?? '').slice(0, 70)} ${value.toFixed(4)}`);
				}
			});
		});
		await page.goto(url, { waitUntil: 'networkidle' });
		await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500))));
		return page.evaluate(() => window.bench.cold);
	});
	return { ...seen, answers: await inPage(browser, (page) => firstAnswer(page, url, slider, rate)) };
}

async function firstAnswer(page: Page, url: string, slider: string, rate: number): Promise<number> {
	await slowDown(page, rate);
	await page.goto(url, { waitUntil: 'commit' });
	const range = page.locator(slider).first();
	await range.waitFor({ state: 'attached', timeout: 60_000 });
	await page.mouse.move(100, 100);
	await range.evaluate((input) => {
		const figure = input.closest('figure') ?? document.body;
		window.bench = {} as Recorded;
		new MutationObserver((_, observer) => {
			window.bench.answered = performance.now();
			observer.disconnect();
		}).observe(figure.querySelector('.picture') ?? figure, {
			subtree: true,
			childList: true,
			attributes: true,
			characterData: true,
			attributeFilter: ['d', 'cx', 'cy', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height'],
		});
	});
	for (let i = 0; i < 200; i++) {
		await range.press('ArrowRight');
		const answered = await page.evaluate(() => window.bench.answered);
		if (answered) return answered;
	}
	throw new Error('no change of the chart after 200 keys');
}

export interface Leaks {
	/** Kilobytes of heap that the second thousand steps leave; the first thousand, in which the engine compiles. */
	readonly heap: number;
	readonly fromCold: number;
	readonly nodes: number;
	readonly listeners: number;
}

/** Moves a slider by 1,000 steps twice. Returns what that leaves in memory. */
export const leaks = (browser: Browser, url: string, slider: string, steps = 1000): Promise<Leaks> =>
	inPage(browser, async (page) => {
		await hydrate(page, url, slider, 1);
		const session = await page.context().newCDPSession(page);
		await session.send('HeapProfiler.enable');
		const move = () =>
			page.evaluate(
				async ([selector, steps]) => {
					const input = document.querySelector<HTMLInputElement>(selector)!;
					for (let i = 0; i < steps; i++) {
						const isRight = i % 80 < 40;
						const key = isRight ? 'ArrowRight' : 'ArrowLeft';
						// A slider that does not handle keys itself is moved as the browser would.
						if (input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))) {
							if (isRight) input.stepUp();
							else input.stepDown();
							input.dispatchEvent(new Event('input', { bubbles: true }));
						}
						await new Promise(requestAnimationFrame);
					}
					await new Promise((done) => setTimeout(done, 2500));
				},
				[slider, steps] as const,
			);
		const memory = async () => {
			for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
			const { usedSize } = await session.send('Runtime.getHeapUsage');
			const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
			return { heap: usedSize, nodes, listeners: jsEventListeners };
		};
		const cold = await memory();
		await move();
		const before = await memory();
		await move();
		const after = await memory();
		return {
			heap: (after.heap - before.heap) / 1000,
			fromCold: (before.heap - cold.heap) / 1000,
			nodes: after.nodes - before.nodes,
			listeners: after.listeners - before.listeners,
		};
	});
