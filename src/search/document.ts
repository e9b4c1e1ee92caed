/** What a search result is, as it says. */
export const KINDS = ['section', 'text', 'figure', 'assumption', 'term', 'model', 'since December', 'source'] as const;
export type Kind = (typeof KINDS)[number];

/** One place that can be found: a paragraph, a figure, a term, a source, an assumption. */
export interface SearchDocument {
	readonly kind: Kind;
	readonly title: string;
	readonly text: string;
	/** Address below the base of the site: "diffusion/#revenue-gap". */
	readonly path: string;
	/** The page that it stands on, as readers know it. */
	readonly where: string;
	/** Words of its id and of its link key, so that "bottlenecks" finds the figure of that name. */
	readonly ids: string;
}

/** The name of the file with all documents, below the base of the site. */
export const DOCUMENTS = 'search.json';
