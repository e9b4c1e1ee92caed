import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Workers inherit the variable: the folder in which Chromium's results wait for the other engines.
process.env['ENGINE_RESULTS'] ??= mkdtempSync(join(tmpdir(), 'engines-'));

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	forbidOnly: !!process.env['CI'],
	// One worker runs the projects in this order; the results of the first are the expected ones of the others.
	workers: 1,
	projects: [{ name: 'chromium' }, { name: 'firefox' }, { name: 'webkit' }],
	// A slow engine on a busy machine needs a minute for the page of all sections.
	timeout: 240_000,
	reporter: 'list',
});
