import { mdxToMdast, type MdastNode } from 'satteri';
import { countInWords } from '../engine/number-format.ts';
import { childrenOf, componentOf } from '../sources/mdx.ts';

/** Words that most people read in a minute. */
export const WORDS_A_MINUTE = 230;

/** Components whose words stand beside the text. Reading times leave them out. */
const BESIDE: ReadonlySet<string> = new Set(['Figure', 'Cite', 'Note']);

/** Components that print a number with its unit, and the words that these count for. */
const NUMBERS: ReadonlySet<string> = new Set(['Adjust', 'Fact', 'Median', 'Swept', 'Value']);
const WORDS_IN_NUMBER = 2;

/** Returns the number of words of a plain text. */
export const wordsInText = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;

function wordsIn(node: MdastNode): number {
	const component = componentOf(node) ?? '';
	if (BESIDE.has(component)) return 0;
	if (NUMBERS.has(component)) return WORDS_IN_NUMBER;
	if (node.type === 'text') return wordsInText(node.value);
	return childrenOf(node).reduce((sum, child) => sum + wordsIn(child), 0);
}

/** Returns the number of words of a text in MDX, without its figures and notes. A computed number counts for two. */
export const wordCount = (mdx: string): number => wordsIn(mdxToMdast(mdx));

/** Returns the minutes that a number of words take to read: whole minutes, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));

/** Returns a reading time in words: “seven minutes”, “63 minutes”. */
export const minutesInWords = (minutes: number): string =>
	`${countInWords(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;
