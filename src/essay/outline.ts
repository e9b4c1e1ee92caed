import { getCollection, type CollectionEntry } from 'astro:content';
import { mdxToMdast } from 'satteri';
import { tagsIn } from '../sources/mdx.ts';

export interface OutlineEntry {
	readonly entry: CollectionEntry<'sections'>;
	readonly id: string;
	readonly number: number;
	readonly count: number;
	/** Ids of the models that the section's text names. */
	readonly models: readonly string[];
	/** Id of its first figure, if it has one. */
	readonly figure: string | undefined;
}

/** Ids of the models that a text names: its figures' and equations', and those of the numbers in its sentences. */
const modelsIn = (text: string): readonly string[] => [
	...new Set(
		tagsIn(mdxToMdast(text)).flatMap(({ attributes: { model, of } }) =>
			[model, of?.split('.')[0]].filter((id) => id !== undefined),
		),
	),
];

/** The sections in the order of their file names: the listing of content/sections is the contents page. */
export async function outline(): Promise<readonly OutlineEntry[]> {
	const entries = (await getCollection('sections')).sort((a, b) => (a.filePath! < b.filePath! ? -1 : 1));
	return entries.map((entry, i) => ({
		entry,
		id: entry.id,
		number: i + 1,
		count: entries.length,
		models: modelsIn(entry.body ?? ''),
		figure: tagsIn(mdxToMdast(entry.body ?? '')).find(({ attributes: { id, controls } }) => id && controls)?.attributes
			.id,
	}));
}

const root = import.meta.env.BASE_URL;

/** The address of a page of the essay under whatever base it is served. */
export const pageHref = (path = ''): string => root + path;
