// Mutations of what is arithmetic and of how it is drawn, for `npm run mutate`. Words are left as they are: other tests hold them.
export default {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner', './.config/stryker-cards.mjs'],
	ignorers: ['cards'],
	vitest: { configFile: 'tests/vitest.config.ts' },
	mutate: [
		'src/engine/**/*.ts',
		'src/models/*.model.ts',
		'src/parameters/*.ts',
		'src/charts/*.ts',
		'src/state/link*.ts',
	],
	mutator: { excludedMutations: ['StringLiteral'] },
	// What runs once, when a file is loaded, is definitions: a mutation there would be tried against every test.
	ignoreStatic: true,
	coverageAnalysis: 'perTest',
	concurrency: 2,
	dryRunTimeoutMinutes: 30,
	timeoutMS: 60_000,
	thresholds: { high: 95, low: 90, break: null },
	reporters: ['progress-append-only', 'clear-text', 'json'],
	jsonReporter: { fileName: 'test-results/mutation.json' },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	tempDirName: 'test-results/stryker',
	ignorePatterns: ['/test-results', '/tests/browser', '/.astro'],
};
