// npm run lint. Type-unaware on purpose: types are checked by npm run check, and this stays quick enough to run while writing.
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
	{ ignores: ['dist/', '.astro/', 'node_modules/', 'test-results/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...ts.configs.stylistic,
	...svelte.configs.recommended,
	...astro.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
	},
	{
		rules: {
			// Under noUncheckedIndexedAccess every look-up may be undefined. A "!" here says that the key was checked where it came in,
			// by the build (an unknown id stops it); a second check could never fire.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'no-restricted-syntax': [
				'error',
				{
					selector: 'MemberExpression[property.name="pathname"] > NewExpression:has(MetaProperty)',
					message: 'In a URL a space is %20 and é is %C3%A9: fileURLToPath gives the path.',
				},
			],
		},
	},
	{
		files: ['src/figures/**/*.svelte'],
		// What is taken along is wanted as it is now.
		ignores: ['src/figures/frame/ExportMenu.svelte'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						'CallExpression:matches([callee.name="outputsOf"], [callee.object.name="assumptions"][callee.property.name="inputsOf"])',
					message:
						'A figure far from the screen must not follow every step: read it by figureScope() of src/hydration/figure-scope.svelte.ts.',
				},
			],
		},
	},
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
);
