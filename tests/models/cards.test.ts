import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { csvRows } from '../../src/build/csv-rows.ts';
import { cards } from '../../src/models/cards.ts';
import { models } from '../../src/models/registry.ts';

let bundle = '';
beforeAll(async () => {
	const entry = fileURLToPath(new URL('../../src/models/registry.ts', import.meta.url));
	const built = await build({
		configFile: false,
		logLevel: 'error',
		plugins: [csvRows()],
		build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
	});
	bundle = (Array.isArray(built) ? built : [built as Rolldown.RolldownOutput])
		.flatMap(({ output }) => output.map((part) => ('code' in part ? part.code : '')))
		.join('');
});

it('every model has a card', () => expect([...cards.keys()]).toEqual([...models.keys()]));

it('the browser bundle contains every model and the source note of every parameter', () => {
	for (const { title, parameters } of models.values())
		for (const text of [title, ...Object.values(parameters).map(({ source }) => source.note)])
			expect(bundle).toContain(text);
});

it('the browser bundle contains no text of any card', () => {
	const printed = Array.from(cards.values()).flatMap(({ question, equation, source, leavesOut, laws, symbols }) => [
		question,
		equation,
		source.note,
		leavesOut,
		...laws.map(({ says }) => says),
		...Object.values(symbols).filter((symbol) => symbol.startsWith('\\')),
	]);
	expect(printed.length).toBeGreaterThan(8 * cards.size);
	// As in a string literal.
	const inSource = (text: string) => JSON.stringify(text).slice(1, -1);
	expect(printed.filter((text) => bundle.includes(text) || bundle.includes(inSource(text)))).toEqual([]);
	expect(bundle).not.toMatch(/Symbols\b|leavesOut/);
});
