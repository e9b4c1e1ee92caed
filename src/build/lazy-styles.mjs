import { attribute, builtFiles, edited, elements, write } from './html.mjs';

const nameIn = (path) => path.split(/[\\/]/).at(-1);

/**
 * Takes out of each page the style sheets of parts that it does not show yet. Whatever script fetches such a part later
 * fetches its style sheet with it; Astro would have had every page wait for all of them.
 */
export const lazyStyles = () => ({
	name: 'lazy-styles',
	hooks: {
		'astro:build:done': async ({ dir, logger }) => {
			const [pages, scripts, styles] = await Promise.all(
				[/\.html$/, /\.js$/, /\.css$/].map((ending) => builtFiles(dir, ending)),
			);
			const fetched = new Set(
				scripts.flatMap(({ text }) => Array.from(text.matchAll(/"[^"]*?([\w.-]+\.css)"/g), ([, name]) => name)),
			);
			/** The marks by which a component's rules know its elements. */
			const marks = new Map(styles.map(({ file, text }) => [nameIn(file), new Set(text.match(/svelte-[\w-]+/g))]));

			let count = 0;
			for (const page of pages) {
				const all = [...elements(page.text)];
				const shown = new Set(all.flatMap((element) => (attribute(element, 'class') ?? '').split(/\s+/)));
				const isEarly = (element) => {
					const name = nameIn(attribute(element, 'href') ?? '');
					return (
						element.tagName === 'link' &&
						attribute(element, 'rel') === 'stylesheet' &&
						fetched.has(name) &&
						!marks
							.get(name)
							?.values()
							.some((mark) => shown.has(mark))
					);
				};
				const early = all.filter(isEarly).map(({ sourceCodeLocation: { startOffset, endOffset } }) => ({
					start: startOffset,
					end: endOffset,
					put: '',
				}));
				count += early.length;
				page.text = edited(page.text, early);
			}
			await Promise.all(pages.map(write));
			logger.info(`${count} style sheets left for later`);
		},
	},
});
