// Loads a module of this project, TypeScript and all, as the site's build would: for scripts that have no build.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { csvRows } from '../src/build/csv-rows.ts';
import { root } from './node.mjs';

/** The exports of the module at a path from the project's root. */
export const load = async (path) =>
	(await runnerImport(join(root, path), { configFile: false, logLevel: 'error', plugins: [csvRows()] })).module;
