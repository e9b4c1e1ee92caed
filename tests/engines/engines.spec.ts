// What every engine must show alike. Each check returns JSON; that of Chromium is expected of the other engines.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../.config/serve.ts';
import { root } from '../../.config/tools.mjs';
import { openEngine, type Driver } from './drivers.ts';

// The functions below run in the page.

/** Hydrates every island, one after the other. */
const wake = async () => {
	dispatchEvent(new Event('pointermove'));
	for (const until = performance.now() + 30_000; ;) {
		const asleep = document.querySelector('astro-island[ssr]');
		if (!asleep) break;
		if (performance.now() > until) throw new Error(`not hydrated after 30 s: ${asleep.getAttribute('opts')}`);
		(asleep.closest('.figure') ?? asleep.firstElementChild)?.scrollIntoView();
		await new Promise((done) => setTimeout(done, 30));
	}
	scrollTo(0, 0);
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};
/** Returns what the page shows of the reader's values, and how many texts and attributes show a failed calculation. */
const shown = () => ({
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
});
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
 * Steps every slider down and up as assistive technology does. Returns the spoken value after each step, and the sliders that did
 * not follow.
 */
const assistiveSteps = async () => {
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	const [spoken, stuck]: [(string | null)[], (string | undefined)[]] = [[], []];
	for (const input of document.querySelectorAll<HTMLInputElement>('.slider input')) {
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
/** Returns the smallest page with a control for every value of a link: an embedded figure, else that of all sections. */
function pageFor({ values }: GoldenLink): string {
	const keys = Object.keys(values);
	const hasAll = (path: string) => keys.every((key) => htmlOf(path).includes(`data-parameter="${key}"`));
	return keys.length > 0 ? (embeds.find(hasAll) ?? WHOLE) : WHOLE;
}

type Page = Pick<Driver, 'open' | 'call' | 'pressEnd'>;

/** Opens a page, hydrates it and returns its visible content. */
const shownOn = async ({ open, call }: Page, path: string) => {
	await open(path);
	await call(wake);
	const result = await call(shown);
	expect.soft(result, path).toMatchObject({ wrongTexts: 0, wrongAttributes: 0 });
	return result;
};
/** Opens a page, hydrates it, clicks and waits for a text. */
const textAfter = async ({ open, call }: Page, path: string, clicks: readonly string[], text: [string, string]) => {
	await open(path);
	await call(wake);
	for (const selector of clicks) await call(click, selector);
	return call(textOnce, ...text);
};

type Check = readonly [title: string, run: (page: Page) => Promise<unknown>];
/** Returns a check for each path. */
const checksOf = (paths: readonly string[], title: string, run: (page: Page, path: string) => Promise<unknown>) =>
	paths.map((path): Check => [`/${path} ${title}`, (page) => run(page, path)]);

const checks: readonly Check[] = [
	...checksOf(['', ...sections], 'hydrates and shows the same values', shownOn),
	...checksOf(withModels, 'moves its sentences and its link with a slider', async (page, path) => {
		await shownOn(page, path);
		await page.pressEnd('figure .slider input');
		return [await page.call(queryOnce, 'm=\\d+&'), await page.call(shown)];
	}),
	...checksOf(sections, 'shows claim and charts before hydration', async ({ open, call }, path) => {
		await open(path);
		return call(() => ({
			claim: document.querySelector('.claim')!.textContent,
			charts: document.querySelectorAll('figure svg[role="img"]').length,
			title: document.title,
		}));
	}),
	...checksOf(experiments, 'repeats the published run to the last bit', (page, path) =>
		textAfter(page, path, ['.run-first'], ['.run-status', 'to the last bit']),
	),
	...checksOf(embeds, 'hydrates alone, in the theme of its address', async (page, path) => [
		await shownOn(page, `${path}?theme=dark`),
		await page.call(() => document.documentElement.dataset['theme']),
	]),
	...goldenLinks.map((golden, i): Check => {
		const title = `golden link ${i + 1}, ${golden.link.slice(0, 60)}, shows the same values`;
		return [title, (page) => shownOn(page, `${pageFor(golden)}${golden.link}`)];
	}),
	...olderLinks.map(([link, path]): Check => {
		const check: Check[1] = async ({ open, call }) => {
			await open(link);
			// A call fails while the page is replaced.
			await expect.poll(() => call(() => location.pathname).catch(() => '')).toContain(path);
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
		'the essay has choices to compare',
		async (page) => {
			const { choices } = await shownOn(page, WHOLE);
			expect(choices).toBeGreaterThan(0);
			return choices;
		},
	],
	[
		'a step by assistive technology moves every slider, down and up',
		async ({ open, call }) => {
			await open(WHOLE);
			await call(wake);
			const result = await call(assistiveSteps);
			expect(result.stuck).toEqual([]);
			return result;
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
			await expect.poll(() => call(isReloaded).catch(() => false)).toBe(true);
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

const test = base.extend<object, { engine: { driver: Driver; origin: string } | undefined }>({
	engine: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use, { project }) => {
			const driver = await openEngine(project.name);
			if (!driver) return use(undefined);
			const server = await serve(dist);
			await use({ driver, origin: server.url });
			await driver.close();
			await server.close();
		},
		{ scope: 'worker', timeout: 180_000 },
	],
});

for (const [i, [title, run]] of checks.entries())
	test(title, async ({ engine }, { project }) => {
		test.skip(!engine, `${project.name} is not installed`);
		const { driver, origin } = engine!;
		// Nothing of the check before remains: neither its storage nor its requests.
		await driver.call(() => localStorage.clear()).catch(() => undefined);
		await driver.open('about:blank');
		driver.errors();
		const open = (path: string) => driver.open(new URL(path.replace(/^\?/, './?'), origin).href);
		const result = JSON.parse(JSON.stringify(await run({ ...driver, open }))) as unknown;
		// The browser logs the 404 page as an error.
		expect((driver.errors() ?? []).filter((text) => !text.includes('404'))).toEqual([]);
		const file = join(process.env['ENGINE_RESULTS']!, `${i}.json`);
		if (project.name === 'chromium') writeFileSync(file, JSON.stringify(result));
		else if (existsSync(file)) expect(result, 'as in Chromium').toEqual(JSON.parse(readFileSync(file, 'utf8')));
	});
