// npm test: installs what is missing, checks, builds and runs everything, and closes with one line: "N passed, N failed".
// npm run test:all leaves out nothing and tries more cases.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, runTool } from './tools.mjs';

const atLength = process.argv.includes('--all');
const temporary = mkdtempSync(join(tmpdir(), 'tests-'));
const results = [];

/** Does one step and notes what came of it. One that leaves no count of its own counts as one, as does one that broke before it could. */
async function step(name, work, count = () => undefined) {
	const started = performance.now();
	const code = await work();
	let counted;
	try {
		counted = count();
	} catch {
		console.error(`${name} left no report.`);
	}
	const { passed, failed } = { passed: code === 0 ? 1 : 0, failed: 0, ...counted };
	results.push({
		name,
		passed,
		failed: code === 0 && passed + failed > 0 ? failed : Math.max(1, failed),
		seconds: Math.round((performance.now() - started) / 1000),
	});
}

/** A step whose words are shown when it is over, so that they stand together beside what goes on meanwhile. */
const quietly = (name, tool, args, { env, count } = {}) =>
	step(
		name,
		async () => {
			const file = join(temporary, `${name}.txt`);
			const output = openSync(file, 'w');
			const code = await runTool(tool, args, { env, stdio: ['ignore', output, output] });
			closeSync(output);
			console.log(
				`\n${name}: ${code === 0 ? 'well' : 'FAILED'}\n${code === 0 && !count ? '' : readFileSync(file, 'utf8')}`,
			);
			return code;
		},
		count,
	);

const report = (name) => join(temporary, `${name}.json`);
const reported = (name) => JSON.parse(readFileSync(report(name), 'utf8'));

const lint = async () => {
	await quietly('lint', 'eslint', ['-c', '.config/eslint.config.js', '.']);
	await quietly('format', 'prettier', ['--config', '.config/prettier.json', '--check', '.']);
};
const types = async () => {
	await quietly('types', 'astro', ['check']);
	await quietly('types of Svelte', 'svelte-check', ['--tsconfig', '.config/svelte-check.json']);
};
const unit = () =>
	quietly(
		'unit',
		'vitest',
		[
			'run',
			'--config',
			'tests/vitest.config.ts',
			'--maxWorkers=1',
			'--reporter=dot',
			'--reporter=json',
			`--outputFile.json=${report('unit')}`,
		],
		{
			env: atLength ? { RUNS: '2000' } : {},
			count: () => ({ passed: reported('unit').numPassedTests, failed: reported('unit').numFailedTests }),
		},
	);
const browser = async () => {
	const { browser } = await import('./browser.mjs');
	const path = await browser();
	const args = [
		'test',
		'--config',
		'tests/browser/playwright.config.ts',
		'--reporter=list,json',
		...(atLength ? [] : ['--grep-invert=@long']),
	];
	await step(
		'browser',
		() =>
			path
				? runTool('playwright', args, { env: { CHROMIUM_PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: report('browser') } })
				: 1,
		() => {
			const { stats } = reported('browser');
			return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
		},
	);
};

if (await install()) {
	// Two at a time, for two cores: the browser spends much of its time waiting. Types wait for the build, which writes some.
	await Promise.all([step('build', async () => ((await build()) ? 0 : 1)), lint()]);
	if (results.every(({ name, failed }) => name !== 'build' || failed === 0))
		await Promise.all([browser(), types().then(unit)]);
} else results.push({ name: 'install', passed: 0, failed: 1, seconds: 0 });

rmSync(temporary, { recursive: true, force: true });
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
console.log(
	`\n${results.map(({ name, passed, failed, seconds }) => `${name}: ${passed} passed${failed ? `, ${failed} FAILED` : ''}, ${seconds} s`).join('\n')}`,
);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
