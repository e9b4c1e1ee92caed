import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { blocksOf, exponentText } from '../../../src/figures/FleetLearning/words.ts';
import model, { exponentOver } from '../../../src/models/fleet.model.ts';
import texts from './texts.ts';

const baseline = baselineOf(model);

it('`summary` gives what is known together and alone, what more copies add, and what a rival knows', () => {
	const { known, knownAlone, firstThousand, nextThousand } = model.evaluate(baseline);
	expect([known, knownAlone, firstThousand, nextThousand].map((share) => (100 * share).toPrecision(2))).toEqual([
		'65',
		'17',
		'65',
		'4.8',
	]);
	expect(texts.of().summary).toBe(
		'1,000 copies that pool what they meet know 65% of tomorrow’s cases; one alone knows 17%. The first thousand copies learn ' +
			'65%, the next thousand add 4.8%, and a fleet twice as large adds 4.8%. From 1,000 copies to 2,000 copies what is unmet ' +
			'falls as a power of 0.21 of their number. A rival 4 months behind knows 62%.',
	);
});

it('`summary` gives a rival that has not begun what one copy knows', () => {
	expect(texts.of({ instances: 1, replicationLag: 24 }).summary).toMatch(/behind knows 17%\.$/);
});

it('`exponentText` names the window of the local exponent, which bends with the fleet', () => {
	const at = (instances: number) => exponentOver({ ...baseline, instances }, instances);
	expect(at(1)).toBeLessThan(at(1000));
	expect(at(1000)).toBeLessThan(at(1e6));
	expect(exponentText({ ...baseline, situations: 1000, instances: 1e9 })).toBe('Nothing is left to meet.');
});

it('`blocksOf` measures all blocks as shares of the same whole', () => {
	const twice = model.evaluate({ ...baseline, instances: 2000 });
	const [first, next, double] = blocksOf(model.evaluate(baseline)).map(({ share }) => share);
	expect(first! + next!).toBeCloseTo(twice.known, 12);
	expect(first! + double!).toBeCloseTo(twice.known, 12);
});

it('`rows` has more known the more copies there are', () => {
	const known = texts.of().rows.map(([, share]) => parseFloat(share!));
	expect(known).toEqual(known.toSorted((a, b) => a - b));
});
