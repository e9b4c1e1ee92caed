import { describe, expect, it } from 'vitest';
import { meantName, nearNames } from '../../src/engine/near-names.ts';

describe('`nearNames`', () => {
	it('sorts by edit distance, nearest first', () =>
		expect(nearNames('tokn', ['compute', 'token', 'tokens', 'wage'])).toEqual(['token', 'tokens', 'wage']));
	it('ignores case', () => expect(nearNames('ORD2025RL', ['patel2025', 'ord2025rl'], 1)).toEqual(['ord2025rl']));
	it('returns at most `most` names, and fewer if fewer are known', () => {
		expect(nearNames('a', ['b', 'c', 'd'], 2)).toHaveLength(2);
		expect(nearNames('a', ['b'])).toEqual(['b']);
	});
});

describe('`meantName`', () => {
	it.each([
		['revenu', 'revenue'],
		['revenues', 'revenue'],
		['ravenoe', 'revenue'],
		['wages', 'wage'],
	])('takes “%s” for “%s”', (word, name) => expect(meantName(word, ['gdp', 'wage', 'revenue'])).toBe(name));
	it.each(['ravenoue!', 'wa', 'gd', 'wagers', ''])('takes “%s” for no name', (word) =>
		expect(meantName(word, ['gdp', 'wage', 'revenue'])).toBeUndefined(),
	);
	it('returns the first of several names that are near', () =>
		expect(meantName('wagex', ['wagey', 'wage'])).toBe('wagey'));
});
