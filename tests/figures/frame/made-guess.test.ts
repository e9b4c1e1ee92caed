import { describe, expect, it } from 'vitest';
import { guessedText } from '../../../src/figures/frame/made-guess.ts';

const share = { label: 'Right', unit: 'fraction' } as const;
const tries = { label: 'Tries', unit: 'tries', never: 'not in a million tries' } as const;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('`guessedText`', () => {
	it.each([
		[0.8, 0.51, '29 percentage points too high'],
		[0.4, 0.66, '26 percentage points too low'],
		[0.5, 0.51, 'You were right'],
	])('says of %d for %d: %s', (value, answer, wanted) => {
		expect(plain(guessedText(share, { value, answer }))).toContain(wanted);
	});
	it.each([
		[35, 1080, 'too low by a factor of 31'],
		[10_000, 1000, 'too high by a factor of 10'],
		[1000, 1080, 'You were right'],
	])('says of %d tries for %d: %s', (value, answer, wanted) => {
		expect(plain(guessedText(tries, { value, answer }))).toContain(wanted);
	});
	it('takes no factor of never', () => {
		const text = plain(guessedText(tries, { value: 100, answer: Infinity }));
		expect(text).toContain('this run came to: not in a million tries.');
		expect(text).not.toMatch(/factor|Infinity|NaN/);
	});
	it('tells no answer before the run is done, and the published median after it', () => {
		expect(guessedText(share, { value: 0.5, median: 0.6 })).not.toContain('60');
		expect(guessedText(share, { value: 0.5, answer: 0.7, median: 0.6 })).toContain('published runs is 60%');
	});
});
