import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);

/** The text faces, as the style sheets import them. An italic is never set bold. */
const TEXT_FONTS = [
	{ file: '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2', wght: { min: 400, max: 600 } },
	{ file: '@fontsource-variable/literata/files/literata-latin-wght-italic.woff2', wght: 400 },
	{
		file: '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
		wght: { min: 400, max: 600 },
	},
] as const;

/**
 * OpenType features that text needs or that the style sheets ask for. Those that set combining marks are left out, since no face has
 * combining marks.
 */
const FEATURES = ['kern', 'liga', 'lnum', 'rlig', 'rvrn', 'tnum'];
/** Metrics of vertical text. */
const UNUSED_TABLES = ['vhea', 'vmtx'];

/** KaTeX's families that our equations use. */
const EQUATION_FONT = /KaTeX_(Main-(Regular|Italic|Bold)\b|Math-Italic|AMS-Regular|Size[1-4]-Regular)/;

const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
/** Printable ASCII, for what readers type and what numbers may become. */
const ASCII = range(0x20, 0x7e);

/** Characters that an equation may contain. A test compares them with those of the built pages (tests/built/fonts.test.ts). */
export const EQUATION_CHARACTERS = `${ASCII}${range(0x391, 0x3a9)}${range(0x3b1, 0x3c9)}−×·÷±≤≥≠≈∼∝∞∑∏∫√∂∣∥∗ℓ˙…⟨⟩⌊⌋⌈⌉→\u00a0\u200b`;

/** Accented letters of names that readers give, as `unicode-range` of the faces with the query `?accents` in `styles/tokens.css` has them. */
export const ACCENTS = range(0xc0, 0xd6) + range(0xd8, 0xf6) + range(0xf8, 0xff);

/** Returns every character in the sources of the site. */
async function textCharacters(root: URL): Promise<ReadonlySet<string>> {
	const used = new Set(ASCII);
	for (const folder of ['content', 'src']) {
		const path = fileURLToPath(new URL(folder, root));
		for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
			if (entry.isFile())
				for (const character of await readFile(join(entry.parentPath, entry.name), 'utf8')) used.add(character);
	}
	return used;
}

const escaped = (file: string) => file.replaceAll('.', '\\.');
/** Matches a file as style sheets import it, and as scripts do, with `?url`. */
const asImported = (file: string) => new RegExp(`^${escaped(file)}(?=\\?url|$)`);
/** Matches a file as style sheets import the face of its accented letters. */
const asImportedForAccents = (file: string) => new RegExp(`^${escaped(file)}\\?accents$`);

/** Classes of KaTeX that our equations use. A test compares them with those of the built pages (tests/built/fonts.test.ts). */
export const EQUATION_CLASS =
	/^(katex.*|(mord|mspace|mrel|mbin|mop|mopen|mclose|mpunct|minner|mtight|mfrac|mtable|munder|msupsub|mathnormal|mathsf|text)|vlist.*|pstrut|size[1-46]|reset-size[36]|nulldelimiter|frac-line|delim.*|op-symbol|op-limits|(large|small)-op|col-align-[cl]|arraycolsep|accent-body|svg-align|brace-.*|enclosing)$/;

/**
 * Returns the part of KaTeX's style sheet that our equations use: its fonts, in the one format that every supported browser
 * reads, and its rules. The sheet is in every page.
 */
export const usedEquationCss = (css: string): string =>
	css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) => {
		if (selectors.trim() === '@font-face')
			return EQUATION_FONT.test(rule)
				? rule
						.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
						.replace('font-display:block', 'font-display:swap')
				: '';
		const isUsed = (selector: string) =>
			Array.from(selector.matchAll(/\.([\w-]+)/g)).every(([, name = '']) => EQUATION_CLASS.test(name));
		return selectors.split(',').some(isUsed) ? rule : '';
	});
const equationCss = (): Plugin => ({
	name: 'equation-css',
	enforce: 'pre',
	transform: (code, id) => (/katex[^/]*\.css(\?|$)/.test(id) ? { map: null, code: usedEquationCss(code) } : null),
});

/**
 * Cuts every font to the characters of the site, and text fonts to the weights and features of the style sheets. It works before
 * the bundler runs, so that names and hashes of fonts and style sheets are final when Astro writes the content policy. `astro
 * dev` serves the whole fonts.
 */
export const fonts = (): AstroIntegration => ({
	name: 'fonts',
	hooks: {
		'astro:config:setup': async ({ command, config, createCodegenDir, logger, updateConfig }) => {
			const plugins = [equationCss()];
			if (command !== 'build') return void updateConfig({ vite: { plugins } });
			const folder = fileURLToPath(createCodegenDir());
			await mkdir(folder, { recursive: true });
			let [before, after] = [0, 0];
			const subset = async (file: string, characters: string, options: object = {}, prefix = '') => {
				const original = await readFile(file);
				const font = await subsetFont(original, characters, { targetFormat: 'woff2', noHinting: true, ...options });
				const path = join(folder, `${prefix}${basename(file)}`);
				await writeFile(path, font);
				before += original.length;
				after += font.length;
				return path;
			};
			const used = await textCharacters(config.root);
			const characters = [...used].join('');
			const accents = [...ACCENTS].filter((letter) => !used.has(letter)).join('');
			const text = TEXT_FONTS.flatMap(({ file, wght }) => {
				const options = { keepFeatures: FEATURES, dropTables: UNUSED_TABLES, variationAxes: { wght } };
				const path = require.resolve(file);
				return [
					subset(path, characters, options).then((replacement) => ({ find: asImported(file), replacement })),
					subset(path, accents, options, 'accents-').then((replacement) => ({
						find: asImportedForAccents(file),
						replacement,
					})),
				];
			});
			const equationFolder = join(require.resolve('katex/package.json'), '..', 'dist', 'fonts');
			const equation = (await readdir(equationFolder))
				.filter((name) => EQUATION_FONT.test(name) && name.endsWith('.woff2'))
				.map(async (name) => ({
					find: asImported(`fonts/${name}`),
					replacement: await subset(join(equationFolder, name), EQUATION_CHARACTERS),
				}));
			const alias = await Promise.all([...text, ...equation]);
			updateConfig({ vite: { plugins, resolve: { alias } } });
			logger.info(`${Math.round(before / 1000)} kB cut to ${Math.round(after / 1000)} kB`);
		},
	},
});
