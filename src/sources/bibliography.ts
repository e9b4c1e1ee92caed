import { parse } from '@retorquere/bibtex-parser';
import source from '../../content/references.bib?raw';
import { nearNames } from '../engine/near-names.ts';

/** An entry of the reference list. */
export interface Reference {
	readonly key: string;
	/** Author and year: "Ord 2025", "Khatri et al. 2025". */
	readonly short: string;
	readonly authors: string;
	readonly title: string;
	/** Journal, publisher or site. */
	readonly venue: string;
	/** The date in words, as precise as the entry: a year, a month or a day. */
	readonly date: string;
	readonly year: string;
	/** The date as in the entry: 2025, 2025-10 or 2025-10-20. */
	readonly published: string;
	readonly url: string | undefined;
	/** The entry's own note, such as "as reported by". */
	readonly note: string | undefined;
}

const FIELDS = ['author', 'title', 'date', 'url'] as const;

/** The file itself, published with the data. */
export const bibliographyFile = { file: 'references.bib', text: source };

/**
 * Parses references.bib. Throws an error that names the entry if one is malformed, has a duplicate key or lacks a
 * field.
 */
export function readBibliography(text: string): ReadonlyMap<string, Reference> {
	const { entries, errors } = parse(text, { sentenceCase: false });
	const [broken] = errors;
	if (broken) throw new Error(`references.bib: ${broken.error}. Near: ${(broken.input ?? '').slice(0, 60)}`);
	const references = new Map<string, Reference>();
	for (const { key, fields } of entries) {
		if (references.has(key)) throw new Error(`references.bib: "${key}" is defined twice. Delete one entry.`);
		const missing = FIELDS.filter((field) => !fields[field]);
		if (missing.length > 0)
			throw new Error(`references.bib: "${key}" has no ${missing.join(', no ')}. Add it to the entry.`);
		const people = (fields.author as { lastName?: string; firstName?: string; name?: string }[]).map(
			({ lastName, firstName, name }) => ({
				last: lastName ?? name ?? '',
				full: name ?? [firstName, lastName].filter(Boolean).join(' '),
			}),
		);
		const others = people.at(-1)?.last === 'others';
		const named = others ? people.slice(0, -1) : people;
		const date = String(fields.date);
		const year = date.slice(0, 4);
		const [first, second] = named;
		const short =
			named.length === 1 && !others
				? first!.last
				: named.length === 2 && !others
					? `${first!.last} & ${second!.last}`
					: `${first!.last} et al.`;
		references.set(key, {
			key,
			short: `${short} ${year}`,
			authors: named.map(({ full }) => full).join(', ') + (others ? ' and others' : ''),
			title: String(fields.title),
			// The parser splits a publisher's name at "and".
			venue: [fields.publisher ?? fields.journaltitle ?? ''].flat().join(' and '),
			date: dateInWords(date),
			year,
			published: date,
			url: fields.url ? String(fields.url) : undefined,
			note: fields.note ? String(fields.note) : undefined,
		});
	}
	return references;
}

/** Formats a date: "2025-10-20" → "20 October 2025"; "2025-10" → "October 2025"; "2025" stays. */
export function dateInWords(date: string): string {
	const [year, month, day] = date.split('-');
	if (!month) return date;
	const words = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`).toLocaleDateString('en-GB', {
		month: 'long',
		timeZone: 'UTC',
		year: 'numeric',
		...(day && { day: 'numeric' }),
	});
	return words;
}

export const references = readBibliography(source);

/** Returns the reference with this key; throws an error that names the nearest keys if there is none. */
export function referenceOf(key: string): Reference {
	const reference = references.get(key);
	if (!reference)
		throw new Error(
			`content/references.bib has no entry "${key}". Near: ${nearNames(key, references.keys()).join(', ')}.`,
		);
	return reference;
}
