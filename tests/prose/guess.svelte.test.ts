import { describe, expect, it } from 'vitest';
import { guessFeedback, guessSlider } from '../../src/prose/guess.ts';

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

describe('`guessSlider`', () => {
	it('runs from 0 to 1 in equal steps for a share', () =>
		expect(guessSlider('fraction', 1e6)).toMatchObject({ scale: 'linear', min: 0, max: 1, default: 0 }));
	it('runs from 1 to the end of the scale by factors for a count', () =>
		expect(guessSlider('tries', 1e6)).toMatchObject({ scale: 'log', min: 1, max: 1e6, default: 1 }));
});
