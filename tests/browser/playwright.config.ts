import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from '../../.config/browser.ts';

// The variable passes the path to the workers, which read this file too.
const executablePath = (process.env['CHROMIUM_PATH'] ??= await findBrowser());

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
	fullyParallel: true,
	forbidOnly: !!process.env['CI'],
	workers: 2,
	timeout: 120_000,
	// A test that passes only the second time is reported as flaky. A busy machine can delay a script past what a test expects.
	retries: 1,
	// Seconds that a busy machine needs; a condition that is met ends the wait.
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		viewport: { width: 1280, height: 900 },
		// A context for each test, and a process for each page of it, take a third of the time of a test that opens one page. Playwright
		// empties the context in between.
		reuseContext: true,
		launchOptions: { executablePath, args: [...browserArgs, '--process-per-site'] },
	},
});
