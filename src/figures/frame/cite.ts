/** Citation formats; essay/citation.ts writes a template for each at build. */
export type CitationKind = 'sentence' | 'bibtex' | 'ris' | 'csl';
export type Citations = Readonly<Record<CitationKind, string>>;

/** Citation key of the essay. */
export const KEY = 'missing-learner';

/** Placeholders in the templates for values that only the browser knows. */
export const STAND_INS = { title: 'TITLE', link: 'https://link.invalid/', date: [2001, 2, 3] } as const;

const inWords = (words: string): string => words;
/** Escapes a value for each format. */
const escapes: Readonly<Record<CitationKind, (words: string) => string>> = {
	sentence: inWords,
	bibtex: (words) => words.replace(/[&%$#_{}]/g, '\\$&'),
	ris: inWords,
	csl: (words) => JSON.stringify(words).slice(1, -1),
};

/** Returns a template filled in with a title, a link and the day of access. */
export function filled(kind: CitationKind, template: string, title: string, link: string, day: Date): string {
	const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
	const two = (number: number) => String(number).padStart(2, '0');
	const [y, m, d] = STAND_INS.date;
	/** The key ends in the figure's or section's id, so that two citations in one bibliography have different keys. */
	const { hash, pathname } = new URL(link);
	const key = [KEY, hash.slice(1) || pathname.split('/').filter(Boolean).at(-1)].filter(Boolean).join('-');
	return template
		.replace(`{${KEY},`, () => `{${key},`)
		.replace(`"id": "${KEY}"`, () => `"id": ${JSON.stringify(key)}`)
		.replaceAll(`${y}-${two(m)}-${two(d)}`, `${year}-${two(month)}-${two(date)}`)
		.replaceAll(`${y}/${m}/${d}/`, `${year}/${two(month)}/${two(date)}/`)
		.replace(new RegExp(`${y},(\\s*)${m},(\\s*)${d}`), `${year},$1${month},$2${date}`)
		.replace(STAND_INS.title, () => escapes[kind](title))
		.replaceAll(STAND_INS.link, () => (kind === 'bibtex' ? link : escapes[kind](link)));
}

export async function citationOf(kind: CitationKind, title: string, link: string, day: Date): Promise<string> {
	const answer = await fetch(`${import.meta.env.BASE_URL}cite.json`);
	const templates = (await answer.json()) as Citations;
	return filled(kind, templates[kind], title, link, day);
}
