import { fileURLToPath } from 'node:url';

/**
 * client:near: an island wakes once there is a reader and it is within a screen of being seen. Once the reader has changed any
 * assumption, those far away wake too, one by one while the reader rests, and all of them before a print: neither it nor a
 * search in the page should meet a figure that still shows the essay's own numbers. There is a reader from the first move, touch, key or scroll, or from the start where the address brings settings:
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
