import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

type ModuleInfoOf = (id: string) => { readonly importers: readonly string[] } | null;

/** Scripts of Astro components run on every page and are inline; only islands.ts and the files named like it lead to islands. */
const isOfIslands = (id: string) => !id.includes('/src/essay/') || id.endsWith('/islands.ts');

/** An entry for islands that few pages have: `<of what>-islands.ts`. */
const isOfFewPages = (id: string) => id.endsWith('-islands.ts');

/** Adds to `found` the modules that import a module, directly or not, and that nothing imports; an entry of few pages counts as one. */
function entriesOf(id: string, infoOf: ModuleInfoOf, found = new Set<string>(), seen = new Set<string>()): Set<string> {
	if (seen.has(id)) return found;
	seen.add(id);
	const importers = isOfFewPages(id) ? [] : (infoOf(id)?.importers ?? []);
	if (importers.length === 0) found.add(id);
	for (const importer of importers) entriesOf(importer, infoOf, found, seen);
	return found;
}

/** Returns whether a module is needed by one entry of few pages alone. */
function isOfOneEntryAlone(id: string, infoOf: ModuleInfoOf): boolean {
	const [entry, ...others] = entriesOf(id, infoOf);
	return entry !== undefined && others.length === 0 && isOfFewPages(entry);
}

/**
 * Tells Vite that no script of the client needs a style sheet: all styles are in the pages, so that a part which loads later would wait
 * for a file that does not exist.
 */
const stylesInPages: Plugin = {
	name: 'styles-in-pages',
	enforce: 'pre',
	applyToEnvironment: ({ name }) => name === 'client',
	generateBundle: {
		order: 'pre',
		handler: (_, bundle) => {
			for (const file of Object.values(bundle)) if (file.type === 'chunk') file.viteMetadata?.importedCss.clear();
		},
	},
};

/**
 * Adds the directive `client:near`, and puts all static imports of islands into one chunk. Otherwise Svelte, D3,
 * models and figures would be some twenty chunks that the browser discovers one after the other. Dynamic imports keep
 * chunks apart, and so do the islands that few pages have: figures of experiments, and the reader's own forecast.
 */
export const hydration = (): AstroIntegration => ({
	name: 'hydration',
	hooks: {
		'astro:config:setup': ({ addClientDirective, updateConfig }) => {
			addClientDirective({
				name: 'near',
				entrypoint: fileURLToPath(new URL('../hydration/directive.ts', import.meta.url)),
			});
			updateConfig({
				vite: {
					plugins: [stylesInPages],
					environments: {
						client: {
							build: {
								rolldownOptions: {
									output: {
										codeSplitting: {
											groups: [
												{
													name: (id, context) =>
														isOfOneEntryAlone(id, (other) => context.getModuleInfo(other)) ? null : 'islands',
													tags: ['$initial'],
													test: isOfIslands,
												},
											],
										},
									},
								},
							},
						},
					},
				},
			});
		},
	},
});
