import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { contentPolicy, contentSecurity } from './src/build/content-security.ts';
import { cssVariables } from './src/build/css-variables.ts';
import { csvRows } from './src/build/csv-rows.ts';
import { fileAttributes } from './src/build/file-attributes.ts';
import { fonts } from './src/build/fonts.ts';
import { glyphOutlines } from './src/build/glyph-outlines.ts';
import { hydration } from './src/build/hydration.ts';
import { inlineScripts } from './src/build/inline-scripts.ts';
import { mdxImports } from './src/build/mdx-imports.ts';
import { numberScales } from './src/build/number-scales.ts';
import { searchDocuments } from './src/build/search-documents.ts';
import { cssVariables as chartMetrics } from './src/charts/metrics.ts';

if (!process.env.SITE)
	console.warn('SITE is not set: canonical and card addresses will say https://example.org. Set it before publishing.');

export default defineConfig({
	site: process.env.SITE ?? 'https://example.org',
	base: process.env.BASE ?? '/',
	// Astro then also ends `base` and `import.meta.env.BASE_URL` in a slash, so that a path can be appended to either.
	trailingSlash: 'always',
	integrations: [
		hydration(),
		mdx(),
		svelte({ compilerOptions: { runes: true } }),
		sitemap(),
		fonts(),
		contentPolicy(),
		searchDocuments(),
	],
	security: { csp: { ...contentSecurity, directives: [...contentSecurity.directives] } },
	// A style sheet of its own costs a slow network one more round trip before the first paint.
	build: { inlineStylesheets: 'always' },
	vite: {
		build: {
			// A page's own few lines are inline: with a script of its own, the page would count as loaded only when that has come.
			assetsInlineLimit: (file) => file.endsWith('.js'),
			rolldownOptions: {
				// Astro marks MDX modules with a directive of its own, which the bundler reports as unknown.
				onLog: (level, log, report) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log)),
			},
		},
		plugins: [
			csvRows(),
			cssVariables('/styles/figure.css', chartMetrics),
			glyphOutlines(),
			inlineScripts(),
			mdxImports(),
			numberScales(),
		],
		// Workers are bundled apart from the site.
		worker: { format: 'es', plugins: () => [csvRows(), numberScales()] },
	},
	markdown: { processor: satteri({ mdastPlugins: [fileAttributes] }), syntaxHighlight: false },
});
