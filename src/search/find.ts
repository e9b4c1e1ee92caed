import MiniSearch, { type SearchResult } from 'minisearch';
import type { Kind, SearchDocument } from './document.ts';

/** A place that was found, with a piece of its text round the first word that matches. */
export interface Hit extends SearchDocument {
	/** The piece, cut at the matching words: every second part matches. */
	readonly parts: readonly string[];
}

/** Words of a question that say nothing of its subject. */
const STOP_WORDS = new Set(
	'a about all an and any anything are as at be but by can do does for from has have how i if in is it its me not of on or say says tell that the there this to was what when where which who why will with you'.split(
		' ',
	),
);

/** Results at most: what a reader looks through; and of them in one place, which one press reaches. */
const MOST = 20;
const MOST_IN_PLACE = 2;
/** Characters of an excerpt before its first matching word, and in all. */
const BEFORE = 60;
const LENGTH = 180;

/** Writes a plural as its singular, so that "robots" finds "robot": a rule for English, good enough to find. */
const singular = (word: string): string =>
	word.length > 3 && /[^su]s$/.test(word) ? word.replace(/ies$/, 'y').replace(/s$/, '') : word;

function processTerm(term: string): string | null {
	const word = term.toLowerCase().replace(/[’']s?$/, '');
	return STOP_WORDS.has(word) ? null : singular(word);
}

/** How much a kind counts: what shows something before what defines it, and a work that only names a subject last. */
const WEIGHTS: Readonly<Record<Kind, number>> = {
	section: 1.5,
	figure: 1.4,
	text: 1,
	term: 1,
	assumption: 0.8,
	'since December': 0.8,
	model: 0.6,
	source: 0.4,
};

/** Returns a piece of the text round its first matching word, in parts of which every second one matches. */
export function excerpt(text: string, words: readonly string[]): readonly string[] {
	const escaped = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).filter((word) => word !== '');
	const match =
		escaped.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})[\\p{L}\\p{N}]*`, 'giu') : /$^/g;
	const first = Math.max(0, (text.search(match) < 0 ? 0 : text.search(match)) - BEFORE);
	const start = first === 0 ? 0 : text.indexOf(' ', first) + 1;
	const end = start + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', start + LENGTH);
	const piece = `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
	const parts: string[] = [];
	let at = 0;
	for (const found of piece.matchAll(match)) {
		parts.push(piece.slice(at, found.index), found[0]);
		at = found.index + found[0].length;
	}
	return [...parts, piece.slice(at)];
}

/**
 * Returns a function that finds documents. All words of the query must occur; if no document has them all, those with most come
 * first. The beginning of a word counts from four letters on, and one wrong letter from six.
 */
export function finder(documents: readonly SearchDocument[]): (query: string) => readonly Hit[] {
	const index = new MiniSearch<SearchDocument & { readonly id: number }>({
		fields: ['title', 'ids', 'text'],
		processTerm,
		searchOptions: {
			boost: { title: 3, ids: 3 },
			prefix: (term) => term.length > 3,
			fuzzy: (term) => (term.length > 5 ? 0.15 : false),
			boostDocument: (id) => WEIGHTS[documents[Number(id)]!.kind],
		},
	});
	index.addAll(documents.map((document, id) => ({ ...document, id })));
	const hit = ({ id, terms }: SearchResult): Hit => {
		const document = documents[Number(id)]!;
		return { ...document, parts: excerpt(document.text, terms) };
	};
	return (query) => {
		const all = index.search(query, { combineWith: 'AND' });
		const places = new Map<string, number>();
		return (all.length > 0 ? all : index.search(query, { combineWith: 'OR' }))
			.map(hit)
			.filter(({ path }) => {
				const found = (places.get(path) ?? 0) + 1;
				places.set(path, found);
				return found <= MOST_IN_PLACE;
			})
			.slice(0, MOST);
	};
}
