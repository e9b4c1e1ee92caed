import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const TAG = /<([a-zA-Z][\w:-]*)((?:\s+[^\s=>"'/]+(?:="[^"]*")?)*)\s*(\/?)>/g;
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
			'astro:config:done': ({ config }) => void (base = config.base.replace(/\/?$/, '/')),
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const rules = new Map();
				const withClasses = (html) =>
					html.replace(TAG, (all, tag, attributes, slash) => {
						const style = attributes.match(/\sstyle="([^"]*)"/);
						if (!style) return all;
						const css = style[1].replace(/&quot;/g, '"').replace(/&amp;/g, '&').trim().replace(/;$/, '');
						const rest = attributes.replace(style[0], '');
						if (!css) return `<${tag}${rest}${slash}>`;
						const name = `i${hash(css)}`;
						rules.set(name, css);
						const named = /\sclass="/.test(rest) ? rest.replace(/\sclass="([^"]*)"/, ` class="$1 ${name}"`) : `${rest} class="${name}"`;
						return `<${tag}${named}${slash}>`;
					});
				const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html')).map((file) => join(root, file));
				const pages = await Promise.all(files.map(async (file) => [file, withClasses(await readFile(file, 'utf8'))]));
				// The class is doubled so that the rule wins over any class rule, as the attribute did.
				const css = [...rules].sort().map(([name, declarations]) => `.${name}.${name}{${declarations}}`).join('\n');
				const sheet = `_astro/inline.${hash(css)}.css`;
				await writeFile(join(root, sheet), css);
				const link = `<link rel="stylesheet" href="${base}${sheet}">`;
				await Promise.all(pages.map(([file, html]) => writeFile(file, html.replace('</head>', `${link}</head>`))));
			},
		},
	};
};
