import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

type ModuleInfoOf = (id: string) => { readonly importers: readonly string[] } | null;

/** Scripts of Astro components run on every page and are inline; only islands.ts and experiment-islands.ts lead to islands. */
const isOfIslands = (id: string) => !id.includes('/src/essay/') || id.endsWith('/islands.ts');

/** Returns whether a module is imported, directly or not, by experiment-islands.ts alone. */
function isOfExperimentsAlone(id: string, infoOf: ModuleInfoOf, seen = new Set<string>()): boolean {
	if (id.endsWith('/experiment-islands.ts')) return true;
	// A cycle says nothing: its other importers decide.
	if (seen.has(id)) return true;
	seen.add(id);
	const importers = infoOf(id)?.importers ?? [];
	return importers.length > 0 && importers.every((importer) => isOfExperimentsAlone(importer, infoOf, seen));
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
 * chunks apart, and so do the figures of experiments, which few readers run and none in the first second.
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
														isOfExperimentsAlone(id, (other) => context.getModuleInfo(other)) ? null : 'islands',
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
