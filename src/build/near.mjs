/**
 * client:near: an island wakes when it comes within a screen of being seen, or as soon as the reader has changed any
 * assumption, so that a print or a search in the page never meets a figure that still shows the essay's own numbers.
 */
export const near = () => ({
	name: 'client:near',
	hooks: {
		'astro:config:setup': ({ addClientDirective }) =>
			addClientDirective({ name: 'near', entrypoint: new URL('near-directive.mjs', import.meta.url).pathname }),
	},
});
