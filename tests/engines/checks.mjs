// What every engine must do alike. Each check is a name and a run; what it returns must be the same in all engines.
import { readFileSync } from 'node:fs';

/** Shows that there is a reader, goes to every island in turn until all are awake, and says what the page then shows. */
const wake = async () => {
	dispatchEvent(new Event('pointermove'));
	for (const until = performance.now() + 30_000; ;) {
		const asleep = document.querySelector('astro-island[ssr]');
		if (!asleep) break;
		if (performance.now() > until) throw new Error(`asleep: ${asleep.getAttribute('opts')}`);
		(asleep.closest('.figure') ?? asleep.firstElementChild)?.scrollIntoView();
		await new Promise((done) => setTimeout(done, 30));
	}
	scrollTo(0, 0);
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};
const shown = () => ({
	numbers: Array.from(
		document.querySelectorAll(
			'[data-live], .slider input, .adjust input, .summary:not(.from-runs), .choice input:checked',
		),
		(element) =>
			element.getAttribute('aria-valuetext') ?? element.value ?? element.textContent.replace(/\s+/g, ' ').trim(),
	),
	wrong: Array.from(document.querySelectorAll('main, main *'), (element) => Array.from(element.childNodes))
		.flat()
		.filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && /\bNaN\b|Infinity|\bundefined\b|\[object/.test(data))
		.map(({ data }) => data),
	shapes: Array.from(document.querySelectorAll('svg *'))
		.flatMap((shape) => Array.from(shape.attributes))
		.filter(({ value }) => /NaN|undefined|Infinity/.test(value)).length,
});
/** Waits until something is there, and says what it says. */
const once = async (selector, pattern = '.') => {
	for (const until = performance.now() + 30_000; ;) {
		const text = document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
		if (new RegExp(pattern).test(text)) return text;
		if (performance.now() > until) throw new Error(`${selector} says “${text.slice(0, 80)}”`);
		await new Promise((done) => setTimeout(done, 50));
	}
};
const click = (selector) => document.querySelector(selector).click();
const search = async (pattern) => {
	for (const until = performance.now() + 10_000; performance.now() < until;) {
		if (new RegExp(pattern).test(location.search)) return location.search;
		await new Promise((done) => setTimeout(done, 50));
	}
	throw new Error(`the address says ${location.search}`);
};

/** Every golden link, of each edition. */
const golden = readFileSync(new URL('../golden-links.jsonl', import.meta.url), 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line));
/** A golden link's settings, and the smallest page that has a slider for all of them: a single figure's, or the whole essay. */
const goldenChecks = (figures, htmlOf) =>
	golden.map(({ link, values }) => {
		const keys = Object.keys(values);
		const has = (path) => keys.every((key) => htmlOf(path).includes(`data-parameter="${key}"`));
		return { link, path: `${keys.length > 0 ? (figures.find(has) ?? '') : ''}${link}` };
	});

/**
 * @param {readonly string[]} sections paths of the sections' pages
 * @param {readonly string[]} figures paths of the pages to embed
 * @param {(path: string) => string} htmlOf a built page
 */
export const checksOf = (sections, figures, htmlOf) => [
	...['', ...sections].map((path) => ({
		name: `/${path} wakes, says nothing wrong, and shows the same numbers`,
		run: async ({ open, ask }) => {
			await open(path);
			await ask(wake);
			return ask(shown);
		},
	})),
	...sections.map((path) => ({
		name: `a slider of /${path} moves its sentences and its link`,
		run: async ({ open, ask, press }) => {
			await open(path);
			await ask(wake);
			await press('figure .slider input', 'End');
			return [await ask(search, 'm=\\d+&'), await ask(shown)];
		},
	})),
	...sections.map((path) => ({
		name: `/${path} can be read, with its charts, before any script has run`,
		run: async ({ open, ask }) => {
			await open(path);
			return ask(() => ({
				claim: document.querySelector('.claim').textContent,
				charts: document.querySelectorAll('figure svg[role="img"]').length,
				title: document.title,
			}));
		},
	})),
	...figures.map((path) => ({
		name: `/${path} stands alone, with its settings`,
		run: async ({ open, ask }) => {
			await open(`${path}?theme=dark`);
			await ask(wake);
			return [await ask(() => document.documentElement.dataset.theme), await ask(shown)];
		},
	})),
	...goldenChecks(figures, htmlOf).map(({ link, path }) => ({
		name: `the golden link ${link.slice(0, 60)} means the same`,
		run: async ({ open, ask }) => {
			await open(path);
			await ask(wake);
			return ask(shown);
		},
	})),
	{
		name: 'a hostile link does no harm',
		run: async ({ open, ask }) => {
			await open(
				'rl-scaling/?m=2&rl-per-inference=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&their-name=%3Cb%3E&their-m=2&__proto__=1',
			);
			await ask(wake);
			return [await ask(shown), await ask(() => document.querySelectorAll('img, .compare b').length)];
		},
	},
	{
		name: 'what matters most is the same',
		run: async ({ open, ask }) => {
			await open('diffusion/');
			await ask(wake);
			await ask(click, '#revenue-gap .question > summary');
			return ask(once, '#revenue-gap .tornado', 'matters most');
		},
	},
	{
		name: 'ranges are the same to the digit',
		run: async ({ open, ask }) => {
			await open('diffusion/?m=2&seed=1');
			await ask(wake);
			return ask(once, '#revenue-gap .outcomes-words', '10,000 runs');
		},
	},
	{
		name: 'what the record was worth is the same',
		run: async ({ open, ask }) => {
			await open('your-forecast/?m=2&seed=1&given=record');
			await ask(wake);
			return ask(once, '#record .summary', '\\d{4}.*\\d{4}');
		},
	},
	{
		name: 'two people part on the same',
		run: async ({ open, ask }) => {
			await open('your-forecast/?m=2&their-m=2&their-learner-year=2042&their-substitutability=0.3');
			await ask(wake);
			return ask(once, '.compare .finding', 'apart');
		},
	},
	{
		name: 'a figure is drawn anew as a picture',
		run: async ({ open, ask }) => {
			await open('diffusion/');
			await ask(wake);
			await ask(click, '#revenue-gap .export-fold > summary');
			await ask(once, '#revenue-gap .export-menu', 'PNG');
			await ask(() =>
				Array.from(document.querySelectorAll('#revenue-gap .export-menu button'))
					.find(({ textContent }) => textContent === 'PNG')
					.click(),
			);
			return ask(once, '#revenue-gap .said', 'saved|did not');
		},
	},
	{
		name: 'print hides what is only for the screen',
		run: async ({ open, ask }) => {
			await open('diffusion/');
			await ask(wake);
			return ask(
				() =>
					Array.from(document.styleSheets)
						.flatMap((sheet) => Array.from(sheet.cssRules))
						.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print').length > 0,
			);
		},
	},
	{
		name: 'an address that leads nowhere offers the sections',
		run: async ({ open, ask }) => {
			await open('no/such/page');
			return ask(() => document.querySelectorAll('main ol a').length);
		},
	},
];
