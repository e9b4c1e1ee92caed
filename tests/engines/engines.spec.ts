// What every engine must show alike. Each check returns JSON; that of Chromium is expected of the other engines.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../.config/serve.ts';
import { root } from '../../.config/tools.mjs';
import { openEngine, type Driver, type Missing } from './drivers.ts';

// The functions below run in the page.

/**
 * Hydrates every island: one that is pressed does not wait until it is near the viewport. Figures of experiments show the essay's own
 * runs until those of other settings have come, so that these are fetched, and awaited.
 */
const wake = async () => {
	const end = performance.now() + 40_000;
	const until = async (what: () => string | undefined) => {
		for (let missing = what(); missing !== undefined; missing = what()) {
			if (performance.now() > end) throw new Error(`after 40 s still not there: ${missing}`);
			await new Promise((done) => setTimeout(done, 30));
		}
	};
	await until(() => {
		const asleep = document.querySelectorAll('astro-island[ssr]');
		for (const island of asleep) island.dispatchEvent(new Event('pointerdown'));
		return asleep[0] && `hydration of ${asleep[0].getAttribute('opts')}`;
	});
	const asked = Array.from(document.querySelectorAll('figure .run-first'));
	for (const button of asked) button.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
	await until(() => {
		const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
		const experiments = asked.map((button) => button.closest('figure')!.id);
		const missing = experiments.find((id) => !fetched.some((name) => name.includes(`/${id}.`)));
		return missing && `published runs of ${missing}`;
	});
	if (asked.length > 0) await new Promise((done) => setTimeout(done, 100));
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};
/** Waits until every island has hydrated because it came near the viewport. */
const scrollThrough = async () => {
	dispatchEvent(new Event('pointermove'));
	for (const until = performance.now() + 40_000; ;) {
		const asleep = document.querySelector('astro-island[ssr]');
		if (!asleep) break;
		if (performance.now() > until) throw new Error(`not hydrated after 40 s: ${asleep.getAttribute('opts')}`);
		(asleep.closest('.figure') ?? asleep.firstElementChild)?.scrollIntoView();
		await new Promise((done) => setTimeout(done, 30));
	}
	scrollTo(0, 0);
};
/** Returns what the page prints before any script has run. */
const printed = () => ({
	claim: document.querySelector('.claim')?.textContent,
	charts: document.querySelectorAll('figure svg[role="img"]').length,
	title: document.title,
});
/** Follows a link to the open page, as a step in the history of the tab does. */
const follow = async (link: string) => {
	history.pushState(null, '', link);
	dispatchEvent(new PopStateEvent('popstate', { state: null }));
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};
/**
 * Returns what the page shows of the reader's values, and how many texts and attributes show a failed calculation. Figures far
 * from the viewport update first, as before a search in the page.
 */
const shown = async () => {
	dispatchEvent(new KeyboardEvent('keydown', { key: 'F3' }));
	await new Promise((done) => requestAnimationFrame(done));
	return {
		values: Array.from(
			document.querySelectorAll<HTMLInputElement>(
				'[data-live], .slider input, .adjust input, .summary:not(.from-runs), .choice [aria-pressed=true]',
			),
			(element) =>
				element.getAttribute('aria-valuetext') ?? (element.value || element.textContent.replace(/\s+/g, ' ').trim()),
		),
		choices: document.querySelectorAll('.choice [aria-pressed=true]').length,
		wrongTexts: Array.from(document.querySelectorAll('main, main *'), (element) => Array.from(element.childNodes))
			.flat()
			.filter((node): node is Text => node.nodeType === Node.TEXT_NODE)
			.filter(({ data }) => /\bNaN\b|Infinity|\bundefined\b|\[object/.test(data)).length,
		wrongAttributes: Array.from(document.querySelectorAll('svg *'))
			.flatMap((shape) => Array.from(shape.attributes))
			.filter(({ value }) => /NaN|undefined|Infinity/.test(value)).length,
	};
};
/** Waits until the text of an element matches, and returns it. */
const textOnce = async (selector: string, pattern: string) => {
	for (const until = performance.now() + 30_000; ;) {
		const text = document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
		if (new RegExp(pattern).test(text)) return text;
		if (performance.now() > until) throw new Error(`${selector}: “${text.slice(0, 80)}” never matched /${pattern}/`);
		await new Promise((done) => setTimeout(done, 50));
	}
};
/**
 * Steps sliders down and up as assistive technology does, from one index to before another. Returns the spoken value after each
 * step, and the sliders that did not follow.
 */
const assistiveSteps = async (from: number, to: number) => {
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	const [spoken, stuck]: [(string | null)[], (string | undefined)[]] = [[], []];
	for (const input of Array.from(document.querySelectorAll<HTMLInputElement>('.slider input')).slice(from, to)) {
		const before = input.getAttribute('aria-valuetext');
		const isAtStart = input.value === input.min;
		for (const isUp of [isAtStart, !isAtStart]) {
			if (isUp) input.stepUp();
			else input.stepDown();
			input.dispatchEvent(new Event('input', { bubbles: true }));
			await frame();
			spoken.push(input.getAttribute('aria-valuetext'));
		}
		if (spoken.at(-2) === before || spoken.at(-1) === spoken.at(-2)) stuck.push(input.labels?.[0]?.textContent);
	}
	return { spoken, stuck };
};
/**
 * Selects each paragraph with an adjustable number. Returns what is selected, and the numbers that the reader sees. Firefox selects
 * nothing of what is far from the viewport until its next frame.
 */
const selectedSentences = async () => {
	// Engines differ in the white space between elements.
	const words = (text: string) => text.replace(/\s+/g, '');
	const found: { selected: string; numbers: string[] }[] = [];
	for (const paragraph of document.querySelectorAll('main p:has(.adjust)')) {
		getSelection()!.selectAllChildren(paragraph);
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		const numbers = Array.from(paragraph.querySelectorAll('.adjust-text'), ({ textContent }) => words(textContent));
		found.push({ selected: words(String(getSelection())), numbers });
	}
	return found;
};
/** Puts two nested `<font>` elements in the place of each text, as a browser's translation does. */
const translate = () => {
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
	for (const text of texts) {
		if (text.data.trim() === '' || text.parentElement!.closest('script, style, noscript, [translate="no"]')) continue;
		const font = document.createElement('font');
		font.append(document.createElement('font'));
		font.firstElementChild!.textContent = text.data;
		text.replaceWith(font);
	}
};
const click = (selector: string) => document.querySelector<HTMLElement>(selector)!.click();
/** Waits until the query of the address matches, and returns it. */
const queryOnce = async (pattern: string) => {
	for (const until = performance.now() + 10_000; performance.now() < until;) {
		if (new RegExp(pattern).test(location.search)) return location.search;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error(`the query “${location.search}” never matched /${pattern}/`);
};
/** Returns the address once it is on this page, and what the page shows of the link's settings. */
const ledOn = async (path: string) => {
	for (const until = performance.now() + 10_000; !location.pathname.endsWith(path);) {
		if (performance.now() > until) throw new Error(`“${location.pathname}” never ended in ${path}`);
		await new Promise((done) => setTimeout(done, 50));
	}
	const target = document.querySelector(location.hash);
	return { search: location.search, hash: location.hash, isThere: target !== null };
};
/** Draws a line over the chart of a figure, asks for the first report, and returns what is said of it. */
const drawLine = async (figure: string) => {
	const until = async (selector: string) => {
		for (const end = performance.now() + 30_000; ;) {
			const found = [...document.querySelectorAll(selector)];
			if (found.length > 0) return found;
			if (performance.now() > end) throw new Error(`${selector} never came`);
			await new Promise((done) => setTimeout(done, 50));
		}
	};
	const [surface] = await until(`${figure} .draw-surface`);
	surface!.scrollIntoView({ block: 'center' });
	const { left, top, width, height } = surface!.getBoundingClientRect();
	const at = (type: string, share: number) =>
		surface!.dispatchEvent(
			new PointerEvent(type, {
				bubbles: true,
				pointerId: 1,
				clientX: left + width * share,
				clientY: top + height * (0.6 - 0.3 * share),
			}),
		);
	at('pointerdown', 0.02);
	for (let i = 1; i <= 20; i++) at('pointermove', i / 20.5);
	at('pointerup', 20 / 20.5);
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	document.querySelector<HTMLElement>(`${figure} .draw-next`)!.click();
	const reports = await until(`${figure} .draw-reports li`);
	return reports.map(({ textContent }) => textContent);
};
const isReloaded = () =>
	(performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type === 'reload' &&
	document.readyState === 'complete';

const dist = join(root, 'dist');
const htmlOf = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
/** Returns the folders below `path` that hold a page. */
const pagesIn = (path: string) =>
	readdirSync(join(dist, path), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && existsSync(join(dist, path, entry.name, 'index.html')))
		.map(({ name }) => `${path}${name}/`);
const sections = pagesIn('').filter((path) => path !== 'method/');
/** Pages with a figure of a model, whose sliders are assumptions of the essay. */
const withModels = sections.filter((path) => htmlOf(path).includes('&quot;model&quot;:[0,'));
/** Pages whose islands hydrate as they come near the viewport; those of the others are pressed. */
const SCROLLED = ['', 'rl-scaling/'];
/** The page of all sections in full. */
const WHOLE = 'whole/';
const embeds = pagesIn('embed/').filter((path) => htmlOf(path).includes('class="figure"'));
const experiments = embeds.filter((path) => htmlOf(path).includes('class="run-first'));

/** Embedded figures that ask the reader to draw first. */
const drawn = ['embed/revenue-gap/', 'embed/time-horizon/'];
/** Links to `/` from before it was the essay in short: to a figure, to one that is a sentence now, a subheading, a point. */
const olderLinks = [
	['?m=1&revenue=105#gap-decomposition', 'diffusion/'],
	['?m=1#payback', 'what-are-we-scaling/'],
	['?m=2&learner-year=2040#a-test-that-does-not-move', 'your-forecast/'],
	['?m=3#point-D2', 'diffusion/'],
] as const;

interface GoldenLink {
	readonly link: string;
	readonly values: Readonly<Record<string, unknown>>;
}
const goldenLinks = readFileSync(join(root, 'tests/golden-links.jsonl'), 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line) as GoldenLink);
const controlsOf = new Map(embeds.map((path) => [path, new Set(htmlOf(path).match(/(?<=data-parameter=")[^"]+/g))]));
/** Returns the first embedded figure with a control for every value of a link, or else the page of all sections. */
function pageFor({ values }: GoldenLink): string {
	const keys = Object.keys(values);
	const hasAll = (path: string) => keys.every((key) => controlsOf.get(path)!.has(key));
	return keys.length > 0 ? (embeds.find(hasAll) ?? WHOLE) : WHOLE;
}

interface Page extends Pick<Driver, 'open' | 'call' | 'pressEnd'> {
	/** Opens a page with a link and hydrates it; follows the link within the page if the check before has opened the same. */
	readonly openOnce: (path: string, link: string) => Promise<unknown>;
}

/** Returns the visible content of the open page. */
const shownNow = async ({ call }: Page, path: string) => {
	const result = await call(shown);
	expect.soft(result, path).toMatchObject({ wrongTexts: 0, wrongAttributes: 0 });
	return result;
};
/** Opens a page, hydrates it and returns its visible content. */
const shownOn = async (page: Page, path: string) => {
	await page.open(path);
	await page.call(wake);
	return shownNow(page, path);
};
/** Opens a page, hydrates it, clicks and waits for a text. */
const textAfter = async ({ open, call }: Page, path: string, clicks: readonly string[], text: [string, string]) => {
	await open(path);
	await call(wake);
	for (const selector of clicks) await call(click, selector);
	return call(textOnce, ...text);
};

/** A busy machine may need longer than Playwright's 5 s for a new page. */
const POLLED = { timeout: 30_000, intervals: [100] };

type Check = readonly [title: string, run: (page: Page) => Promise<unknown>];
/** Returns a check for each path. */
const checksOf = (paths: readonly string[], title: string, run: (page: Page, path: string) => Promise<unknown>) =>
	paths.map((path): Check => [`/${path} ${title}`, (page) => run(page, path)]);

const checks: readonly Check[] = [
	...checksOf(
		['', ...sections],
		'shows the same before hydration, after it, and after a slider',
		async (page, path) => {
			await page.open(path);
			const before = await page.call(printed);
			// A slow engine needs half a minute to scroll through a page.
			if (SCROLLED.includes(path)) await page.call(scrollThrough);
			await page.call(wake);
			const after = await shownNow(page, path);
			if (!withModels.includes(path)) return [before, after];
			await page.pressEnd('figure .slider input');
			return [before, after, await page.call(queryOnce, 'm=\\d+&'), await shownNow(page, path)];
		},
	),
	...checksOf(experiments, 'repeats the published run to the last bit', (page, path) =>
		textAfter(page, path, ['.run-first'], ['.run-status', 'to the last bit']),
	),
	...checksOf(embeds, 'hydrates alone, in the theme of its address', async (page, path) => [
		await shownOn(page, `${path}?theme=dark`),
		await page.call(() => document.documentElement.dataset['theme']),
	]),
	...goldenLinks
		.map((golden, i) => ({
			link: golden.link,
			path: pageFor(golden),
			title: `golden link ${i + 1}, ${golden.link.slice(0, 60)}`,
		}))
		// Links to one page follow one another, so that it is opened once.
		.sort((a, b) => a.path.localeCompare(b.path))
		.map(({ link, path, title }): Check => [
			`${title}, shows the same values on /${path}`,
			async (page) => {
				await page.openOnce(path, link);
				return shownNow(page, `${path}${link}`);
			},
		]),
	...olderLinks.map(([link, path]): Check => {
		const check: Check[1] = async ({ open, call }) => {
			await open(link);
			// A call fails while the page is replaced.
			await expect.poll(() => call(() => location.pathname).catch(() => ''), POLLED).toContain(path);
			const led = await call(ledOn, path);
			expect(led).toMatchObject({ isThere: true, search: new URL(link, 'http://localhost').search });
			return led;
		};
		return [`the older link ${link} is led on to /${path} with its settings`, check];
	}),
	...drawn.map((path): Check => [
		`/${path} takes a drawn line and compares it with the first report`,
		async ({ open, call }) => {
			await open(path);
			await call(wake);
			await call(click, '.ask-button');
			// Engines differ in the window's width and round the pointer's place, so that the drawn values differ a little.
			const reports = await call(drawLine, 'figure');
			expect(reports).toEqual([expect.stringMatching(/: reported .+; your line had .+, .+ times too (low|high)\.$/)]);
			return reports.length;
		},
	]),
	[
		'a step by assistive technology moves every slider, down and up; there are choices to compare',
		async (page) => {
			const { choices } = await shownOn(page, WHOLE);
			expect(choices).toBeGreaterThan(0);
			// In parts, since a slow engine needs longer for all than a command may take.
			const all: (string | null)[] = [];
			for (let from = 0; ; from += 20) {
				const { spoken, stuck } = await page.call(assistiveSteps, from, from + 20);
				expect(stuck).toEqual([]);
				if (spoken.length === 0) return all;
				all.push(...spoken);
			}
		},
	],
	[
		'a selected sentence has its numbers',
		async ({ open, call }) => {
			await open('rl-scaling/');
			await call(wake);
			const sentences = await call(selectedSentences);
			expect(sentences.length).toBeGreaterThan(0);
			for (const { selected, numbers } of sentences) for (const number of numbers) expect(selected).toContain(number);
			return sentences;
		},
	],
	[
		'numbers of a translated page follow a slider',
		async (page) => {
			const moved = async (isTranslated: boolean) => {
				await page.open('rl-scaling/');
				await page.call(wake);
				if (isTranslated) await page.call(translate);
				await page.pressEnd('figure .slider input');
				await page.call(queryOnce, 'm=\\d+&');
				const { values } = await shownNow(page, isTranslated ? 'translated' : 'not translated');
				return values.map((value) => value.replace(/\s/g, ''));
			};
			const values = await moved(true);
			expect(values).toEqual(await moved(false));
			return values;
		},
	],
	[
		'a reload restores no switch, slider or theme that the page does not have',
		async ({ open, call }) => {
			const controls = () =>
				Array.from(document.querySelectorAll<HTMLInputElement>('input'), ({ checked, value, type }) =>
					type === 'radio' || type === 'checkbox' ? checked : value,
				);
			await open('');
			const before = await call(controls);
			// Set by script, so that the page knows nothing of it.
			await call(() => {
				for (const input of document.querySelectorAll('input'))
					if (input.type === 'range') input.value = input.max;
					else if (input.type === 'checkbox' || input.value === 'dark') input.checked = true;
			});
			await call(() => void setTimeout(() => location.reload()));
			// A call fails while the page is replaced.
			await expect.poll(() => call(isReloaded).catch(() => false), POLLED).toBe(true);
			const after = await call(controls);
			expect(after).toEqual(before);
			return after;
		},
	],
	[
		'a hostile link adds no element',
		async (page) => [
			await shownOn(
				page,
				'rl-scaling/?m=3&rl-per-inference=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&their-name=%3Cb%3E&their-m=3&__proto__=1',
			),
			await page.call(() => document.querySelectorAll('img, .compare b').length),
		],
	],
	[
		'the tornado ranks assumptions in the same order',
		(page) =>
			textAfter(
				page,
				'diffusion/',
				['#revenue-gap .about > summary', '#revenue-gap .question > summary'],
				['#revenue-gap .tornado', 'matters most'],
			),
	],
	[
		'10,000 runs give the same percentiles for the same seed',
		(page) => textAfter(page, 'diffusion/?m=3&seed=1', [], ['#revenue-gap .outcomes-words', '10,000 runs']),
	],
	[
		'runs given the record show the same values',
		(page) => textAfter(page, 'your-forecast/?m=3&seed=1&given=record', [], ['#record .summary', '\\d{4}.*\\d{4}']),
	],
	[
		'a comparison attributes the difference to the same assumptions',
		(page) =>
			textAfter(
				page,
				'your-forecast/?m=3&their-m=3&their-human-level-year=2042&their-substitutability=0.3',
				[],
				['.compare .finding', 'apart'],
			),
	],
	[
		'the export menu saves a PNG',
		async (page) => {
			await textAfter(
				page,
				'diffusion/',
				['#revenue-gap .about > summary', '#revenue-gap .export-fold > summary'],
				['#revenue-gap .export-menu', 'PNG'],
			);
			await page.call(() =>
				Array.from(document.querySelectorAll<HTMLElement>('#revenue-gap .export-menu button'))
					.find(({ textContent }) => textContent === 'PNG')!
					.click(),
			);
			return page.call(textOnce, '#revenue-gap .said', 'saved|did not');
		},
	],
	[
		'the page has a style sheet for print',
		async ({ open, call }) => {
			await open('diffusion/');
			return call(() =>
				Array.from(document.styleSheets)
					.flatMap((sheet) => Array.from(sheet.cssRules))
					.some((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print'),
			);
		},
	],
	[
		'the 404 page lists the sections',
		async ({ open, call }) => {
			await open('no/such/page');
			return call(() => document.querySelectorAll('main ol a').length);
		},
	],
];

/** The folder of results, by which engines are compared. */
const results = process.env['ENGINE_RESULTS']!;

interface Engine {
	readonly driver: Driver;
	readonly origin: string;
	/** The hydrated page on which a link can be followed. */
	path?: string | undefined;
}
const test = base.extend<object, { engine: Engine | Missing }>({
	engine: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use, { project }) => {
			// Playwright starts a new worker after each failure: a browser that did not start is not started again for every check.
			const failure = join(results, `${project.name}.txt`);
			if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'));
			const driver = await openEngine(project.name).catch((error: unknown) => {
				writeFileSync(failure, `${project.name} did not start. ${String(error)}`);
				throw error;
			});
			if ('missing' in driver) {
				// The list of results names no reasons.
				console.log(`${project.name} is skipped: ${driver.missing}.`);
				return use(driver);
			}
			if (project.name !== 'chromium' && !readdirSync(results).some((name) => name.endsWith('.json')))
				console.log(`${project.name} is compared with nothing, since Chromium has not run.`);
			const server = await serve(dist);
			await use({ driver, origin: server.url });
			await driver.close();
			await server.close();
		},
		{ scope: 'worker', timeout: 240_000 },
	],
});

for (const [title, run] of checks)
	test(title, async ({ engine }, { project }) => {
		if ('missing' in engine) return test.skip(true, `${project.name}: ${engine.missing}`);
		const { driver, origin } = engine;
		/** Opens a page of which nothing of the page before remains: neither its storage nor its requests. */
		const open = async (path: string) => {
			engine.path = undefined;
			await driver.call(() => localStorage.clear()).catch(() => undefined);
			await driver.open('about:blank');
			await driver.errors();
			await driver.open(new URL(path.replace(/^\?/, './?'), origin).href);
		};
		const openOnce = async (path: string, link: string) => {
			if (engine.path === path) return driver.call(follow, link);
			await open(`${path}${link}`);
			await driver.call(wake);
			engine.path = path;
		};
		const result = JSON.parse(JSON.stringify(await run({ ...driver, open, openOnce }))) as unknown;
		// The browser logs the 404 page as an error.
		expect((await driver.errors()).filter((text) => !text.includes('404'))).toEqual([]);
		const file = join(results, `${title.replace(/\W+/g, ' ').slice(0, 120)}.json`);
		if (project.name === 'chromium') writeFileSync(file, JSON.stringify(result));
		else if (existsSync(file)) expect(result, 'as in Chromium').toEqual(JSON.parse(readFileSync(file, 'utf8')));
	});
