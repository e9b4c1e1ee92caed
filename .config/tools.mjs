// What every runner here needs. Only Node's own modules: this starts on an old Node, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { npm, root } from './node.mjs';

export { root };

/** What a tool starts by name finds this Node and the project's tools first. */
function environment(node, extra) {
	const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
	const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	env[name] = [dirname(node), join(root, 'node_modules', '.bin'), env[name]].filter(Boolean).join(delimiter);
	return env;
}

/** Runs a program to its end; resolves to its exit code and never rejects. */
export const run = (
	command,
	args = [],
	{ env = {}, node = process.execPath, cwd = root, shell = false, stdio = ['ignore', 'inherit', 'inherit'] } = {},
) =>
	new Promise((resolve) => {
		const child = spawn(command, args, { cwd, shell, stdio, env: environment(node, env) });
		child.on('error', (error) => (console.error(`${command}: ${error.message}`), resolve(127)));
		child.on('exit', (code) => resolve(code ?? 1));
	});

/** The file behind the name of a tool and of its package. The link in .bin would do, were it not a shell's script on Windows. */
export function toolPath(name) {
	const folder = join(root, 'node_modules', name);
	if (!existsSync(folder)) return undefined;
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

export const runTool = (name, args, options) => run(process.execPath, [toolPath(name), ...args], options);

export const runNpm = (args, options) => {
	const { command, args: all, shell } = npm(args);
	return run(command, all, { ...options, shell });
};

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
	if (isInstalled()) return true;
	console.log('Installing what package-lock.json names …');
	return (await runNpm(['ci'])) === 0;
}

export const build = async (options) => (await runTool('astro', ['build'], options)) === 0;
