import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { csvRows } from '../src/build/csv-rows.ts';
import { glyphOutlines } from '../src/build/glyph-outlines.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNES = 'tests/**/*.svelte.test.ts';
const BUILT = 'tests/built/**';

/** While Stryker mutates: the tests of many models or of the whole project, too slow to repeat for each of thousands of mutations. */
const SLOW = [
	...['analysis', 'built', 'essay', 'figures', 'posterior', 'runs'].map((folder) => `tests/${folder}/**`),
	...['content/verdicts', 'models/cards', 'parameters/ranges'].map((name) => `tests/${name}.test.ts`),
	'tests/*.test.ts',
];
const excluded = process.env['MUTATING'] ? SLOW : [];

const test = {
	globals: false,
	setupFiles: ['tests/setup.ts'],
	// Seconds. Ten thousand runs of the record take some on an idle machine, and a minute on a busy one.
	testTimeout: Number(process.env['TEST_TIMEOUT'] ?? 300) * 1000,
};
/**
 * Files of a project share their modules, since to load them for each file takes longer than most tests. Stryker loads
 * them for each file: it changes them in between.
 */
const isolate = !!process.env['MUTATING'];
const project = (name: string, include: string, exclude: readonly string[]): TestProjectConfiguration => ({
	root,
	plugins: [csvRows(), glyphOutlines()],
	test: { ...test, name, isolate, environment: 'node', include: [include], exclude: [...exclude, ...excluded] },
});
/** A project whose tests mount components: effects run only in the browser's build of Svelte. Its files share a page. */
const svelteProject = (name: string, include: string, exclude: readonly string[]): TestProjectConfiguration => ({
	root,
	plugins: [csvRows(), glyphOutlines(), svelte({ configFile: false, compilerOptions: { runes: true } })],
	resolve: { conditions: ['browser'] },
	test: {
		...test,
		name,
		isolate,
		environment: 'jsdom',
		setupFiles: [...test.setupFiles, 'tests/fresh-page.ts'],
		include: [include],
		exclude: [...exclude, ...excluded],
	},
});

export default defineConfig({
	root,
	test: {
		projects: [
			project('node', 'tests/**/*.test.ts', [RUNES, BUILT]),
			svelteProject('dom', RUNES, [BUILT]),
			// These read dist/.
			project('built', 'tests/built/**/*.test.ts', [RUNES]),
			svelteProject('built-dom', 'tests/built/**/*.svelte.test.ts', []),
		],
	},
});
