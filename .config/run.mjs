// node .config/run.mjs <name> [arguments]: runs a script of this folder, or else a tool from node_modules, under a Node that is new
// enough (node.mjs). package.json calls nothing else, so that its scripts are the same in sh and cmd.exe.
// This file, node.mjs and tools.mjs run before anything is installed, on Node 20: they are JavaScript and import no package.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newEnoughNode, root } from './node.mjs';
import { run, toolPath } from './tools.mjs';

const [name = '', ...args] = process.argv.slice(2);
const script = join(root, '.config', `${name}.ts`);
const file = existsSync(script) ? script : toolPath(name);
if (!file) console.error(`${name} is not installed. First: npm install`);
const node = file && newEnoughNode();
if (!file || !node) process.exitCode = 1;
else {
	// Ctrl+C reaches the child too; the exit code is the child's.
	process.on('SIGINT', () => undefined);
	process.exitCode = await run(node, [file, ...args], { node, stdio: 'inherit' });
}
