import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { attribute, builtFiles, edited, elements, write } from './html.mjs';

const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/**
 * Turns every style attribute in the built pages (KaTeX writes hundreds) into a class of one style sheet, so that the
 * content security policy can refuse inline styles altogether.
 */
export const noInlineStyle = () => {
	let base = '/';
	return {
		name: 'no-inline-style',
		hooks: {
			'astro:config:done': ({ config }) => void (base = config.base),
			'astro:build:done': async ({ dir }) => {
				const rules = new Map();
				const classFor = (css) => {
					const name = `i${hash(css)}`;
					rules.set(name, css);
					return name;
				};
				const editsOf = (element) => {
					const { style, class: given } = element.sourceCodeLocation?.attrs ?? {};
					if (!style) return [];
					const css = attribute(element, 'style').trim().replace(/;$/, '');
					// The blank before the attribute goes with it.
					const without = { start: style.startOffset - 1, end: style.endOffset, put: '' };
					if (!css) return [without];
					const name = classFor(css);
					if (!given) return [{ ...without, put: ` class="${name}"` }];
					const end = given.endOffset - 1;
					return [without, { start: end, end, put: ` ${name}` }];
				};
				const pages = await builtFiles(dir, /\.html$/);
				for (const page of pages) page.text = edited(page.text, [...elements(page.text)].flatMap(editsOf));
				// The class is doubled so that the rule wins over any class rule, as the attribute did.
				const css = [...rules]
					.sort()
					.map(([name, declarations]) => `.${name}.${name}{${declarations}}`)
					.join('\n');
				const sheet = `_astro/inline.${hash(css)}.css`;
				await writeFile(fileURLToPath(new URL(sheet, dir)), css);
				const link = `<link rel="stylesheet" href="${base}${sheet}">`;
				for (const page of pages) page.text = page.text.replace('</head>', `${link}</head>`);
				await Promise.all(pages.map(write));
			},
		},
	};
};
