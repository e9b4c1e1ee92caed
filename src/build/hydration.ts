import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Scripts of Astro components run on every page and are inline; only islands.ts leads to islands. */
const isOfIslands = (id: string) => !id.includes('/src/essay/') || id.endsWith('/islands.ts');

/**
 * Adds the directive `client:near`, and puts all static imports of islands into one chunk. Otherwise Svelte, D3,
 * models and figures would be some twenty chunks that the browser discovers one after the other. Dynamic imports keep
 * chunks apart.
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
