// npm run bench [-- --peer]: what the site weighs and how fast it is, beside the limits that it is held to. Never part of
// the tests: a busy machine must not fail them.
import { join } from 'node:path';
import { build, install, root } from './tools.mjs';

if (!(await install())) process.exit(1);
const started = performance.now();
if (!(await build({ stdio: ['ignore', 'ignore', 'inherit'] }))) process.exit(1);
const buildSeconds = (performance.now() - started) / 1000;
// These need what was just installed.
const { browser: findBrowser, browserArgs } = await import('./browser.mjs');
const { serve } = await import('./serve.mjs');
const executablePath = await findBrowser({ isWhole: true });
if (!executablePath) process.exit(1);
const { report } = await import('../tests/bench/report.mjs');
const { chromium } = await import('@playwright/test');

const browser = await chromium.launch({ executablePath, args: browserArgs });
const site = await serve(join(root, 'dist'), { base: process.env.BASE, quality: 11 });
try {
	await report(browser, site.url, { buildSeconds, peer: process.argv.includes('--peer') });
} finally {
	await browser.close();
	await site.close();
}
