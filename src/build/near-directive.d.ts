import 'astro';

/** Lets `client:near` (near.mjs) stand on a component wherever Astro's own directives may. */
declare module 'astro' {
	interface AstroClientDirectives {
		'client:near'?: boolean | 'anywhere';
	}
}
