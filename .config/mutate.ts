// npm run mutate: tests the tests. Plants the faults of tests/faults.json one by one, each of which must be caught; then Stryker
// mutates the arithmetic, of which a share must be caught.
//   npm run mutate -- faults                  the planted faults alone
//   npm run mutate -- src/engine/ces.ts …     mutations of these files alone
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import { build, install, root, run, toolPath } from './tools.mjs';

interface Fault {
	readonly says: string;
	readonly edits: readonly { readonly file: string; readonly find: string; readonly plant: string }[];
}

/** The tests that read charts back without a browser. */
const CHART_TESTS = ['tests/charts', 'tests/figures', 'tests/controls', 'tests/built'];

/** Plants each fault in a copy of the tree and runs the chart tests there. Returns the names of the faults that pass. */
async function uncaughtFaults(): Promise<readonly string[]> {
	const faults = JSON.parse(readFileSync(join(root, 'tests/faults.json'), 'utf8')) as readonly Fault[];
	const folder = mkdtempSync(join(tmpdir(), 'faults-'));
	const copy = join(folder, 'tree');
	cpSync(root, copy, { recursive: true, filter: (path) => !/[\\/](node_modules|\.git|test-results)$/.test(path) });
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
	const args = ['run', '--config', 'tests/vitest.config.ts', '--bail=1', '--reporter=dot', ...CHART_TESTS];
	const isPassing = async () =>
		(await run(process.execPath, [toolPath('vitest')!, ...args], { cwd: copy, stdio: 'ignore' })) === 0;
	const uncaught: string[] = [];
	if (await isPassing())
		for (const { says, edits } of faults) {
			const originals = new Map(edits.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]));
			const texts = new Map(originals);
			const isPlanted = edits.every(({ file, find, plant }) => {
				const parts = texts.get(file)!.split(find);
				texts.set(file, parts.join(plant));
				if (parts.length !== 2) console.error(`${file}: must hold this text once, to plant “${says}”:\n${find}`);
				return parts.length === 2;
			});
			for (const [file, text] of texts) writeFileSync(join(copy, file), text);
			const isCaught = isPlanted && !(await isPassing());
			for (const [file, text] of originals) writeFileSync(join(copy, file), text);
			console.log(`${isCaught ? 'caught' : 'NOT CAUGHT'}: ${says}`);
			if (!isCaught) uncaught.push(says);
		}
	else {
		console.error('The chart tests fail without a fault. First: npm test');
		uncaught.push('none planted');
	}
	rmSync(folder, { recursive: true, force: true });
	return uncaught;
}

/** Share of mutations, in percent, that the tests must catch. A change may raise it and never lower it. */
const MINIMUM_CAUGHT = 80;

const MUTATED = [
	'src/engine/**/*.ts',
	'src/models/*.model.ts',
	'src/parameters/*.ts',
	'src/charts/*.ts',
	'src/state/link*.ts',
];

const strykerOptions: PartialStrykerOptions = {
	testRunner: 'vitest',
	plugins: ['@stryker-mutator/vitest-runner', './.config/stryker-cards.ts'],
	ignorers: ['cards'],
	vitest: { configFile: 'tests/vitest.config.ts' },
	// Other tests cover texts.
	mutator: { excludedMutations: ['StringLiteral'] },
	// A mutation in code that runs once on import, which is mostly definitions, would be tried against every test.
	ignoreStatic: true,
	coverageAnalysis: 'perTest',
	concurrency: 2,
	dryRunTimeoutMinutes: 30,
	timeoutMS: 60_000,
	reporters: ['progress-append-only', 'clear-text', 'json'],
	jsonReporter: { fileName: 'test-results/mutation.json' },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	tempDirName: 'test-results/stryker',
	ignorePatterns: ['/test-results', '/tests/browser', '/.astro'],
};

/** Mutates files one at a time, since with all of them instrumented one test run takes half an hour. Returns whether enough is caught. */
async function areMutationsCaught(names: readonly string[]): Promise<boolean> {
	const { Stryker } = await import('@stryker-mutator/core');
	process.chdir(root);
	// Few cases of each property, no end-to-end tests (tests/vitest.config.ts).
	Object.assign(process.env, { RUNS: '8', TEST_TIMEOUT: '600', MUTATING: 'yes' });
	let [caught, total] = [0, 0];
	const summary: string[] = [];
	for (const file of globSync(names.length > 0 ? names : MUTATED).toSorted()) {
		const results = await new Stryker({ ...strykerOptions, mutate: [file] }).runMutationTest();
		const count = (...states: readonly string[]) => results.filter(({ status }) => states.includes(status)).length;
		const [found, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
		caught += found;
		total += found + missed;
		if (missed > 0) summary.push(`${file}: ${missed} of ${found + missed} not caught`);
	}
	for (const line of summary) console.log(line);
	const share = total === 0 ? 100 : (100 * caught) / total;
	console.log(`${caught} of ${total} mutations caught, ${share.toFixed(1)}%; the minimum is ${MINIMUM_CAUGHT}%`);
	return share >= MINIMUM_CAUGHT;
}

const wanted = process.argv.slice(2);
const files = wanted.filter((word) => word !== 'faults');
if (!(await install()) || !(await build({ stdio: ['ignore', 'ignore', 'inherit'] }))) process.exitCode = 1;
else {
	if (files.length === 0 && (await uncaughtFaults()).length > 0) process.exitCode = 1;
	if (!wanted.includes('faults') && !(await areMutationsCaught(files))) process.exitCode = 1;
}
