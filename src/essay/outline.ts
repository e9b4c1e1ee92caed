import { getCollection, type CollectionEntry } from 'astro:content';
import { mdxToMdast } from 'satteri';
import { tagsIn } from '../sources/mdx.ts';

export interface OutlineEntry {
	readonly entry: CollectionEntry<'sections'>;
	readonly id: string;
	readonly number: number;
	readonly count: number;
	/** Ids of the models in its text, figures and equations. */
	readonly models: readonly string[];
	/** Ids of its figures, in the order of the text. */
	readonly figures: readonly string[];
}

/** Returns the sections in the order of their file names. */
export async function outline(): Promise<readonly OutlineEntry[]> {
	const entries = (await getCollection('sections')).sort((a, b) => (a.filePath! < b.filePath! ? -1 : 1));
	const figures = new Map((await getCollection('figures')).map((figure) => [figure.id, figure]));
	const tagsOf = (text: string | undefined) => tagsIn(mdxToMdast(text ?? ''));
	return entries.map((entry, i) => {
		const tags = tagsOf(entry.body);
		const placed = tags.flatMap(({ name, attributes: { id } }) => (name === 'Figure' && id ? [id] : []));
		const words = placed.flatMap((id) => tagsOf(figures.get(id)?.body));
		const models = [
			...placed.map((id) => figures.get(id)?.data.model),
			// Published runs and the essay's medians follow no setting of the reader.
			...[...tags, ...words].flatMap(({ name, attributes: { model, of } }) =>
				name === 'Swept' || name === 'Median' ? [] : [model, of?.split('.')[0]],
			),
		].filter((id) => id !== undefined);
		return { entry, id: entry.id, number: i + 1, count: entries.length, models: [...new Set(models)], figures: placed };
	});
}

/** Returns every figure with its section. Throws if a file in content/figures/ is in no section. */
export async function placedFigures(): Promise<readonly { readonly figure: string; readonly section: string }[]> {
	const sections = await outline();
	return (await getCollection('figures')).map(({ id }) => {
		const section = sections.find(({ figures }) => figures.includes(id))?.id;
		if (!section)
			throw new Error(
				`content/figures/${id}.mdx is in no section. Add <Figure id="${id}" /> to one, or delete the file.`,
			);
		return { figure: id, section };
	});
}

const root = import.meta.env.BASE_URL;

/** Returns the URL of a page under the configured base. */
export const pageHref = (path = ''): string => root + path;
