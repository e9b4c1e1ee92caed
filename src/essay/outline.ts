import { getCollection, render, type CollectionEntry } from 'astro:content';
import { mdxToMdast } from 'satteri';
import { procedureOf } from '../experiments/run-experiment.ts';
import { cardOf } from '../models/cards.ts';
import { tagsIn, type Tag } from '../sources/mdx.ts';
import { findingOf, findings, type Finding } from '../sources/since-december.ts';
import { figureWordCount, ON_SHOW, readingMinutes, wordCount, wordsInText } from './reading-time.ts';

/** What a text of a section holds: the whole argument, or that of the first page. */
export interface TextOutline {
	/** Ids of the models in its text, figures and equations. */
	readonly models: readonly string[];
	/** Ids of its figures, in the order of the text. */
	readonly figures: readonly string[];
	/** What has come in since December 2025. */
	readonly findings: readonly Finding[];
	/** Keys of the works that its notes, its figures and its findings cite. */
	readonly works: readonly string[];
	/** Number of words on show to a reader who opens nothing: of the text, of its figures and of its findings. */
	readonly words: number;
}

export interface OutlineEntry extends TextOutline {
	readonly entry: CollectionEntry<'sections'>;
	readonly id: string;
	readonly number: number;
	readonly count: number;
	/** Minutes that its text takes to read. */
	readonly minutes: number;
	/** Its subheadings, in the order of the text. */
	readonly headings: readonly { readonly id: string; readonly text: string }[];
	/** Ids of the figures whose place its text has taken. */
	readonly formerFigures: readonly string[];
	/** Ids of what links may name in it: figures, subheadings, points of the argument. */
	readonly targets: readonly string[];
	/** Its text on the first page; without an entry if there is none. */
	readonly short: TextOutline & { readonly entry: CollectionEntry<'short'> | undefined };
}

const tagsOf = (text: string | undefined): readonly Tag[] => tagsIn(mdxToMdast(text ?? ''));
/** Components whose `of` names an experiment, or a median of the essay: no model of the reader's. */
const FROM_RUNS: ReadonlySet<string> = new Set(['Swept', 'Setting', 'Median']);
/** Words of a section's number and small headings, of the mark, the date and the source of a finding, and of a drawing. */
const LABEL_WORDS = 26;
const idsOf = (name: string, tags: readonly Tag[]) =>
	tags.flatMap((tag) => (tag.name === name && tag.attributes['id'] ? [tag.attributes['id']] : []));

/** Returns the number of words of a figure: of some of its slots, or of all and of what it leaves out. */
function wordsOfFigure(
	{ body = '', data: { model, experiment } }: CollectionEntry<'figures'>,
	slots?: readonly string[],
) {
	const leavesOut = model ? cardOf(model).leavesOut : procedureOf(experiment!).leavesOut;
	return figureWordCount(body, slots) + (slots ? 0 : wordsInText(leavesOut));
}

/** Returns what a text holds; `head` is the title and the claim of its section, `shownSlots` what it shows of a figure, if not all. */
function textOutlineOf(
	text: string | undefined,
	head: string,
	since: readonly Finding[],
	figures: ReadonlyMap<string, CollectionEntry<'figures'>>,
	shownSlots?: readonly string[],
): TextOutline {
	const tags = tagsOf(text);
	const placed = idsOf('Figure', tags);
	const models = [
		...placed.map((id) => figures.get(id)?.data.model),
		...[...tags, ...placed.flatMap((id) => tagsOf(figures.get(id)?.body))].flatMap(
			({ name, attributes: { model, of } }) => (FROM_RUNS.has(name) ? [] : [model, of?.split('.')[0]]),
		),
	].filter((id) => id !== undefined);
	const cited = [...tags, ...placed.flatMap((id) => tagsOf(figures.get(id)?.body))].flatMap(({ name, attributes }) =>
		name === 'Cite' ? (attributes['keys'] ?? '').split(/\s+/).filter(Boolean) : [],
	);
	return {
		models: [...new Set(models)],
		figures: placed,
		findings: since,
		works: [...new Set([...cited, ...since.map(({ source }) => source)])],
		words:
			wordCount(text ?? '') +
			LABEL_WORDS +
			placed.reduce((sum, id) => sum + wordsOfFigure(figures.get(id)!, shownSlots), 0) +
			[head, ...since.map(({ finding }) => finding)].reduce((sum, part) => sum + wordsInText(part), 0),
	};
}

async function readOutline(): Promise<readonly OutlineEntry[]> {
	const entries = (await getCollection('sections')).sort((a, b) => (a.filePath! < b.filePath! ? -1 : 1));
	const figures = new Map((await getCollection('figures')).map((figure) => [figure.id, figure]));
	const shorts = new Map((await getCollection('short')).map((short) => [short.id, short]));
	return Promise.all(
		entries.map(async (entry, i) => {
			const { id, data, body } = entry;
			const short = shorts.get(id);
			const head = `${data.title}. ${data.claim}`;
			const headings = (await render(entry)).headings.map(({ slug, text }) => ({ id: slug, text }));
			const formerFigures = idsOf('FormerFigure', tagsOf(body));
			const full = textOutlineOf(
				body,
				head,
				findings.filter((finding) => finding.section === id),
				figures,
			);
			return {
				...full,
				entry,
				id,
				number: i + 1,
				count: entries.length,
				minutes: readingMinutes(full.words),
				headings,
				formerFigures,
				targets: [
					...full.figures,
					...formerFigures,
					...headings.map((heading) => heading.id),
					...idsOf('FormerHeading', tagsOf(body)),
					...idsOf('Point', tagsOf(body)).map((point) => `point-${point}`),
				],
				short: {
					...textOutlineOf(short?.body, head, (short?.data.since ?? []).map(findingOf), figures, ON_SHOW),
					entry: short,
				},
			};
		}),
	);
}

let built: Promise<readonly OutlineEntry[]> | undefined;
/** Returns the sections in the order of their file names. */
export const outline = (): Promise<readonly OutlineEntry[]> =>
	// While an author writes, the files change.
	import.meta.env.DEV ? readOutline() : (built ??= readOutline());

/** Returns the ids that links may name in a section and that only its whole argument holds. */
export const leadsOn = ({ targets, short }: OutlineEntry): readonly string[] =>
	targets.filter((target) => !short.figures.includes(target));

/** Words of the opening besides its first sentences. */
const OPENING_WORDS = 80;
/** Returns the minutes that all sections take to read, after the opening with its first sentences. */
export const minutesOf = (texts: readonly TextOutline[], deck: string): number =>
	readingMinutes(texts.reduce((sum, { words }) => sum + words, wordsInText(deck) + OPENING_WORDS));

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
