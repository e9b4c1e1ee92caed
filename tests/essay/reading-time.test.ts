import { describe, expect, it } from 'vitest';
import {
	figureWordCount,
	minutesInWords,
	ON_SHOW,
	readingMinutes,
	wordCount,
	wordsInText,
} from '../../src/essay/reading-time.ts';

describe('`wordCount`', () => {
	it('counts the words of the text, in components too', () =>
		expect(wordCount('Some *words* of <Term id="agi">AGI</Term>, on Tuesday’s slide.')).toBe(7));
	it('counts a computed number for two', () => expect(wordCount('About <Fact id="env-site" /> each.')).toBe(4));
	it('leaves out figures, citations and notes', () =>
		expect(wordCount('One.<Cite keys="patel2025">Not these words.</Cite>\n\n<Figure id="lead" />\n\nTwo.')).toBe(2));
});

describe('`figureWordCount`', () => {
	const figure =
		'<Words>\n\t<Fragment slot="title">One <Value of="a.b" /></Fragment>\n\t<Fragment slot="caption">Two words.</Fragment>\n</Words>';
	it('counts the words of all slots', () => expect(figureWordCount(figure)).toBe(5));
	it('counts the words of some slots', () => expect(figureWordCount(figure, ON_SHOW)).toBe(3));
});

describe('`wordsInText`', () => {
	it('counts a word with an apostrophe, a hyphen or a decimal point as one', () =>
		expect(wordsInText('GPT-5.6 wins 17.8% of tomorrow’s tasks')).toBe(6));
	it('returns 0 for an empty text', () => expect(wordsInText('')).toBe(0));
});

describe('`readingMinutes`', () => {
	it.each([
		[0, 1],
		[230, 1],
		[345, 2],
		[2300, 10],
	])('gives %d words the minutes %d', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));
});

describe('`minutesInWords`', () => {
	it.each([
		[1, 'one minute'],
		[10, 'ten minutes'],
		[55, '55 minutes'],
	])('writes %d as “%s”', (minutes, words) => expect(minutesInWords(minutes)).toBe(words));
});
