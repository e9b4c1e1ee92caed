import { nearNames } from '../engine/near-names.ts';
import { readResource, type Resource } from './datasets.ts';
import source from '../../content/glossary.csv?raw';

/** A technical term and its explanation. */
export interface Entry {
	readonly id: string;
	/** The term as the glossary lists it. */
	readonly term: string;
	/** The explanation: one sentence. */
	readonly says: string;
	/** The forms in which the text uses the term. */
	readonly words: readonly string[];
}

const column = (name: keyof Entry, description: string) => ({
	name,
	type: 'string',
	description,
	constraints: { required: true },
});
const resource: Resource = {
	name: 'glossary',
	path: 'glossary.csv',
	title: 'Terms',
	description: 'Technical terms, each explained in one sentence.',
	schema: {
		fields: [
			column('id', 'Id that <Term> uses'),
			column('term', 'The term'),
			column('says', 'Its explanation, in one sentence'),
			column('words', 'Forms in the text, separated by |'),
		],
	},
};

/**
 * Parses glossary.csv. Throws an error that names the entry if a cell is missing, a term is duplicated or an
 * explanation is not a sentence.
 */
export function readGlossary(csv: string): ReadonlyMap<string, Entry> {
	const entries = new Map<string, Entry>();
	for (const row of readResource(resource, csv)) {
		const [id, term, says, words] = ['id', 'term', 'says', 'words'].map((name) => String(row[name]));
		if (entries.has(id!)) throw new Error(`glossary.csv: "${id}" is defined twice. Delete one line.`);
		if (!/^[A-Z0-9].*\.$/.test(says!))
			throw new Error(
				`glossary.csv: the explanation of "${id}" must be one sentence, from a capital to a full stop, not "${says}".`,
			);
		entries.set(id!, { id: id!, term: term!, says: says!, words: words!.split('|') });
	}
	return entries;
}

export const glossary = readGlossary(source);

/** Returns the entry with this id. Throws an error that names the nearest ids if there is none. */
export function entryOf(id: string): Entry {
	const entry = glossary.get(id);
	if (!entry)
		throw new Error(`content/glossary.csv has no entry "${id}". Near: ${nearNames(id, glossary.keys()).join(', ')}.`);
	return entry;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Returns a pattern for a form of a term: its first letter in either case, unless the form is all capitals. */
const pattern = (word: string) => {
	const [first = '', rest = ''] = [word.slice(0, 1), escaped(word.slice(1)).replaceAll(' ', '\\s+')];
	return word === word.toUpperCase() ? first + rest : `[${first.toLowerCase()}${first.toUpperCase()}]${rest}`;
};

/** Returns the index at which a text first uses a term in any of its forms; −1 if it does not. */
export const usedAt = (text: string, { words }: Entry): number =>
	text.search(new RegExp(`(?<![\\p{L}-])(?:${words.map(pattern).join('|')})(?!\\p{L})`, 'u'));
