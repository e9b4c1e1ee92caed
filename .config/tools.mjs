// Runs tools and npm, installs, builds. Starts on Node 20, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { npm, root } from './node.mjs';

export { root };

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to the environment
 * @property {string} [node] path of the Node that scripts in the child find first
 * @property {string} [cwd]
 * @property {boolean} [shell]
 * @property {import('node:child_process').StdioOptions} [stdio]
 */

/**
 * Returns an environment whose PATH begins with a Node and the project's tools.
 * @param {string} node
 * @param {RunOptions['env']} extra
 */
function environment(node, extra) {
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
	// Windows spells it Path.
	const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	env[name] = [dirname(node), join(root, 'node_modules', '.bin'), env[name]].filter(Boolean).join(delimiter);
	return env;
}

/**
 * Runs a program. Resolves to its exit code and never rejects.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export const run = (
	command,
	args,
	{ env, node = process.execPath, cwd = root, shell = false, stdio = ['ignore', 'inherit', 'inherit'] } = {},
) =>
	new Promise((resolve) => {
		const child = spawn(command, args, { cwd, shell, stdio, env: environment(node, env) });
		child.on('error', (error) => {
			console.error(`${command}: ${error.message}`);
			resolve(127);
		});
		child.on('exit', (code) => resolve(code ?? 1));
	});

/**
 * Returns the JavaScript file of a tool, which has the name of its package; undefined if it is not installed. The link in .bin
 * would not do: on Windows it is a shell script.
 * @param {string} name
 * @returns {string | undefined}
 */
export function toolPath(name) {
	const folder = join(root, 'node_modules', name);
	if (!name || !existsSync(folder)) return undefined;
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const runTool = (name, args, options) => run(process.execPath, [toolPath(name) ?? name, ...args], options);

/**
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
	const { command, args: all, shell } = npm(args);
	return run(command, all, { ...options, shell });
}

/** @param {string} file */
const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** Returns whether node_modules has the versions of the lock file. Modification times do not tell: a checkout changes that of the lock file too. */
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

/** Installs what package-lock.json names, if it is not there. Returns whether it is there now. */
export async function install() {
	if (isInstalled()) return true;
	console.log('Installing the packages of package-lock.json …');
	return (await runNpm(['ci'])) === 0;
}

/**
 * Builds the site. Returns whether that succeeded.
 * @param {RunOptions} [options]
 */
export const build = async (options) => (await runTool('astro', ['build'], options)) === 0;
