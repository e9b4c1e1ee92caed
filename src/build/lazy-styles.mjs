import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Takes out of each page the style sheets of parts that it does not show yet. Whatever script fetches such a part later
 * fetches its style sheet with it; Astro would have had every page wait for all of them.
 */
export const lazyStyles = () => ({
	name: 'lazy-styles',
	hooks: {
		'astro:build:done': async ({ dir, logger }) => {
			const root = fileURLToPath(dir);
			const files = await readdir(root, { recursive: true });
			const read = (ending) => Promise.all(files.filter((file) => file.endsWith(ending)).map(async (file) => ({ file: join(root, file), text: await readFile(join(root, file), 'utf8') })));
			const [pages, scripts, styles] = await Promise.all(['.html', '.js', '.css'].map(read));
			const fetched = new Set(scripts.flatMap(({ text }) => Array.from(text.matchAll(/"[^"]*?([\w.-]+\.css)"/g), ([, name]) => name)));
			/** The marks by which a component's rules know its elements. */
			const marks = new Map(styles.map(({ file, text }) => [file.split(/[\\/]/).at(-1), new Set(text.match(/svelte-[\w-]+/g))]));
			const isShown = (name, html) => [...(marks.get(name) ?? [])].some((mark) => html.includes(mark));

			let count = 0;
			await Promise.all(
				pages.map(({ file, text }) => {
					const lean = text.replace(/<link rel="stylesheet" href="[^"]*?([\w.-]+\.css)"[^>]*>/g, (link, name) => {
						if (!fetched.has(name) || isShown(name, text)) return link;
						count++;
						return '';
					});
					return lean === text ? undefined : writeFile(file, lean);
				}),
			);
			logger.info(`${count} style sheets left for later`);
		},
	},
});
