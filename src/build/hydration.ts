import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Scripts of Astro components run on every page and are inline; only islands.ts leads to islands. */
const isOfIslands = (id: string) => !id.includes('/src/essay/') || id.endsWith('/islands.ts');

/**
 * Adds the directive `client:near`, and puts everything that islands load at once into one chunk. Svelte, D3, models and figures
 * would otherwise be some twenty chunks that the browser finds one after the other. What is imported dynamically stays apart.
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
					environments: {
						client: {
							build: {
								rolldownOptions: {
									output: { codeSplitting: { groups: [{ name: 'islands', tags: ['$initial'], test: isOfIslands }] } },
								},
							},
						},
					},
				},
			});
		},
	},
});
