// Loads modules of the project outside a build, with the imports that only Vite resolves.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { csvRows } from '../src/build/csv-rows.ts';
import { root } from './node.mjs';

/** Returns the exports of the module at `path`, relative to the project's root. */
export const load = async <Module>(path: string): Promise<Module> =>
	(
		await runnerImport<Module>(join(root, path), {
			configFile: false,
			logLevel: 'error',
			plugins: [csvRows()],
		})
	).module;
