import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { blocksOf, rows, summary } from '../../src/figures/FleetLearning/words.ts';
import model from '../../src/models/fleet-learning.model.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const summaryOf = (inputs = essay) => summary(inputs, model.evaluate(inputs)).replaceAll('\u00a0', ' ');

it('says what is left, what copies add, and how a rival stands', () => {
	const { unlearned, firstThousandClose, nextThousandClose, doublingCut, leadRatio } = model.evaluate(essay);
	expect(
		[unlearned, firstThousandClose, nextThousandClose, doublingCut, unlearned / leadRatio].map((share) =>
			(100 * share).toPrecision(2),
		),
	).toEqual(['11', '89', '2.2', '20', '12']);
	expect(1 / model.evaluate({ ...essay, instances: 1e6 }).marginalInstance / 1e6).toBeCloseTo(266, -1);
	expect(summaryOf()).toBe(
		'With 1,000 copies at work 11% is still unlearned. The first thousand copies learn 89% of what there ' +
			'is, the next thousand add 2.2%, and the millionth copy adds one part in 270 million; every doubling ' +
			'of the fleet removes 20% of what was left. A rival 4 months behind has 12% left to learn.',
	);
});

it('has all left to learn for a rival who has not begun', () => {
	expect(summaryOf({ ...essay, instances: 1, replicationLag: 24 })).toMatch(/behind has 100% left to learn\.$/);
});

it('measures the three blocks by the same ruler', () => {
	const [first, next, millionth] = blocksOf(essay, model.evaluate(essay)).map(({ share }) => share);
	expect(first! + next!).toBeCloseTo(1 - model.evaluate({ ...essay, instances: 2000 }).unlearned, 12);
	expect(millionth).toBe(model.evaluate({ ...essay, instances: 1e6 }).marginalInstance);
});

it('has less left in every row than in the one before', () => {
	const left = rows(essay).map(([, unlearned]) => parseFloat(unlearned!));
	expect(left[0]).toBe(100);
	expect(left).toEqual(left.toSorted((a, b) => b - a));
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => {
			const given = { ...essay, ...inputs };
			return !/NaN|Infinity|undefined/.test(summaryOf(given) + rows(given).join());
		}),
	);
});
