import { expect, it } from 'vitest';
import texts from './texts.ts';

it('`summary` for the median person: 50% by heads, 16% by output', () => {
	expect(texts.of().summary).toBe(
		'A model that beats 50% of people produces 1× what the median does. By heads it matches 50% of the ' +
			'whole, by output 16%, and one copy does 0.61× the work of an average person.',
	);
});

it('`summary` and `rows` distinguish the best in a thousand from the best in ten thousand', () => {
	expect(texts.of({ aiPercentile: 0.9999 }).summary).toMatch(/^A model that beats 99\.99% of people/);
	expect(texts.of().rows.at(-1)![0]).toBe('99.9%');
});

it('`rows` has a higher share of output the more people are matched', () => {
	const shares = texts.of().rows.map(([, output]) => parseFloat(output!));
	expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});
