import { parse } from '@retorquere/bibtex-parser';
import source from '../../content/references.bib?raw';
import { nearNames } from '../engine/near-names.ts';

/** An entry of the reference list. */
export interface Reference {
	readonly key: string;
	/** "Ord 2025", "Khatri et al. 2025". */
	readonly short: string;
	readonly authors: string;
	readonly title: string;
	/** Where it appeared: journal, publisher, site. */
	readonly venue: string;
	/** As precise as the entry: a year, or a day. */
	readonly date: string;
	readonly year: string;
	/** The date as it is filed, 2025-10 or 2025-10-20. */
	readonly published: string;
	readonly url: string | undefined;
	/** What the entry says of itself, such as "as reported by". */
	readonly note: string | undefined;
}

const FIELDS = ['author', 'title', 'date', 'url'] as const;

/** The file itself, for whoever takes the data along. */
export const bibliographyFile = { file: 'references.bib', text: source };

/** Reads references.bib. A broken entry, a key used twice or a missing field stops the build and is named. */
export function readBibliography(text: string): ReadonlyMap<string, Reference> {
	const { entries, errors } = parse(text, { sentenceCase: false });
	const [broken] = errors;
	if (broken) throw new Error(`references.bib: ${broken.error}. Near: ${(broken.input ?? '').slice(0, 60)}`);
	const references = new Map<string, Reference>();
	for (const { key, fields } of entries) {
		if (references.has(key)) throw new Error(`references.bib: "${key}" stands twice. Keep one entry.`);
		const missing = FIELDS.filter((field) => !fields[field]);
		if (missing.length > 0) throw new Error(`references.bib: "${key}" has no ${missing.join(', no ')}.`);
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
			// The parser splits a publisher at "and"; here it is one phrase.
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

/** "2025-10-20" → "20 October 2025"; "2025-10" → "October 2025"; "2025" stays. */
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
		throw new Error(`No "${key}" in content/references.bib. Near: ${nearNames(key, references.keys()).join(', ')}.`);
	return reference;
}
