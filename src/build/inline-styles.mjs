import { createHash } from 'node:crypto';
import { attribute, builtFiles, edited, elements, write } from './html.mjs';

const nameIn = (path) => path.split(/[\\/]/).at(-1);

/**
 * Puts the style sheets of each page into the page, so that its first paint waits for nothing but itself: on a slow network a
 * sheet of its own costs one more journey there and back. The page's policy then names the sheet by its hash.
 */
export const inlineStyles = () => ({
	name: 'inline-styles',
	hooks: {
		'astro:build:done': async ({ dir }) => {
			const [pages, styles] = await Promise.all([/\.html$/, /\.css$/].map((ending) => builtFiles(dir, ending)));
			const textOf = new Map(styles.map(({ file, text }) => [nameIn(file), text.trim()]));
			for (const page of pages) {
				const all = [...elements(page.text)];
				const sheets = all.filter(
					(element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet',
				);
				const policy = all.find((element) => /^content-security-policy$/i.test(attribute(element, 'http-equiv') ?? ''));
				if (sheets.length === 0 || !policy) continue;
				const text = sheets.map((sheet) => textOf.get(nameIn(attribute(sheet, 'href')))).join('\n');
				const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
				const { startOffset, endOffset } = policy.sourceCodeLocation;
				page.text = edited(page.text, [
					...sheets.map(({ sourceCodeLocation: at }, i) => ({
						start: at.startOffset,
						end: at.endOffset,
						put: i === 0 ? `<style>${text}</style>` : '',
					})),
					{
						start: startOffset,
						end: endOffset,
						put: page.text.slice(startOffset, endOffset).replace('style-src ', `style-src ${hash} `),
					},
				]);
			}
			await Promise.all(pages.map(write));
		},
	},
});
