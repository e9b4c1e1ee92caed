// What every runner here needs. Only Node's own modules: this starts on Node 20, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** Tools are found in node_modules/.bin, and so is the Node that they need (ensure-node.mjs). */
function environment(extra) {
	const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
	const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	env[name] = [join(root, 'node_modules', '.bin'), env[name]].filter(Boolean).join(delimiter);
	return env;
}

/** Runs a tool to its end, its output shown; resolves to its exit code and never rejects. */
export const run = (command, args = [], { env = {}, quiet = false, cwd = root } = {}) =>
	new Promise((resolve) => {
		const child = spawn(command, args, { cwd, env: environment(env), stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'], shell: windows });
		child.on('error', (error) => (console.error(`${command}: ${error.message}`), resolve(127)));
		child.on('exit', (code) => resolve(code ?? 1));
	});

const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** Whether node_modules holds what the lock file says. Dates would not tell: a checkout touches the lock file too. */
function isInstalled() {
	try {
		const installed = packagesIn('node_modules/.package-lock.json');
		return Object.entries(packagesIn('package-lock.json')).every(
			([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
		);
	} catch {
		return false;
	}
}

export async function install() {
	if (!isInstalled()) {
		console.log('Installing what package-lock.json names …');
		if ((await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0) return false;
	}
	return existsSync(join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node')) || (await run(process.execPath, ['.config/ensure-node.mjs'])) === 0;
}

export const build = async (options) => (await run('astro', ['build'], options)) === 0;
