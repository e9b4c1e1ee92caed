import { getCollection, type CollectionEntry } from 'astro:content';

export interface OutlineEntry {
	readonly entry: CollectionEntry<'sections'>;
	readonly id: string;
	readonly number: number;
	readonly count: number;
	/** Ids of the models that the section's text names. */
	readonly models: readonly string[];
}

/** The sections in the order of their file names: the listing of content/sections is the contents page. */
export async function outline(): Promise<readonly OutlineEntry[]> {
	const entries = (await getCollection('sections')).sort((a, b) => (a.filePath! < b.filePath! ? -1 : 1));
	return entries.map((entry, i) => ({
		entry,
		id: entry.id,
		number: i + 1,
		count: entries.length,
		models: [...new Set(Array.from((entry.body ?? '').matchAll(/(?:of="|model=")([a-z-]+)/g), (match) => match[1]!))],
	}));
}

const root = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The address of a page of the essay under whatever base it is served. */
export const pageHref = (path = ''): string => root + path;
