// Finds Chromium for the tests and the bench, or installs it.
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';
import { run, runTool } from './tools.mjs';

const isRoot = process.getuid?.() === 0;
/** Flags for the same pictures on every machine. Chromium refuses its sandbox to root. */
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

/**
 * The headless shell of Chromium, which makes tests a third faster: Playwright's, then Debian's, which Playwright
 * does not find.
 */
const SHELLS: readonly LaunchOptions[] = [
	{ channel: 'chromium-headless-shell' },
	{ executablePath: '/usr/bin/chromium-headless-shell' },
];
/** The full Chromium, as readers have it. */
const FULL: readonly LaunchOptions[] = [
	{ channel: 'chromium' },
	{ channel: 'chrome' },
	{ channel: 'msedge' },
	{ executablePath: '/usr/bin/chromium' },
];

/** Returns the path of the first browser that starts. */
async function installed(choices: readonly LaunchOptions[]): Promise<string | undefined> {
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

/** Installs the first of Debian's packages that exists: older releases have no package for the shell alone. */
async function installFromDebian(packages: readonly string[]): Promise<void> {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if ((await run('apt-get', ['update'], { env })) !== 0) return;
	for (const name of packages)
		if ((await run('apt-get', ['install', '-y', '--no-install-recommends', name], { env })) === 0) return;
}

/**
 * Returns the path of Chromium: that of CHROMIUM_PATH, of an installed one, of Playwright's download, or of Debian's package.
 * Returns undefined after a message if there is none. With `isFull`, the headless shell is not enough.
 */
export async function findBrowser({ isFull = false } = {}): Promise<string | undefined> {
	const given = process.env['CHROMIUM_PATH'];
	if (given) {
		if (existsSync(given)) return given;
		console.error(`CHROMIUM_PATH: there is no file ${given}. Set it to the program file of Chromium, or unset it.`);
		return undefined;
	}
	const choices = isFull ? FULL : [...SHELLS, ...FULL];
	let path = await installed(choices);
	if (path) return path;
	console.log('No installed Chromium, Chrome or Edge starts. Downloading Chromium …');
	if ((await runTool('playwright', ['install', 'chromium'])) === 0) path = await installed(choices);
	if (!path && isRoot && existsSync('/usr/bin/apt-get')) {
		await installFromDebian(isFull ? ['chromium'] : ['chromium-headless-shell', 'chromium']);
		path = await installed(choices);
	}
	if (!path)
		console.error(
			'No Chromium could be installed. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to its file.',
		);
	return path;
}
