import type { CDPSession, Locator, Page } from '@playwright/test';
import { atLength, copyLink, expect, faults, pages, test, wake, whole, openFold } from './site.ts';

/** Every figure that can be drawn first, found in the built pages, with the shortest page that holds it. */
const drawable = [
	...new Map(
		pages
			.toSorted((a, b) => b.html.length - a.html.length)
			.flatMap(({ path, html }) =>
				Array.from(html.matchAll(/<figure id="([\w-]+)"(?:(?!<\/figure>)[\s\S])*?>Draw it first</g), (match) => [
					match[1]!,
					path,
				]),
			) as [string, string][],
	),
].map(([id, path]) => ({ id, path }));
const [FIRST] = drawable as [(typeof drawable)[number]];

const figureOf = (page: Page, { id } = FIRST) => page.locator(`figure#${id}`);
async function begin(page: Page, target = FIRST, query = '') {
	await page.goto(target.path + query);
	await wake(page);
	const figure = figureOf(page, target);
	await figure.getByRole('button', { name: /Draw it first|Go on with|See your/ }).click();
	await expect(figure.locator('.board')).toBeVisible();
	return figure;
}
async function boxOf(surface: Locator) {
	await surface.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
	return (await surface.boundingBox())!;
}
/** Draws a straight line with the mouse, from one share of the surface's width and height to another. */
async function drag(page: Page, figure: Locator, from: readonly [number, number], to: readonly [number, number]) {
	const box = await boxOf(figure.locator('.draw-surface'));
	const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
	await page.mouse.move(...at(from));
	await page.mouse.down();
	await page.mouse.move(...at(to), { steps: 12 });
	await page.mouse.up();
}
const drawn = (figure: Locator) => figure.locator('.board .curve[stroke-width="3"]').getAttribute('d');
const stored = (page: Page) =>
	page.evaluate(() =>
		Object.keys(localStorage)
			.filter((key) => key.endsWith(':drawings'))
			.map((key) => localStorage[key] as string)
			.join(),
	);
async function showAll(figure: Locator) {
	const next = figure.locator('.draw-next');
	const count = Number(/\d+/.exec((await figure.locator('.draw-count').textContent())!)![0]);
	for (let shown = 1; shown <= count; shown++) {
		await next.click();
		await expect(figure.locator('.draw-reports li')).toHaveCount(shown);
	}
	await expect(figure.locator('.draw-tally')).toBeFocused();
}

test('some figures can be drawn first', () => expect(drawable.length).toBeGreaterThan(0));

for (const target of drawable) {
	test(`${target.id}: a line drawn with the mouse is undone, kept over a reload, and compared with each report`, async ({
		page,
	}) => {
		const figure = await begin(page, target);
		await expect(figure.locator('.asking')).toBeFocused();
		const empty = await drawn(figure);
		await figure.locator('.draw-next').click();
		await expect(figure.getByRole('status').first()).toHaveText('Draw a line first, or pass.');
		await drag(page, figure, [0.05, 0.55], [0.95, 0.45]);
		const first = await drawn(figure);
		expect(first).not.toBe(empty);
		// Backward over a part of it: still one value a month.
		await drag(page, figure, [0.8, 0.2], [0.5, 0.3]);
		expect(await drawn(figure)).not.toBe(first);
		const places = Array.from((await drawn(figure))!.matchAll(/[ML](-?[\d.]+)/g), (match) => Number(match[1]));
		expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
		await figure.getByRole('button', { name: 'Undo' }).click();
		expect(await drawn(figure)).toBe(first);
		await figure.getByRole('button', { name: 'Clear' }).click();
		await expect(figure.locator('.draw-here')).toBeVisible();
		await figure.getByRole('button', { name: 'Undo' }).click();
		expect(await drawn(figure)).toBe(first);

		await page.reload();
		await wake(page);
		await expect(figure.locator('.picture'), 'the figure is as before until the reader asks').toBeVisible();
		await figure.getByRole('button', { name: 'Go on with your drawing' }).click();
		await expect.poll(() => drawn(figure)).toBe(first);
		await showAll(figure);
		for (const text of await figure.locator('.draw-reports li').allTextContents())
			expect(text).toMatch(/; your line had .*, (as near as can be drawn|[\d.,]+ times too (low|high))\.$/);
		await expect(figure.locator('.draw-tally')).toContainText(/your line was .*(too low|too high|near enough)/);
		await expect(figure.locator('.picture'), 'the figure is whole again').toBeVisible();
		await figure.getByRole('button', { name: 'Adopt my growth' }).click();
		await expect(figure.locator('.draw-adopted')).toContainText(/^“.*” is now /);
		await expect(page).toHaveURL(/[?&]m=\d/);
		expect(await faults(page)).toEqual([]);

		await figure.getByRole('button', { name: 'Close' }).click();
		await expect(figure.getByRole('button', { name: 'See your drawing' })).toBeFocused();
		await figure.getByRole('button', { name: 'See your drawing' }).click();
		await figure.getByRole('button', { name: 'Draw again' }).click();
		await expect(figure.locator('.draw-here')).toBeVisible();
		expect(await stored(page)).toBe('');
	});

	test(`${target.id}: nothing on the screen tells the answers before they are seen`, async ({ page }) => {
		const figure = await begin(page, target);
		const before = await seenNear(figure);
		await drag(page, figure, [0.05, 0.5], [0.95, 0.5]);
		await showAll(figure);
		const answers = Array.from(
			(await figure.locator('.draw-reports').innerText()).matchAll(/: (?:reported )?([^;]+);/g),
			(match) => match[1]!.replaceAll('\u00a0', ' '),
		);
		expect(answers.length).toBeGreaterThan(2);
		for (const answer of answers) expect(before, answer).not.toContain(answer);
		// The check would see them: they are there once the reader has passed.
		await figure.getByRole('button', { name: 'Close' }).click();
		await openFold(figure, '.table');
		const after = await seenNear(figure);
		for (const answer of answers) expect(after).toContain(answer);
	});

	test(`${target.id}: a reader who passes has the figure as before`, async ({ page }) => {
		const figure = await begin(page, target);
		await expect(figure.locator('.picture')).toBeHidden();
		await expect(figure).toHaveAccessibleName(/^Draw /);
		await figure.getByRole('button', { name: /^Pass/ }).click();
		await expect(figure.locator('.picture')).toBeVisible();
		await expect(figure).not.toHaveAccessibleName(/^Draw /);
		await expect(figure.getByRole('button', { name: 'Draw it first' })).toBeFocused();
		await expect(page.locator('[data-told-later]')).toHaveCount(0);
		expect(await stored(page)).toBe('');
	});
}

/** Returns the visible text and the accessible names of a figure, and of all within half a screen of it. */
const seenNear = (figure: Locator) =>
	figure.evaluate((element) => {
		element.scrollIntoView({ block: 'start', behavior: 'instant' });
		const { top, bottom } = element.getBoundingClientRect();
		const found: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const host = node instanceof Element ? node : node.parentElement!;
			if (!host.checkVisibility({ visibilityProperty: true })) continue;
			const box = host.getBoundingClientRect();
			if (box.bottom < top - innerHeight / 2 || box.top > bottom + innerHeight / 2) continue;
			if (node instanceof Text) found.push(node.data);
			else
				for (const name of ['aria-label', 'aria-valuetext', 'title', 'alt']) found.push(host.getAttribute(name) ?? '');
		}
		return found.join(' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
	});

test('five sliders draw by keyboard, and their values are spoken with amount and month', async ({ page }) => {
	const figure = await begin(page);
	await figure.getByText('Draw with five sliders').press('Enter');
	const sliders = figure.locator('.draw-sliders input[type=range]');
	await expect(sliders).toHaveCount(5);
	const first = sliders.first();
	await expect(first).toHaveAccessibleName(/^[A-Z]\w+ 20\d\d$/);
	const before = await first.getAttribute('aria-valuetext');
	await first.press('PageUp');
	await expect(first).toHaveAttribute('aria-valuetext', /\d.* in [A-Z]\w+ 20\d\d$/);
	expect(await first.getAttribute('aria-valuetext')).not.toBe(before);
	await first.press('ArrowUp');
	await sliders.last().press('PageUp');
	await figure.getByRole('button', { name: 'Undo' }).press('Enter');
	await expect(figure.getByRole('button', { name: 'Undo' })).toBeFocused();
	await sliders.last().press('PageUp');
	await figure.locator('.draw-next').press('Enter');
	await expect(figure.locator('.draw-reports li')).toHaveCount(1);
	await expect(figure.locator('.draw-next')).toBeFocused();
	await expect(figure.locator('[role=status]').first()).toHaveText(/your line had/);
	expect(await faults(page)).toEqual([]);
});

test('a drawing is in the link only if the reader ticks it, and opens beside the friend’s own', async ({
	page,
	browser,
}) => {
	const figure = await begin(page);
	await drag(page, figure, [0.05, 0.5], [0.95, 0.4]);
	await showAll(figure);
	expect(await copyLink(page)).not.toContain('draw-');
	await figure.getByLabel('Include my drawing in the link').check();
	await expect(page).toHaveURL(new RegExp(`draw-${FIRST.id}=`));
	const [link, line] = [await copyLink(page), await drawn(figure)];
	const elsewhere = await browser.newContext();
	const friend = await elsewhere.newPage();
	await friend.goto(link);
	await wake(friend);
	const theirs = figureOf(friend);
	await expect(theirs.locator('.ask-first')).toContainText('This link also brings a drawing');
	await theirs.getByRole('button', { name: 'Draw it first' }).click();
	await theirs.getByRole('button', { name: 'Look at that one' }).click();
	expect(await drawn(theirs)).toBe(line);
	await expect(theirs.locator('.draw-reports li')).toHaveCount(0);
	await showAll(theirs);
	await expect(theirs.locator('.draw-tally')).toContainText('the line of the link');
	expect(await stored(friend)).toBe('');
	await elsewhere.close();
	await figure.getByLabel('Include my drawing in the link').uncheck();
	await expect(page).not.toHaveURL(/draw-/);
});

test('a faulty drawing in a link is left out with a notice', async ({ page }) => {
	await page.goto(`${FIRST.path}?m=3&draw-${FIRST.id}=30,oops`);
	await wake(page);
	await expect(page.locator('.greeting')).toContainText(`Drawing (draw-${FIRST.id}): “oops” is not a number above 0`);
	await expect(figureOf(page).locator('.ask-first')).not.toContainText('brings a drawing');
});

test('with reduced motion and a narrow dark screen it is drawn and answered as well', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
	await page.setViewportSize({ width: 320, height: 640 });
	const figure = await begin(page);
	await drag(page, figure, [0.05, 0.5], [0.95, 0.4]);
	await showAll(figure);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('in print the figure is whole, also while it asks', async ({ page }) => {
	const figure = await begin(page);
	await page.emulateMedia({ media: 'print' });
	await expect(figure.locator('.picture')).toBeVisible();
	await expect(figure.locator('.ask-first')).toBeHidden();
	await expect(page.locator('[data-tells]').first()).toBeVisible();
});

test.describe('with fingers', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
	const touch = (
		cdp: CDPSession,
		type: 'touchStart' | 'touchMove' | 'touchEnd',
		points: readonly (readonly [number, number])[],
	) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });

	test('a finger draws a steep line without a scroll, and a second finger loses nothing', async ({ page }) => {
		const figure = await begin(page);
		const empty = await drawn(figure);
		const cdp = await page.context().newCDPSession(page);
		const box = await boxOf(figure.locator('.draw-surface'));
		const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
		const top = await page.evaluate(() => scrollY);
		await touch(cdp, 'touchStart', [at(0.1, 0.7)]);
		for (let i = 1; i <= 8; i++) await touch(cdp, 'touchMove', [at(0.1 + i * 0.05, 0.7 - i * 0.07)]);
		expect(await page.evaluate(() => scrollY)).toBe(top);
		const one = await drawn(figure);
		expect(one).not.toBe(empty);
		await touch(cdp, 'touchStart', [at(0.5, 0.14), at(0.8, 0.5)]);
		await touch(cdp, 'touchMove', [at(0.5, 0.14), at(0.9, 0.6)]);
		await touch(cdp, 'touchEnd', []);
		await expect.poll(() => stored(page)).toContain(FIRST.id);
		const xOf = (path: string | null) => Array.from(path!.matchAll(/[ML](-?[\d.]+)/g), (match) => Number(match[1]));
		const kept = await drawn(figure);
		for (const x of xOf(one)) expect(xOf(kept)).toContain(x);
	});

	test('a vertical swipe beside the surface scrolls the page', async ({ page }) => {
		const figure = await begin(page);
		const cdp = await page.context().newCDPSession(page);
		const box = await boxOf(figure.locator('.draw-surface'));
		const [x, y] = [box.x - 60, box.y + box.height * 0.8];
		const top = await page.evaluate(() => scrollY);
		await touch(cdp, 'touchStart', [[x, y]]);
		for (let i = 1; i <= 10; i++) await touch(cdp, 'touchMove', [[x, y - i * 20]]);
		await touch(cdp, 'touchEnd', []);
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 50);
		await expect(figure.locator('.draw-here')).toBeVisible();
	});
});

test.describe('if the chart to draw on cannot be fetched', () => {
	test.use({ noisy: true });
	test('the figure says so, and can be passed', async ({ page }) => {
		await page.route(/DrawingBoard/, (route) => route.abort());
		await page.goto(FIRST.path);
		await wake(page);
		const figure = figureOf(page);
		await figure.getByRole('button', { name: 'Draw it first' }).click();
		await expect(figure.getByRole('alert')).toContainText('The chart to draw on could not be loaded');
		await figure.getByRole('button', { name: /^Pass/ }).click();
		await expect(figure.locator('.picture')).toBeVisible();
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	for (const target of drawable)
		test(`${target.id} shows the record, and no button that does nothing`, async ({ page }) => {
			await page.goto(target.path);
			const figure = figureOf(page, target);
			await expect(figure.locator('.picture')).toBeVisible();
			await expect(figure.locator('.ask-first')).toBeHidden();
			expect(await figure.locator('.dated').count()).toBeGreaterThan(2);
		});
});

/** Returns every number in a text as a reader takes it: with words of scale, and orders of magnitude as powers of ten. */
function numbersIn(text: string): readonly number[] {
	const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
	const words: Readonly<Record<string, number>> = {
		a: 1,
		one: 1,
		two: 2,
		three: 3,
		four: 4,
		five: 5,
		six: 6,
		ten: 10,
		hundred: 100,
	};
	const digits = /(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|trillion|orders)?/gi;
	const spelt = /\b(a|one|two|three|four|five|six|ten|hundred) (thousand|million|billion|trillion|orders)/gi;
	const powers = /10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g;
	const valueOf = (number: number, scale = '') => (scale === 'orders' ? 10 ** number : number * (scales[scale] ?? 1));
	return [
		...Array.from(text.matchAll(digits), ([, number, scale]) =>
			valueOf(Number(number!.replaceAll(',', '')), scale?.toLowerCase()),
		),
		...Array.from(text.matchAll(spelt), ([, number, scale]) =>
			valueOf(words[number!.toLowerCase()]!, scale!.toLowerCase()),
		),
		...Array.from(
			text.matchAll(powers),
			([, order]) => 10 ** Number(Array.from(order!, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')),
		),
	];
}

for (const { path, count } of pages
	.map(({ path, html }) => ({ path, count: html.split('class="guess"').length - 1 }))
	.filter((page) => page.count > 0))
	for (const [width, height] of [
		[360, 740],
		[1440, 900],
	] as const)
		// The page of all sections has the boxes of their own pages.
		test(
			`/${path}: no guess box of ${count} has its answer on a screen of ${width} × ${height}`,
			path === whole ? atLength : {},
			async ({ page }) => {
				await page.setViewportSize({ width, height });
				await page.goto(path);
				await wake(page);
				for (let i = 0; i < count; i++) {
					const guess = page.locator('.guess').nth(i);
					const texts: string[] = [];
					for (const block of ['start', 'center', 'end'] as const)
						texts.push(
							await guess.evaluate(async (element, place) => {
								for (let settled = 0; settled < 3; settled++) {
									element.scrollIntoView({ block: place, behavior: 'instant' });
									await new Promise((done) => requestAnimationFrame(done));
								}
								const found: string[] = [];
								const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
								for (let node = walker.nextNode(); node; node = walker.nextNode()) {
									const host = node.parentElement!;
									if (
										host.closest('script, style, noscript, .axis') ||
										!host.checkVisibility({ visibilityProperty: true })
									)
										continue;
									const range = document.createRange();
									range.selectNodeContents(node);
									const isOnScreen = [...range.getClientRects()].some(
										({ top, bottom }) => bottom > 0 && top < innerHeight,
									);
									if (isOnScreen) found.push(node.textContent!);
								}
								for (const named of document.querySelectorAll('[aria-label]')) {
									const { top, bottom } = named.getBoundingClientRect();
									if (bottom > 0 && top < innerHeight) found.push(` ${named.getAttribute('aria-label')} `);
								}
								return found.join('');
							}, block),
						);
					await guess.getByRole('button', { name: 'Just tell me' }).click();
					const answer = Math.max(...numbersIn(await guess.locator('.guess-answers strong').innerText()));
					expect(answer).toBeGreaterThan(1);
					const isAnswer = (number: number) => Math.abs(Math.log10(number / answer)) < 0.05;
					expect(numbersIn(await guess.innerText()).some(isAnswer), 'the check sees an answer').toBe(true);
					for (const text of texts) expect(numbersIn(text).filter(isAnswer), text).toEqual([]);
				}
			},
		);

test.describe('the record', () => {
	const SECTION = 'your-forecast/';
	const ANSWER = /: the middle of the runs (hardly moved|came earlier|came later).*, to (\S+)\. You said/;

	test('asks which way each report moves the forecast, tells no answer before, and counts at the end', async ({
		page,
	}) => {
		await page.goto(SECTION);
		await wake(page);
		const figure = page.locator('figure#record');
		await figure.getByRole('button', { name: 'Call each report first' }).press('Enter');
		const place = figure.locator('.call-place');
		const count = Number(/of (\d+)\./.exec((await place.textContent())!)![1]);
		const seen: string[] = [];
		const truths: string[] = [];
		for (let i = 0; i < count; i++) {
			await expect(place).toContainText(`Report ${i + 1} of ${count}.`);
			await expect(place).toContainText(/reported to earn \$\d+\s?billion a year\. Before this report/);
			seen.push(await seenNear(figure));
			await figure.getByRole('button', { name: 'Earlier' }).press('Enter');
			if (i < count - 1) {
				await expect(place).toHaveText(ANSWER);
				await figure.getByRole('button', { name: 'Next report' }).press('Enter');
			}
		}
		await expect(place).toBeFocused();
		await expect(place).toContainText(/You were right about \w+ of \w+ reports\./);
		for (const text of await figure.locator('.call-answers li').allTextContents()) {
			const [, moved, to] = ANSWER.exec(text)!;
			truths.push(moved!);
			// Before the call the screen has neither the way nor the place to which the forecast moves.
			const before = seen[truths.length - 1]!;
			expect(before).not.toContain(text.slice(0, 40));
			if (moved !== 'hardly moved') expect(before).not.toContain(to!);
		}
		expect(truths).toHaveLength(count);
		await expect(figure.locator('.picture')).toBeVisible();

		await page.reload();
		await wake(page);
		await expect(figure.locator('.picture')).toBeVisible();
		await figure.getByRole('button', { name: 'Call each report first' }).click();
		await expect(place).toContainText('You were right about');
		await figure.getByRole('button', { name: 'Ask me again' }).click();
		await expect(figure.locator('.picture')).toBeHidden();
		await figure.getByRole('button', { name: /^Pass/ }).click();
		await expect(figure.locator('.picture')).toBeVisible();
		await expect(page.locator('[data-told-later]')).toHaveCount(0);
		expect(await faults(page)).toEqual([]);
	});

	test.describe('without scripts', () => {
		test.use({ javaScriptEnabled: false });
		test('is simply there', async ({ page }) => {
			await page.goto(SECTION);
			await expect(page.locator('figure#record .picture')).toBeVisible();
			await expect(page.locator('figure#record .ask-first')).toBeHidden();
			await expect(page.locator('[data-tells="record"]')).toBeVisible();
		});
	});
});
