import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { cards } from './src/build/cards.mjs';
import { contentSecurity, headers } from './src/build/content-security.mjs';
import { cssVariables } from './src/build/css-variables.ts';
import { csvRows } from './src/build/csv-rows.mjs';
import { embeds } from './src/build/embeds.mjs';
import { equationCss } from './src/build/equation-css.mjs';
import { fontSubset } from './src/build/font-subset.mjs';
import { glyphOutlines } from './src/build/glyph-outlines.mjs';
import { inlineStyles } from './src/build/inline-styles.mjs';
import { islandChunks } from './src/build/island-chunks.mjs';
import { lazyStyles } from './src/build/lazy-styles.mjs';
import { near } from './src/build/near.mjs';
import { noInlineStyle } from './src/build/no-inline-style.mjs';
import { numberNotes } from './src/build/number-notes.mjs';
import { cssVariables as chartMetrics } from './src/charts/metrics.ts';

if (!process.env.SITE)
	console.warn('SITE is not set: canonical and card addresses will say https://example.org. Set it before publishing.');

export default defineConfig({
	site: process.env.SITE ?? 'https://example.org',
	base: process.env.BASE ?? '/',
	// Astro then also ends `base` and `import.meta.env.BASE_URL` in a slash, so that a path can be appended to either.
	trailingSlash: 'always',
	integrations: [
		near(),
		mdx(),
		svelte({ compilerOptions: { runes: true } }),
		sitemap(),
		lazyStyles(),
		noInlineStyle(),
		fontSubset(),
		embeds(),
		cards(),
		islandChunks(),
		inlineStyles(),
		headers(),
	],
	security: { csp: contentSecurity },
	build: { inlineStylesheets: 'never' },
	vite: {
		// The few lines that a page runs by itself travel in it: until a script of its own had come, the page would not count as read.
		build: {
			assetsInlineLimit: (file) => file.endsWith('.js'),
			// Astro marks MDX with a directive of its own, which the bundler takes for a mistake of ours.
			rolldownOptions: {
				onLog: (level, log, say) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || say(level, log)),
			},
		},
		plugins: [csvRows(), cssVariables('/styles/figure.css', chartMetrics), equationCss(), glyphOutlines()],
		// A worker is bundled apart.
		worker: { format: 'es', plugins: () => [csvRows()] },
	},
	markdown: { processor: satteri({ mdastPlugins: [numberNotes] }), syntaxHighlight: false },
});
