// npm run bench [-- --peer]: prints sizes and times of the built site beside their limits. No part of the tests: on a busy machine
// times would fail them.
import { join } from 'node:path';
import { build, install, root } from './tools.mjs';

if (!(await install())) process.exit(1);
const started = performance.now();
if (!(await build({ stdio: ['ignore', 'ignore', 'inherit'] }))) process.exit(1);
const buildSeconds = (performance.now() - started) / 1000;
// Imported here because they need packages that may just have been installed.
const { findBrowser, browserArgs } = await import('./browser.ts');
const { serve } = await import('./serve.ts');
const { report } = await import('../tests/bench/report.ts');
const { chromium } = await import('@playwright/test');

const executablePath = await findBrowser({ isFull: true });
if (!executablePath) process.exit(1);
const browser = await chromium.launch({ executablePath, args: browserArgs });
const site = await serve(join(root, 'dist'), { base: process.env['BASE'], quality: 11 });
try {
	await report(browser, site.url, { buildSeconds, hasPeers: process.argv.includes('--peer') });
} finally {
	await browser.close();
	await site.close();
}
