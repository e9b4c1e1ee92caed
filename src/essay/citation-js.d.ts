/** As much of citation-js, which brings no types, as is used. */
declare module '@citation-js/core' {
	export class Cite {
		constructor(item: Readonly<Record<string, unknown>>);
		format(kind: string, options?: Readonly<Record<string, string>>): string;
	}
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
