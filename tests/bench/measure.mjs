// What is measured of a page, ours or a peer's, always in the same way. `slider` is the selector of the range that is moved.
export const median = (list) => quantile(list, 0.5);
export const quantile = (list, share) =>
	list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

const kinds = { document: 'html', stylesheet: 'css', font: 'fonts', script: 'scripts' };

/** Counts the bytes of bodies on the wire, by kind, and requests, from now on. */
function weighed(page, url) {
	const sum = { html: 0, css: 0, fonts: 0, scripts: 0, other: 0, all: 0, foreign: 0, requests: 0 };
	const { origin } = new URL(url);
	page.on('request', (request) => {
		if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) sum.foreign++;
	});
	page.on('response', (response) => {
		const size = Number(response.headers()['content-length'] ?? 0);
		sum[kinds[response.request().resourceType()] ?? 'other'] += size;
		sum.all += size;
		sum.requests++;
	});
	return sum;
}

/** What a page weighs as loaded and left alone. */
export async function weight(browser, url) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	const sum = weighed(page, url);
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.close();
	return sum;
}

/** What a page weighs as loaded and left alone, once the pointer has moved, and after scrolling to the end. */
export async function bytes(browser, url) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	const sum = weighed(page, url);
	await page.goto(url, { waitUntil: 'networkidle' });
	const load = { ...sum };
	await page.mouse.move(100, 100, { steps: 3 });
	await page.waitForTimeout(1500);
	const moved = { ...sum };
	await scrollThrough(page, 60);
	await page.waitForTimeout(1500);
	await page.close();
	return { load, moved, scrolled: { ...sum } };
}

/** Scrolls to the end by half screens, with so many milliseconds at each. */
const scrollThrough = (page, pause) =>
	page.evaluate(async (pause) => {
		for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
			scrollTo(0, y);
			await new Promise((done) => setTimeout(done, pause));
		}
	}, pause);

async function ready(browser, url, slider, rate = 1) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	await page.goto(url, { waitUntil: 'networkidle' });
	await scrollThrough(page, 20);
	await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null);
	await page.locator(slider).first().scrollIntoViewIfNeeded();
	await page.locator(slider).first().focus();
	if (rate > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
	return page;
}

/** Milliseconds of the main thread so far. */
async function busy(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	return async () =>
		(await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Milliseconds from a key to the last change of the page that it causes, and to the frame that shows it; and of the main thread a step, beyond those of a key that moves nothing. */
export async function keys(browser, url, slider, { steps = 120, rate = 1 } = {}) {
	const page = await ready(browser, url, slider, rate);
	await page.evaluate(() => {
		const settled = [];
		const shown = [];
		let pressed = 0;
		let changed = 0;
		Object.assign(window, { settled, shown });
		new MutationObserver(() => (changed = performance.now())).observe(document.body, {
			subtree: true,
			childList: true,
			attributes: true,
			characterData: true,
		});
		addEventListener(
			'keydown',
			() => {
				pressed = performance.now();
				changed = 0;
				const from = pressed;
				requestAnimationFrame(() => {
					const channel = new MessageChannel();
					channel.port1.onmessage = () => {
						if (!changed) return;
						settled.push(changed - from);
						shown.push(performance.now() - from);
					};
					channel.port2.postMessage(0);
				});
			},
			true,
		);
	});
	const used = await busy(page);
	const spent = async (keyOf) => {
		const before = await used();
		for (let i = 0; i < steps; i++) {
			await page.keyboard.press(keyOf(i));
			await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		}
		return ((await used()) - before) / steps;
	};
	// A key that moves nothing costs what any key costs when it is sent from here, two frames included: that is no step's doing.
	const task = (await spent((i) => (i % 80 < 40 ? 'ArrowRight' : 'ArrowLeft'))) - (await spent(() => 'Shift'));
	const result = await page.evaluate(() => ({ settled: window.settled, shown: window.shown }));
	await page.close();
	return { ...result, task };
}

/** Milliseconds from the Enter after a typed number to the last change of the page that it causes; `figure` is the selector of the figure. Only for our own pages. */
export async function typed(browser, url, figure, numbers, rate = 1) {
	const page = await ready(browser, url, `${figure} .slider input`, rate);
	const times = [];
	for (const number of numbers) {
		const field = page.locator(`${figure} .number-field`).first();
		await field.getByRole('button').click();
		await field.getByRole('textbox').fill(number);
		await page.evaluate(
			() => (
				(window.settled = new Promise((done) => {
					let pressed = 0;
					let changed = 0;
					const observer = new MutationObserver(() => (changed = performance.now()));
					observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
					const enter = ({ key }) => {
						if (key !== 'Enter') return;
						removeEventListener('keydown', enter, true);
						pressed = performance.now();
						changed = 0;
						requestAnimationFrame(() =>
							requestAnimationFrame(() => {
								observer.disconnect();
								done(changed > pressed ? changed - pressed : NaN);
							}),
						);
					};
					addEventListener('keydown', enter, true);
				})),
				undefined
			),
		);
		await field.getByRole('textbox').press('Enter');
		times.push(await page.evaluate(() => window.settled));
	}
	await page.close();
	return times;
}

/** Gaps between frames, in milliseconds, while the slider's thumb is dragged to and fro. */
export async function drag(browser, url, slider, rate = 1) {
	const page = await ready(browser, url, slider, rate);
	const box = await page.locator(slider).first().boundingBox();
	const y = box.y + box.height / 2;
	await page.mouse.move(box.x + box.width / 2, y);
	await page.mouse.down();
	// The first change wakes every figure: that is measured apart.
	await page.mouse.move(box.x + box.width * 0.55, y, { steps: 4 });
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => {
		const gaps = [];
		Object.assign(window, { gaps });
		let last = performance.now();
		const frame = (now) => (gaps.push(now - last), (last = now), requestAnimationFrame(frame));
		requestAnimationFrame((now) => ((last = now), requestAnimationFrame(frame)));
	});
	for (let i = 0; i < 60; i++) await page.mouse.move(box.x + box.width * (0.5 + 0.35 * Math.sin(i / 12)), y);
	const gaps = await page.evaluate(() => window.gaps);
	await page.mouse.up();
	await page.close();
	return gaps;
}

/** Slow 4G as Lighthouse has it: bits a second, and milliseconds before an answer begins. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/**
 * A page loaded cold, on a slow phone: processor slowed four times, slow 4G. Milliseconds from navigation to the first and
 * the largest paint; blocking time, and layout shift, until nothing more comes; then, loaded once more, from navigation to
 * the first change of the picture by which its first slider answers a key.
 */
export async function cold(browser, url, slider) {
	const slowed = async () => {
		const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
		const session = await page.context().newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', SLOW_4G);
		await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		return page;
	};
	const page = await slowed();
	await page.addInitScript(() => {
		const seen = { first: 0, largest: 0, blocked: 0, shift: 0, moved: [] };
		Object.assign(window, { seen });
		const watch = (type, each) =>
			new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
		watch('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (seen.first = startTime));
		watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
		watch('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
		watch('layout-shift', ({ hadRecentInput, value, sources }) => {
			if (hadRecentInput) return;
			seen.shift += value;
			seen.moved.push(
				...sources.map(
					({ node }) => `${(node?.outerHTML ?? node?.parentElement?.outerHTML ?? '').slice(0, 70)} ${value.toFixed(4)}`,
				),
			);
		});
	});
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500))));
	const seen = await page.evaluate(() => window.seen);
	await page.close();
	return { ...seen, answers: slider ? await firstAnswer(await slowed(), url, slider) : NaN };
}

async function firstAnswer(page, url, slider) {
	await page.goto(url, { waitUntil: 'commit' });
	const range = page.locator(slider).first();
	await range.waitFor({ state: 'attached', timeout: 60_000 });
	await page.mouse.move(100, 100);
	await range.evaluate((input) => {
		const figure = input.closest('figure') ?? document.body;
		new MutationObserver((_, observer) => {
			window.answered = performance.now();
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
		const answered = await page.evaluate(() => window.answered);
		if (answered) {
			await page.close();
			return answered;
		}
	}
	await page.close();
	return Infinity;
}

/** What 1,000 steps of a slider leave behind: kilobytes of heap, nodes, listeners. */
export async function leaks(browser, url, slider, steps = 1000) {
	const page = await ready(browser, url, slider);
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.enable');
	const step = (count) =>
		page.evaluate(
			async ([selector, count]) => {
				const input = document.querySelector(selector);
				for (let i = 0; i < count; i++) {
					// Both ways of moving a slider, so that any page with one can be measured.
					const key = i % 80 < 40 ? 'ArrowRight' : 'ArrowLeft';
					if (input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))) {
						input[i % 80 < 40 ? 'stepUp' : 'stepDown']();
						input.dispatchEvent(new Event('input', { bubbles: true }));
					}
					await new Promise(requestAnimationFrame);
				}
				await new Promise((done) => setTimeout(done, 2500));
			},
			[slider, count],
		);
	const weigh = async () => {
		for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
		const { usedSize } = await session.send('Runtime.getHeapUsage');
		const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
		return { heap: usedSize, nodes, listeners: jsEventListeners };
	};
	const cold = await weigh();
	await step(steps);
	// By now the engine has compiled what it will, and what it learns of the code no longer grows.
	const before = await weigh();
	await step(steps);
	const after = await weigh();
	await page.close();
	return {
		heap: (after.heap - before.heap) / 1000,
		fromCold: (before.heap - cold.heap) / 1000,
		nodes: after.nodes - before.nodes,
		listeners: after.listeners - before.listeners,
		total: after.heap / 1e6,
	};
}
