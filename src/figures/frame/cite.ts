import { EDITION, steps } from '../../state/editions.ts';
import { shortHash } from '../../engine/short-hash.ts';
import { ESSAY_AUTHOR, POST } from './essay-title.ts';

export interface Cited {
	/** Title of the figure, section or essay; plain text. */
	readonly title: string;
	/** Absolute URL, with the reader's settings. */
	readonly link: string;
	/** Day of access, in local time. */
	readonly day: Date;
}

const [year, month] = steps.at(-1)!.date.split('-').map(Number) as [number, number];
const note = `Edition ${EDITION}; after ${POST.title} by ${POST.author}`;

/**
 * Returns a citation key, different for each link: it has the hash or the page of the link, and a hash of its settings. Reference
 * managers merge records whose keys are equal.
 */
function keyOf(link: string): string {
	const { hash, pathname, search } = new URL(link);
	const part = hash.slice(1) || pathname.split('/').filter(Boolean).at(-1);
	return ['missing-learner', ...(part ? [part] : []), ...(search ? [shortHash(search)] : [])].join('-');
}

/** BibTeX counts braces even after a backslash, so a brace becomes a command. */
const BIBTEX_COMMANDS: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};
const bibtexText = (text: string) =>
	text.replace(/[\\{}~^]|[&%$#_]/g, (character) => BIBTEX_COMMANDS[character] ?? `\\${character}`);
const bibtexUrl = (url: string) => url.replace(/[{}\\]/g, encodeURIComponent);

/** Returns a RIS record. A value ends at the end of its line. */
const ris = (fields: readonly (readonly [tag: string, value: string | number])[]) =>
	`${fields.map(([tag, value]) => `${tag}  - ${String(value).replace(/\s+/g, ' ')}`.trim()).join('\n')}\n`;

const parts = (day: Date) => [day.getFullYear(), day.getMonth() + 1, day.getDate()];
const twoDigits = (value: number) => String(value).padStart(2, '0');

const formats = {
	/** A sentence in the style of the APA. */
	sentence: ({ title, link }: Cited) =>
		`${ESSAY_AUTHOR}. (${year}, ${new Date(year, month - 1).toLocaleString('en', { month: 'long' })}). ${title} (edition ${EDITION}). ${link}`,
	bibtex: ({ title, link }: Cited) =>
		`@misc{${keyOf(link)},
	author = {{${bibtexText(ESSAY_AUTHOR)}}},
	edition = {${EDITION}},
	year = {${year}},
	month = {${month}},
	note = {${bibtexText(note)}},
	title = {${bibtexText(title)}},
	url = {${bibtexUrl(link)}},
}`,
	ris: ({ title, link, day }: Cited) =>
		ris([
			['TY', 'ELEC'],
			['AU', ESSAY_AUTHOR],
			['DA', `${year}/${twoDigits(month)}//`],
			['PY', year],
			['ET', EDITION],
			['ID', keyOf(link)],
			['M1', `${parts(day).map(twoDigits).join('/')}/`],
			['N1', note],
			['TI', title],
			['UR', link],
			['ER', ''],
		]),
	csl: ({ title, link, day }: Cited) =>
		JSON.stringify(
			[
				{
					id: keyOf(link),
					type: 'webpage',
					title,
					author: [{ literal: ESSAY_AUTHOR }],
					issued: { 'date-parts': [[year, month]] },
					accessed: { 'date-parts': [parts(day)] },
					URL: link,
					edition: String(EDITION),
					note,
				},
			],
			null,
			2,
		),
} as const;

export type CitationKind = keyof typeof formats;

/** Returns a citation in one of the formats. */
export const citation = (kind: CitationKind, cited: Cited): string => formats[kind](cited);
