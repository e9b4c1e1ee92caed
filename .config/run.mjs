// node .config/run.mjs <what> [arguments]: runs a script of this folder, or else a tool from node_modules, under a Node that is
// new enough for it (node.mjs). package.json calls nothing else, so that its scripts are the same in sh and cmd.exe.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newEnoughNode } from './node.mjs';
import { root, run, toolPath } from './tools.mjs';

const [what, ...args] = process.argv.slice(2);
const script = join(root, '.config', `${what}.mjs`);
const file = existsSync(script) ? script : toolPath(what);
if (!file) console.error(`${what} is not installed yet. First: npm install`);
const node = file && newEnoughNode();
if (!node) process.exitCode = 1;
else {
	// Ctrl+C reaches the child too, and this waits for what the child makes of it.
	process.on('SIGINT', () => undefined);
	process.exitCode = await run(node, [file, ...args], { node, stdio: 'inherit' });
}
