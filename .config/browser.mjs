// A Chromium for the tests and the bench: one that is here already, or else the least trouble that gets one.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run, runTool } from './tools.mjs';

const isRoot = process.getuid?.() === 0;
/** Quiet, the same everywhere, and without a sandbox only where root leaves no other way. */
export const browserArgs = [
	'--disable-gpu',
	'--disable-lcd-text',
	'--font-render-hinting=none',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	...(isRoot ? ['--no-sandbox'] : []),
];

/** The browser without its windows: of what a test costs, drawing those is a third. Playwright's own, and Debian's, which it does not know. */
const SHELLS = [{ channel: 'chromium-headless-shell' }, { executablePath: '/usr/bin/chromium-headless-shell' }];
/** The whole of it, as readers have it: likewise, and Chrome and Edge. */
const WHOLE = [
	{ channel: 'chromium' },
	{ channel: 'chrome' },
	{ channel: 'msedge' },
	{ executablePath: '/usr/bin/chromium' },
];

/** The path of the first of them that starts: one that is there but broken is as good as none. */
async function installed(choices) {
	for (const choice of choices)
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

/** Installs the first of Debian's packages that there is: older releases have no shell by itself. */
async function installFromDebian(packages) {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if ((await run('apt-get', ['update'], { env })) !== 0) return;
	for (const name of packages)
		if ((await run('apt-get', ['install', '-y', '--no-install-recommends', name], { env })) === 0) return;
}

/**
 * The path of a browser, fetched if there is none; undefined, with a message, if none can be had. CHROMIUM_PATH goes before all.
 *
 * @param {{ isWhole?: boolean }} [wanted] whether only one with its windows will do, as for measuring what readers have
 */
export async function browser({ isWhole = false } = {}) {
	const given = process.env.CHROMIUM_PATH;
	if (given) {
		if (existsSync(given)) return given;
		console.error(`CHROMIUM_PATH names no file: ${given}`);
		return undefined;
	}
	const choices = isWhole ? WHOLE : [...SHELLS, ...WHOLE];
	const found = await installed(choices);
	if (found) return found;
	console.log('No Chromium, Chrome or Edge that starts is here; fetching one …');
	if ((await runTool('playwright', ['install', 'chromium'])) === 0) {
		const fetched = await installed(choices);
		if (fetched) return fetched;
	}
	if (isRoot && existsSync('/usr/bin/apt-get'))
		await installFromDebian(isWhole ? ['chromium'] : ['chromium-headless-shell', 'chromium']);
	const late = await installed(choices);
	if (!late)
		console.error(
			'The browser tests need Chromium, Chrome or Edge. Install one, or set CHROMIUM_PATH to its program file.',
		);
	return late;
}
