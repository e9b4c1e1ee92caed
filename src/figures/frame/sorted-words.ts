import { BY_HAND } from '../../experiments/slides.ts';

/** Right answers from which a reader did well: in the first laboratory, and in the other. */
export const WELL = { first: 9, other: 5 } as const;

/** Returns the result of sorting all cells by hand: right answers in both laboratories, and what the reader was told. */
export function sortedText(first: number, other: number): string {
	const isWell = first >= WELL.first && other >= WELL.other;
	return [
		`You got ${first} of ${BY_HAND.first} right in the first laboratory, and ${other} of ${BY_HAND.other} in the second, where nobody told you again what a macrophage is.`,
		isWell ? 'One sentence was enough for both.' : 'One sentence was all that you were given.',
		'It gave you the rule in words, and you were told that dark and light are swapped. A network that learns from labels is given neither.',
	].join(' ');
}
