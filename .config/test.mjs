// npm test: installs what is missing, builds, runs both test runners, and closes with one line: "N passed, N failed".
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { build, install, root, run } from './tools.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'tests-'));
let passed = 0;
let failed = 0;

/** Runs one runner and adds up its report; one that broke before it could report counts as a failure. */
async function count(name, config, command, env, read) {
	if (!existsSync(join(root, config))) return console.log(`No ${config}: ${name} skipped.`);
	console.log(`\n${name}`);
	const report = join(temporary, `${name}.json`);
	const code = await run(command[0], [...command.slice(1), '--config', config, ...(command[0] === 'vitest' ? [`--outputFile.json=${report}`] : [])], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
	let result = { passed: 0, failed: 0 };
	try {
		result = read(JSON.parse(readFileSync(report, 'utf8')));
	} catch {
		console.error(`${name} left no report.`);
	}
	passed += result.passed;
	failed += code === 0 && result.passed + result.failed > 0 ? result.failed : Math.max(1, result.failed);
}

if (!(await install())) failed++;
else if (!(await build())) failed++;
else {
	await count('Vitest', 'tests/vitest.config.ts', ['vitest', 'run', '--reporter=default', '--reporter=json'], {}, (report) => ({
		passed: report.numPassedTests,
		failed: report.numFailedTests,
	}));
	const path = await browser();
	if (!path) failed++;
	else
		await count('Playwright', 'tests/browser/playwright.config.ts', ['playwright', 'test', '--reporter=list,json'], { CHROMIUM_PATH: path }, ({ stats }) => ({
			passed: stats.expected + stats.flaky,
			failed: stats.unexpected,
		}));
}
rmSync(temporary, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
