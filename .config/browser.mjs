// A Chromium for the tests and the bench: one that is here already, or else the least trouble that gets one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './tools.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'msedge'];
const PLACES = {
	darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((app) => ['', process.env.HOME ?? ''].map((home) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`)),
	win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
		.map((name) => process.env[name])
		.filter(Boolean)
		.flatMap((folder) => [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Chromium\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`]),
};

const isRoot = process.getuid?.() === 0;
/** Quiet, the same everywhere, and without a sandbox only where root leaves no other way. */
export const browserArgs = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(isRoot ? ['--no-sandbox'] : [])];

/** The path of an installed browser, or undefined. */
export function installedBrowser() {
	const given = process.env.CHROMIUM_PATH;
	if (given) return existsSync(given) ? given : undefined;
	const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
	return [...onPath, ...(PLACES[process.platform] ?? [])].find((path) => existsSync(path));
}

/** The path of a browser, fetched if there is none; undefined, with a message, if none can be had. */
export async function browser() {
	if (process.env.CHROMIUM_PATH && !installedBrowser()) {
		console.error('CHROMIUM_PATH names no file.');
		return undefined;
	}
	const { chromium } = await import('@playwright/test');
	const own = () => [chromium.executablePath()].find((path) => existsSync(path));
	const found = installedBrowser() ?? own();
	if (found) return found;
	console.log('No Chromium, Chrome or Edge here; fetching one …');
	if ((await run('playwright', ['install', 'chromium'])) === 0 && own()) return own();
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		if ((await run('apt-get', ['update'], { env })) === 0) await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
	}
	const late = installedBrowser();
	if (!late) console.error('The browser tests need Chromium, Chrome or Edge. Install one, or set CHROMIUM_PATH to its program file.');
	return late;
}
