import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { csvRows } from '../src/build/csv-rows.ts';
import { glyphOutlines } from '../src/build/glyph-outlines.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// The forecast over all its corners takes some seconds on a busy machine; PATIENCE, in seconds, is for code that is watched while it runs.
const everywhere = {
	globals: false,
	setupFiles: ['tests/setup.ts'],
	testTimeout: Number(process.env['PATIENCE'] ?? 60) * 1000,
};
const runes = 'tests/**/*.svelte.test.ts';
/** Looks at everything at once, or at what is built: left out while each of thousands of mutations is tried (`npm run mutate`). */
const tooDear = process.env['MUTATING']
	? ['posterior', 'runs', 'figures', 'parameters/ranges', 'content/verdicts', 'analysis']
			.concat(['toolchain', 'docs', 'serve', 'cards', 'numbers-in-prose', 'essay'])
			.map((name) => `tests/${name}{/**,*.test.ts}`)
	: [];

export default defineConfig({
	root,
	test: {
		projects: [
			{
				root,
				plugins: [csvRows(), glyphOutlines()],
				test: {
					...everywhere,
					name: 'node',
					environment: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: [runes, ...tooDear],
				},
			},
			{
				root,
				plugins: [csvRows(), glyphOutlines(), svelte({ configFile: false, compilerOptions: { runes: true } })],
				// Without this condition Svelte is the server's, and effects never run.
				resolve: { conditions: ['browser'] },
				test: { ...everywhere, name: 'dom', environment: 'jsdom', include: [runes], exclude: tooDear },
			},
		],
	},
});
