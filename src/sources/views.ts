import { rowsOf, type Grade } from './datasets.ts';

/** Something that a person said, as we read it: a row of content/data/views.csv. */
export interface Statement {
	/** Month, as `2026-06`. */
	readonly date: string;
	/** Id of the parameter that it moves; empty if no assumption holds it. */
	readonly parameter: string;
	/** Our reading in numbers, and how far it could go: only if it moves a parameter. */
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** What the range stands for, if the view has other ranges for the same unknown; otherwise empty. */
	readonly unknown: string;
	/** Key in the bibliography. */
	readonly source: string;
	readonly grade: Grade;
	/** What was said, in our words. */
	readonly reading: string;
	/** How the number follows from it, which is ours. */
	readonly mapping: string;
}

/** One person's statements by date, the earliest first. */
export interface View {
	readonly id: string;
	readonly person: string;
	readonly dates: readonly { readonly date: string; readonly said: readonly Statement[] }[];
}

type ViewRow = Statement & { readonly view: string; readonly person: string };

/** Groups rows by view and date. Throws if a number lies outside its range, or if a row has only some of its numbers. */
export function viewsOf(rows: readonly ViewRow[]): readonly View[] {
	for (const { view, date, parameter, value, low, high } of rows) {
		const numbers = [value, low, high].filter((number) => typeof number === 'number');
		if (numbers.length !== (parameter ? 3 : 0))
			throw new Error(
				`content/data/views.csv, ${view} ${date}: a row has either a parameter with value, low and high, or none of the four.`,
			);
		if (parameter && !(low <= value && value <= high))
			throw new Error(`content/data/views.csv, ${view} ${date}: ${parameter} is ${value}, outside ${low} to ${high}.`);
	}
	return Array.from(
		Map.groupBy(rows, ({ view }) => view),
		([id, own]) => ({
			id,
			person: own[0]!.person,
			dates: Array.from(
				Map.groupBy(own, ({ date }) => date),
				([date, said]) => ({ date, said }),
			).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
		}),
	);
}

export const views: readonly View[] = viewsOf(rowsOf('views') as unknown as readonly ViewRow[]);
