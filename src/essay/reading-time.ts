import { mdxToMdast, type MdastNode } from 'satteri';
import { countInWords } from '../engine/number-format.ts';
import { childrenOf, componentOf, tagsIn } from '../sources/mdx.ts';

/** Words that most people read in a minute. */
export const WORDS_A_MINUTE = 230;

/** Components whose words are not part of the text: notes, and figures, whose words are counted by themselves. */
const BESIDE: ReadonlySet<string> = new Set(['Figure', 'Cite', 'Note']);

/** Components that print what is computed, and the words that each counts for: numbers with their units, and whole phrases. */
const COMPUTED: Readonly<Record<string, number>> = {
	...Object.fromEntries(['Adjust', 'Fact', 'Median', 'Setting', 'Swept', 'Value'].map((name) => [name, 2])),
	Verdict: 6,
	Learnt: 25,
};

/** Returns the number of words of a plain text. */
export const wordsInText = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;

function wordsIn(node: MdastNode): number {
	const component = componentOf(node) ?? '';
	if (BESIDE.has(component)) return 0;
	if (component in COMPUTED) return COMPUTED[component]!;
	if (node.type === 'text') return wordsInText(node.value);
	return childrenOf(node).reduce((sum, child) => sum + wordsIn(child), 0);
}

/** Returns the number of words of a text in MDX, without its figures and notes. What is computed counts as in `COMPUTED`. */
export const wordCount = (mdx: string): number => wordsIn(mdxToMdast(mdx));

/** Slots of a figure's words that stand open on every page. The first page folds the others (FigureFrame). */
export const ON_SHOW: readonly string[] = ['title', 'verdict'];

/** Returns the number of words of a figure in MDX: of all its slots, or of some. */
export function figureWordCount(mdx: string, slots?: readonly string[]): number {
	const fragments = (node: MdastNode): readonly MdastNode[] =>
		componentOf(node) === 'Fragment' ? [node] : childrenOf(node).flatMap(fragments);
	return fragments(mdxToMdast(mdx))
		.filter((fragment) => !slots || slots.includes(tagsIn(fragment)[0]!.attributes['slot'] ?? ''))
		.reduce((sum, fragment) => sum + wordsIn(fragment), 0);
}

/** Returns the minutes that a number of words take to read: whole minutes, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));

/** Returns a reading time in words: “seven minutes”, “63 minutes”. */
export const minutesInWords = (minutes: number): string =>
	`${countInWords(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
