import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreferenceTable } from '../../src/learners/preferences.ts';

const probabilities = (learner: PreferenceTable, row: number, choices: number) =>
	Array.from({ length: choices }, (_, choice) => learner.probability(row, choice));

describe('`PreferenceTable`', () => {
	it('begins without a preference', () => {
		expect(probabilities(new PreferenceTable(2, 4), 1, 4)).toEqual([0.25, 0.25, 0.25, 0.25]);
	});

	it('moves preferences as computed by hand', () => {
		const learner = new PreferenceTable(2, 4);
		learner.reinforce(1, 2, 0.5);
		// 0.5 × (1 − ¼) for the choice, 0.5 × (0 − ¼) for the others; the first row stays.
		expect([...learner.preferences]).toEqual([0, 0, 0, 0, -0.125, -0.125, 0.375, -0.125]);
		expect(learner.probability(1, 2)).toBeCloseTo(Math.exp(0.375) / (Math.exp(0.375) + 3 * Math.exp(-0.125)), 14);
	});

	it('learns along the gradient of the log probability of the choice', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 }),
				fc.nat(2),
				(preferences, choice) => {
					const logProbability = (values: readonly number[]) =>
						values[choice]! - Math.log(values.reduce((sum, value) => sum + Math.exp(value), 0));
					const learner = new PreferenceTable(1, 3);
					learner.preferences.set(preferences);
					// A step of no size sets the probabilities that belong to the preferences.
					learner.reinforce(0, choice, Number.MIN_VALUE);
					const before = [...learner.preferences];
					learner.reinforce(0, choice, 1e-3);
					for (const i of preferences.keys()) {
						const step = (by: number) => logProbability(before.with(i, before[i]! + by));
						const gradient = (step(1e-5) - step(-1e-5)) / 2e-5;
						expect((learner.preferences[i]! - before[i]!) / 1e-3).toBeCloseTo(gradient, 6);
					}
				},
			),
		);
	});

	it('chooses as often as its probabilities say', () => {
		const learner = new PreferenceTable(1, 3);
		learner.reinforce(0, 1, 2);
		const [a, b] = probabilities(learner, 0, 3) as [number, number];
		expect(
			[0, a - 1e-9, a + 1e-9, a + b - 1e-9, a + b + 1e-9, 1 - 1e-9].map((uniform) => learner.choose(0, uniform)),
		).toEqual([0, 0, 1, 1, 2, 2]);
	});
});
