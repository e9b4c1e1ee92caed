import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify, transformWithOxc, type Plugin } from 'vite';

const NAME = 'virtual:inline-scripts';

/** Returns a script without imports as minified JavaScript. Throws if it has a syntax error. */
async function inlineScript(file: string): Promise<string> {
	const path = fileURLToPath(new URL(file, import.meta.url));
	const { code, errors } = await minify(path, (await transformWithOxc(readFileSync(path, 'utf8'), path)).code);
	if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
	return code.trim();
}

/** Scripts that run before the first paint: on the first page alone, on every page, and in an embedded figure. The content policy has their hashes. */
export const leadOnScript = await inlineScript('../reader/lead-on.ts');
export const pageScript = await inlineScript('../reader/first-paint.ts');
export const embedScript = await inlineScript('../reader/first-paint-embedded.ts');

/** Provides the module `virtual:inline-scripts` to layouts, which are bundled and have no source files beside them. */
export const inlineScripts = (): Plugin => ({
	name: 'inline-scripts',
	resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
	load: (id) =>
		id === `\0${NAME}`
			? { code: `export default ${JSON.stringify({ leadOnScript, pageScript, embedScript })};`, moduleType: 'js' }
			: undefined,
});
