import { fileURLToPath } from 'node:url';

/**
 * client:near: an island wakes once there is a reader and it is within a screen of being seen, or as soon as the reader has
 * changed any assumption, so that a print or a search in the page never meets a figure that still shows the essay's own
 * numbers. There is a reader from the first move, touch, key or scroll, or from the start where the address brings settings:
 * until then the printed page says all that a script could. With the value "anywhere" an island that serves the whole page
 * is near wherever the reader is.
 */
export const near = () => ({
	name: 'client:near',
	hooks: {
		'astro:config:setup': ({ addClientDirective }) =>
			addClientDirective({ name: 'near', entrypoint: fileURLToPath(new URL('near-directive.mjs', import.meta.url)) }),
	},
});
