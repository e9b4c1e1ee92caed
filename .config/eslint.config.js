// npm run lint. Rules that need types are off: npm run check checks types, and lint stays quick enough to run while writing.
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** Syntax that is forbidden everywhere. A later block replaces a rule's options, so every block names these too. */
const FORBIDDEN = [
	{
		selector: 'MemberExpression[property.name="pathname"] > NewExpression:has(MetaProperty)',
		message: 'The pathname of a URL encodes spaces and accents: use fileURLToPath.',
	},
];
const FORBIDDEN_IN_SOURCES = [
	{
		selector: 'ImportExpression:not(CallExpression[callee.name="later"] > ArrowFunctionExpression > ImportExpression)',
		message:
			'A part that does not come must not be missing in silence: declare it by later() (src/hydration/later.svelte.ts).',
	},
];
const FORBIDDEN_IN_FIGURES = [
	{
		selector:
			'CallExpression:matches([callee.name="outputsOf"], [callee.object.name="assumptions"][callee.property.name="inputsOf"])',
		message:
			'A figure far from the viewport must not follow every step: read values from figureScope() (src/hydration/figure-scope.svelte.ts).',
	},
];
/** Functions whose last bit is left to the engine, and the operator that calls one. */
const FORBIDDEN_TO_LEARNERS = [
	{
		selector:
			'MemberExpression[object.name="Math"]:not([property.name=/^(abs|ceil|floor|fround|imul|max|min|round|sign|sqrt|trunc|SQRT2|SQRT1_2|PI)$/])',
		message:
			'Browsers differ in the last bit of this function, and a learner’s published hash would not repeat: use src/learners/arithmetic.ts.',
	},
	{
		selector: 'VariableDeclarator[init.name="Math"]',
		message: 'Write Math.floor and its like in full, so that lint sees which function it is.',
	},
	{
		selector: ':matches(BinaryExpression[operator="**"], AssignmentExpression[operator="**="])',
		message: 'Browsers differ in the last bit of a power: multiply, or use power() of src/learners/arithmetic.ts.',
	},
];

export default defineConfig(
	{ ignores: ['dist/', '.astro/', 'node_modules/', 'test-results/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...ts.configs.stylistic,
	...svelte.configs.recommended,
	...astro.configs.recommended,
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	{
		rules: {
			// npm run check knows every name, in every kind of file.
			'no-undef': 'off',
			// With noUncheckedIndexedAccess every look-up may be undefined. A "!" marks a key that was checked at its
			// source: an unknown id fails the build.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'no-restricted-syntax': ['error', ...FORBIDDEN],
		},
	},
	{
		files: ['src/**'],
		rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN, ...FORBIDDEN_IN_SOURCES] },
	},
	{
		files: ['src/figures/**/*.svelte'],
		rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN, ...FORBIDDEN_IN_SOURCES, ...FORBIDDEN_IN_FIGURES] },
	},
	{
		files: ['src/learners/**', 'src/experiments/**'],
		rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN, ...FORBIDDEN_IN_SOURCES, ...FORBIDDEN_TO_LEARNERS] },
	},
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
);
