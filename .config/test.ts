// npm test: installs what is missing, then checks, builds and tests everything. The last line is "N passed, N failed".
// npm run test:all leaves out no case.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, runTool } from './tools.mjs';

interface Counts {
	readonly passed: number;
	readonly failed: number;
	/** Tests that passed at the second attempt; they count as passed. */
	readonly flaky?: number;
}
interface Result extends Counts {
	readonly name: string;
	readonly seconds: number;
}

const isComplete = process.argv.includes('--all');
const temporary = mkdtempSync(join(tmpdir(), 'tests-'));
const results: Result[] = [];

/** Runs a step and records its result. A step without a report counts as one test. */
async function step(name: string, work: () => Promise<number>, readReport?: () => Counts): Promise<void> {
	const started = performance.now();
	const code = await work();
	let counts: Counts | undefined;
	try {
		counts = readReport?.();
	} catch {
		console.error(`${name}: no report was written.`);
	}
	const { passed, failed, flaky = 0 } = counts ?? { passed: code === 0 ? 1 : 0, failed: 0 };
	const hasFailed = code !== 0 || passed + failed === 0;
	results.push({
		name,
		passed,
		failed: hasFailed ? Math.max(1, failed) : failed,
		flaky,
		seconds: Math.round((performance.now() - started) / 1000),
	});
}

/** Runs a tool and prints its output when it ends, so that two tools at work do not mix their lines. */
const runQuietly =
	(name: string, tool: string, args: readonly string[], env = {}) =>
	async () => {
		const file = join(temporary, `${name}.txt`);
		const output = openSync(file, 'w');
		const code = await runTool(tool, args, { env, stdio: ['ignore', output, output] });
		closeSync(output);
		console.log(`\n${name}: ${code === 0 ? 'ok' : `FAILED\n${readFileSync(file, 'utf8')}`}`);
		return code;
	};

const reportFile = (name: string) => join(temporary, `${name}.json`);
const readJson = (name: string) => JSON.parse(readFileSync(reportFile(name), 'utf8'));

const checks: Readonly<
	Record<'lint' | 'format' | 'types' | 'types of Svelte', readonly [tool: string, args: string[]]>
> = {
	lint: ['eslint', ['-c', '.config/eslint.config.js', '.']],
	format: ['prettier', ['--config', '.config/prettier.json', '--check', '.']],
	types: ['astro', ['check']],
	'types of Svelte': ['svelte-check', ['--tsconfig', '.config/svelte-check.json']],
};
const check = (name: keyof typeof checks) => step(name, runQuietly(name, ...checks[name]));

function vitest(): Promise<void> {
	const args = ['run', '--config', 'tests/vitest.config.ts', '--maxWorkers=1', '--reporter=default', '--reporter=json'];
	const env = isComplete ? { RUNS: '2000' } : {};
	return step('unit', runQuietly('unit', 'vitest', [...args, `--outputFile.json=${reportFile('unit')}`], env), () => {
		const { numPassedTests, numFailedTests } = readJson('unit');
		return { passed: numPassedTests, failed: numFailedTests };
	});
}

async function playwright(): Promise<void> {
	const { findBrowser } = await import('./browser.ts');
	const path = await findBrowser();
	const args = ['test', '--config', 'tests/browser/playwright.config.ts', '--reporter=list,json'];
	const env = { CHROMIUM_PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile('browser') };
	await step(
		'browser',
		async () => (path ? runTool('playwright', [...args, ...(isComplete ? [] : ['--grep-invert=@long'])], { env }) : 1),
		() => {
			const { stats } = readJson('browser');
			return { passed: stats.expected + stats.flaky, failed: stats.unexpected, flaky: stats.flaky };
		},
	);
}

if (await install()) {
	// Two steps at a time, for two cores. Types wait for the build, which generates some.
	const isBuilt = build();
	await Promise.all([step('build', async () => ((await isBuilt) ? 0 : 1)), check('lint').then(() => check('format'))]);
	if (await isBuilt)
		await Promise.all([
			playwright(),
			check('types')
				.then(() => check('types of Svelte'))
				.then(vitest),
		]);
} else results.push({ name: 'install', passed: 0, failed: 1, seconds: 0 });

rmSync(temporary, { recursive: true, force: true });
const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
for (const { name, passed, failed, flaky, seconds } of results)
	console.log(
		`${name}: ${passed} passed${flaky ? ` (${flaky} at the second attempt)` : ''}${failed ? `, ${failed} FAILED` : ''}, ${seconds} s`,
	);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
