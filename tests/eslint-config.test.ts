import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, '.config/eslint.config.js') });

/** Returns the selectors that `no-restricted-syntax` forbids in a file. */
async function forbiddenIn(file: string): Promise<readonly string[]> {
	const { rules } = (await eslint.calculateConfigForFile(join(root, file))) as {
		rules: Record<string, [severity: number, ...{ selector: string }[]]>;
	};
	const [severity, ...options] = rules['no-restricted-syntax']!;
	expect(severity).toBe(2);
	return options.map(({ selector }) => selector);
}

it('`no-restricted-syntax` in figures extends the list of all other files', async () => {
	const everywhere = await forbiddenIn('src/engine/units.ts');
	const inFigures = await forbiddenIn('src/figures/RevenueGap/RevenueGap.svelte');
	expect(everywhere).toHaveLength(1);
	expect(inFigures).toEqual([...everywhere, expect.stringContaining('inputsOf')]);
	expect(await forbiddenIn('src/figures/frame/ExportMenu.svelte')).toEqual(everywhere);
});
