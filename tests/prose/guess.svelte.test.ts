import { describe, expect, it } from 'vitest';
import { guessFeedback } from '../../src/prose/guess.ts';

describe('`guessFeedback`', () => {
	it.each([
		[1e6, 1e6, /done this sum before/],
		[2e6, 1e6, /^Within a factor of 2:/],
		[1e5, 1e6, /^10 times below it/],
		[1e9, 1e6, /^1,000 times above it/],
	])('compares a guess of %d with an answer of %d', (guess, answer, words) =>
		expect(guessFeedback(guess, answer)).toMatch(words),
	);
});
