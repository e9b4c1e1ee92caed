import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { models, parameters } from '../../src/models/registry.ts';
import { positions } from '../../src/positions/positions.ts';
import { LARGEST_SEED } from '../../src/engine/random.ts';
import { reportMonths } from '../../src/state/left-out.svelte.ts';
import { readLink, writeLink } from '../../src/state/link.ts';

const essay = new Map([...parameters].map(([key, parameter]) => [key, parameter.default]));

describe('viewing keys of a link', () => {
	const viewing = fc.record({
		seed: fc.option(fc.integer({ min: 1, max: LARGEST_SEED }), { nil: undefined }),
		pinned: fc.subarray([...parameters.keys()]),
		leftOut: fc.subarray([...reportMonths]),
		compared: fc.uniqueArray(fc.constantFrom(...positions.map(({ id }) => id)), { maxLength: 2 }),
		guesses: fc
			.dictionary(
				fc.constantFrom(...[...models.values()].filter(({ guess }) => guess).map(({ id }) => id)),
				fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
			)
			.map((made) => new Map(Object.entries(made))),
	});
	it('`readLink` restores what `writeLink` wrote', () => {
		fc.assert(
			fc.property(viewing, (given) => {
				const link = writeLink((key) => essay.get(key)!, parameters, [], given);
				const { seed, pinned, leftOut, compared, guesses, notices, foreign } = readLink(link, parameters);
				expect({ seed, pinned, leftOut, compared, guesses: new Map(guesses) }).toEqual(given);
				expect([notices, foreign]).toEqual([[], []]);
			}),
		);
	});
	it('`writeLink` leaves guesses out unless they are passed', () =>
		expect(writeLink((key) => essay.get(key)!, parameters)).toBe(''));
	it('no parameter has the name of a viewing key', () => {
		for (const key of ['m', 'seed', 'pin', 'with']) expect(parameters.has(key)).toBe(false);
		for (const key of parameters.keys()) expect(key.startsWith('guess')).toBe(false);
	});
	it.each([
		['?seed=0', /Seed \(seed\): “0” is not a whole number/],
		['?seed=4294967296', /seed/],
		['?seed=1.5', /seed/],
		['?pin=wages', /Pinned.*wages.*Did you mean wage\?/],
		['?left-out=2025-13', /Reports left out \(left-out\): “2025-13” is not known/],
		['?left-out=<b>,2025-12', /Reports left out .*“<b>” is not known, and was left out/],
		['?with=ord-repli', /Compared with.*ord-repli.*Did you mean ord-reply\?/],
		['?with=ord-reply,weak-links,short-timelines', /two positions at the most/],
		['?guess-rl-scaling=lots', /Guess \(guess-rl-scaling\): “lots” is not a number above 0/],
		['?draw-revenue-gap=lots', /Drawing \(draw-revenue-gap\): “lots” is not a number above 0/],
		['?draw-revenue-gap=30,1e6', /Drawing .*asked \$1.*the chart goes from/],
		['?draw-revenue-gap', /Drawing .*not a list of up to 12 numbers/],
		['?guess-rl-scaling=-3', /Guess .*“-3”/],
	])('`readLink` adds a notice for %s', (link, words) =>
		expect(readLink(link, parameters).notices.join()).toMatch(words),
	);
});
