import { expect, it } from 'vitest';
import texts from './texts.ts';

it('`summary` gives what each of three starting beliefs still expects, and when', () => {
	const { summary } = texts.of();
	expect(summary).toContain('3 fallen. Three starting beliefs');
	// A geometric prior with mean 4: four more at three years each.
	expect(summary).toContain('No idea (geometric): 4 more, 2038, the next being the last with a chance of 25%');
	expect(texts.of({ solved: 4 }).summary).toContain('No idea (geometric): 4 more, 2041');
});

it('`rows` has one row for each starting belief', () => {
	expect(texts.of().rows.map(([name]) => name)).toEqual([
		'About so many (Poisson)',
		'No idea (geometric)',
		'Perhaps very many (power law)',
	]);
});
