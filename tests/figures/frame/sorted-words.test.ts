import { expect, it } from 'vitest';
import { sortedText } from '../../../src/figures/frame/sorted-words.ts';

it.each([
	[12, 6, true],
	[9, 5, true],
	[8, 6, false],
	[12, 4, false],
	[3, 2, false],
])('`sortedText` says of %i and %i right whether one sentence was enough: %s', (first, other, isEnough) => {
	const text = sortedText(first, other);
	expect(text).toContain(`You got ${first} of 12 right in the first laboratory, and ${other} of 6 in the second`);
	expect(text.includes('One sentence was enough for both.')).toBe(isEnough);
	expect(text.includes('One sentence was all that you were given.')).toBe(!isEnough);
});

it('`sortedText` says that the reader was told in words what a network is not told', () => {
	expect(sortedText(12, 6)).toContain('you were told that dark and light are swapped. A network');
});
