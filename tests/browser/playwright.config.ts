import { defineConfig } from '@playwright/test';
import { browser, browserArgs } from '../../.config/browser.mjs';

// Found once; the workers, which read this file too, are told by the variable.
const executablePath = (process.env['CHROMIUM_PATH'] ??= await browser());

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
	fullyParallel: true,
	forbidOnly: !!process.env['CI'],
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 7_000 },
	reporter: 'list',
	use: {
		viewport: { width: 1280, height: 900 },
		launchOptions: { executablePath, args: browserArgs },
	},
});
