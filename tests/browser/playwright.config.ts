import { defineConfig } from '@playwright/test';
import { browserArgs, installedBrowser } from '../../.config/browser.mjs';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	forbidOnly: !!process.env['CI'],
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 7_000 },
	reporter: 'list',
	use: {
		viewport: { width: 1280, height: 900 },
		launchOptions: { executablePath: installedBrowser(), args: browserArgs },
	},
});
