// A Chromium for the tests and the bench: one that is here already, or else the least trouble that gets one.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run, runTool } from './tools.mjs';

const isRoot = process.getuid?.() === 0;
/** Quiet, the same everywhere, and without a sandbox only where root leaves no other way. */
export const browserArgs = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	...(isRoot ? ['--no-sandbox'] : []),
];

/** What Playwright knows how to find (its own, Chrome, Edge), and Debian's, which it does not. */
const CHOICES = [
	{ channel: 'chromium' },
	{ channel: 'chrome' },
	{ channel: 'msedge' },
	{ executablePath: '/usr/bin/chromium' },
];

/** The path of the first of them that starts: one that is there but broken is as good as none. */
async function installed() {
	for (const choice of CHOICES)
		try {
			const server = await chromium.launchServer({ ...choice, args: browserArgs });
			const path = server.process().spawnfile;
			await server.close();
			return path;
		} catch {
			continue;
		}
	return undefined;
}

/** The path of a browser, fetched if there is none; undefined, with a message, if none can be had. CHROMIUM_PATH goes before all. */
export async function browser() {
	const given = process.env.CHROMIUM_PATH;
	if (given) {
		if (existsSync(given)) return given;
		console.error(`CHROMIUM_PATH names no file: ${given}`);
		return undefined;
	}
	const found = await installed();
	if (found) return found;
	console.log('No Chromium, Chrome or Edge that starts is here; fetching one …');
	if ((await runTool('playwright', ['install', 'chromium'])) === 0) {
		const fetched = await installed();
		if (fetched) return fetched;
	}
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		if ((await run('apt-get', ['update'], { env })) === 0)
			await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
	}
	const late = await installed();
	if (!late)
		console.error(
			'The browser tests need Chromium, Chrome or Edge. Install one, or set CHROMIUM_PATH to its program file.',
		);
	return late;
}
