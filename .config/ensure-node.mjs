// Puts the Node that npm delivered (an optional dependency per platform) first on the path of every npm script.
// npm 10 drops that link when it skips the other platforms' packages; npm 11 keeps it. Runs on Node 18 and newer.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const system = windows ? 'win' : process.platform;
const name = `${system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${process.arch}`;
const binary = join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
const [major, minor] = process.versions.node.split('.').map(Number);

if (existsSync(binary)) {
	const folder = join(root, 'node_modules', '.bin');
	const link = join(folder, windows ? 'node.cmd' : 'node');
	mkdirSync(folder, { recursive: true });
	if (!existsSync(link)) {
		if (windows) writeFileSync(link, `@"%~dp0\\..\\${name}\\bin\\node.exe" %*\r\n`);
		else symlinkSync(relative(folder, binary), link);
	}
} else if (major < 22 || (major === 22 && minor < 22)) {
	console.error(`Node 22.22 or newer is needed here (found ${process.version}), and npm offers none for this platform.`);
	process.exit(1);
}
