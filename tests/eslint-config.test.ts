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

it('`no-restricted-syntax` in src/ extends the list of all other files, and in figures that of src/', async () => {
	const everywhere = await forbiddenIn('tests/setup.ts');
	const inSources = await forbiddenIn('src/engine/units.ts');
	const inFigures = await forbiddenIn('src/figures/RevenueGap/RevenueGap.svelte');
	expect(everywhere).toHaveLength(1);
	expect(inSources).toEqual([...everywhere, expect.stringContaining('ImportExpression')]);
	expect(inFigures).toEqual([...inSources, expect.stringContaining('inputsOf')]);
	expect(await forbiddenIn('src/learners/network.ts')).toEqual([
		...inSources,
		expect.stringContaining('Math'),
		expect.stringContaining('Math'),
		expect.stringContaining('**'),
	]);
});

it.each([
	["const part = later('the part', () => import('./Part.svelte'));", 0],
	["void import('./Part.svelte').then(show);", 1],
	["const { default: part } = await import('./Part.svelte');", 1],
	["const load = () => import('./Part.svelte');", 1],
	["other('the part', () => import('./Part.svelte'));", 1],
])('`no-restricted-syntax` allows `import()` in src/ only within `later`: %s', async (code, faults) => {
	const [result] = await eslint.lintText(code, { filePath: join(root, 'src/reader/Part.ts') });
	const found = result!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-syntax');
	expect(found).toHaveLength(faults);
});

it.each([
	['const a = Math.exp(1);', 1],
	["const a = Math['pow'](2, 3);", 1],
	['const { tanh } = Math; const a = tanh(1);', 1],
	['const a = 3 ** 0.5;', 1],
	['let a = 2; a **= 3;', 1],
	['const a = Math.sqrt(2) + Math.floor(1.5) + Math.max(1, 2);', 0],
])(
	'`no-restricted-syntax` forbids learners and experiments functions that differ between engines: %s',
	async (code, faults) => {
		for (const filePath of ['src/learners/network.ts', 'src/experiments/any.run.ts']) {
			const [result] = await eslint.lintText(code, { filePath: join(root, filePath) });
			expect(result!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-syntax')).toHaveLength(faults);
		}
	},
);
