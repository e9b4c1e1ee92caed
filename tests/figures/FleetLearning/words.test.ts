import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { blocksOf } from '../../../src/figures/FleetLearning/words.ts';
import model from '../../../src/models/fleet-learning.model.ts';
import texts from './texts.ts';

const baseline = baselineOf(model);

it('`summary` gives the unlearned share, the gain from more copies and the rival’s share', () => {
	const { unlearned, firstThousandClose, nextThousandClose, doublingCut, leadRatio } = model.evaluate(baseline);
	expect(
		[unlearned, firstThousandClose, nextThousandClose, doublingCut, unlearned / leadRatio].map((share) =>
			(100 * share).toPrecision(2),
		),
	).toEqual(['11', '89', '2.2', '20', '12']);
	expect(1 / model.evaluate({ ...baseline, instances: 1e6 }).marginalInstance / 1e6).toBeCloseTo(266, -1);
	expect(texts.of().summary).toBe(
		'With 1,000 copies at work 11% is still unlearned. The first thousand copies learn 89% of what there ' +
			'is, the next thousand add 2.2%, and the millionth copy adds one part in 270 million; every doubling ' +
			'of the fleet removes 20% of what was left. A rival 4 months behind has 12% left to learn.',
	);
});

it('`summary` caps the rival’s unlearned share at 100% if the rival has not begun', () => {
	expect(texts.of({ instances: 1, replicationLag: 24 }).summary).toMatch(/behind has 100% left to learn\.$/);
});

it('`blocksOf` measures all three blocks as shares of the same whole', () => {
	const [first, next, millionth] = blocksOf(baseline, model.evaluate(baseline)).map(({ share }) => share);
	expect(first! + next!).toBeCloseTo(1 - model.evaluate({ ...baseline, instances: 2000 }).unlearned, 12);
	expect(millionth).toBe(model.evaluate({ ...baseline, instances: 1e6 }).marginalInstance);
});

it('`rows` starts at 100% unlearned and never increases', () => {
	const left = texts.of().rows.map(([, unlearned]) => parseFloat(unlearned!));
	expect(left[0]).toBe(100);
	expect(left).toEqual(left.toSorted((a, b) => b - a));
});
