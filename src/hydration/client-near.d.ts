import 'astro';

/** Declares `client:near` (directive.ts) beside Astro's own directives. */
declare module 'astro' {
	interface AstroClientDirectives {
		'client:near'?: boolean | 'anywhere';
	}
}
