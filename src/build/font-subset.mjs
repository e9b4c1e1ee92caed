import { createHash } from 'node:crypto';
import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { attribute, builtFiles, elements, write } from './html.mjs';

/** Every printable ASCII character stays, for what readers type and what numbers may become. */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** What text needs to be set well, and the figures that the style sheets ask for. Small capitals, fractions and the like go unused. */
const FEATURES = ['ccmp', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'rlig', 'rvrn', 'tnum'];

/**
 * Cuts every font of the built site down to the characters that the pages and scripts can show, text fonts also to the
 * weights and features that the style sheets use, and names each file by its new content.
 */
export const fontSubset = () => ({
	name: 'font-subset',
	hooks: {
		'astro:build:done': async ({ dir, logger }) => {
			const [pages, scripts, styles] = await Promise.all(
				[/\.html$/, /\.m?js$/, /\.css$/].map((endings) => builtFiles(dir, endings)),
			);
			const everything = [
				...new Set([ASCII, ...[...pages, ...scripts, ...styles].map(({ text }) => text)].join('')),
			].join('');
			/** KaTeX sets single letters in Math Italic and everything else in its other families. */
			const letters = { italic: '', upright: '' };
			const collect = (node, isItalic) => {
				if (node.tagName === 'math') return;
				if (node.nodeName === '#text') letters[isItalic ? 'italic' : 'upright'] += node.value;
				for (const child of node.childNodes ?? []) collect(child, /mathnormal/.test(attribute(node, 'class') ?? ''));
			};
			for (const { text } of pages)
				for (const element of elements(text)) if (element.tagName === 'tex-math') collect(element);
			const inEquations = (font) => (/Math-Italic/.test(font) ? letters.italic : letters.upright);

			let before = 0;
			let after = 0;
			const root = fileURLToPath(dir);
			const fonts = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.woff2'));
			for (const file of fonts.map((name) => join(root, name))) {
				const original = await readFile(file);
				const equation = /KaTeX/.test(file);
				const subset = await subsetFont(original, equation ? inEquations(file) || ' ' : everything, {
					targetFormat: 'woff2',
					// Instructions for coarse screens: the text faces bring none, so the equations among the words need none.
					noHinting: true,
					// The italic is never bold.
					...(!equation && {
						keepFeatures: FEATURES,
						variationAxes: { wght: /italic/.test(file) ? 400 : { min: 400, max: 600 } },
					}),
				});
				before += original.length;
				after += subset.length;
				const oldName = file.split(/[\\/]/).at(-1);
				const newName = oldName.replace(
					/\.[\w-]+\.woff2$/,
					`.${createHash('sha256').update(subset).digest('hex').slice(0, 8)}.woff2`,
				);
				await writeFile(file, subset);
				await rename(file, file.replace(oldName, newName));
				for (const page of [...pages, ...styles]) page.text = page.text.replaceAll(oldName, newName);
			}
			await Promise.all([...pages, ...styles].map(write));
			logger.info(`fonts: ${Math.round(before / 1000)} kB → ${Math.round(after / 1000)} kB`);
		},
	},
});
