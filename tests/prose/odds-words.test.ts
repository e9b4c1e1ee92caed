import { expect, it } from 'vitest';
import { oddsText, ofHundred, viewText } from '../../src/prose/odds-words.ts';

it('`ofHundred` never rounds a positive share to 0 or one below 1 to 100', () => {
	expect([0, 0.001, 0.005, 0.5, 0.996, 1].map(ofHundred)).toEqual([
		'0',
		'fewer than 1',
		'1',
		'50',
		'more than 99',
		'100',
	]);
});

it('`oddsText` names both years', () => {
	expect(oddsText([0.021, 0.71])).toBe('by 2030 in 2 of a hundred runs, by 2045 in 71');
});

it('`viewText` names the view by the odds, and calls a chance near a half even', () => {
	expect(viewText([0.02, 0.7])).toBe('unlikely soon and likely later');
	expect(viewText([0.48, 0.97])).toBe('about even soon and likely later');
	expect(viewText([0, 0.1])).toBe('unlikely, soon and later alike');
});
