import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	chanceAbove,
	chanceBelow,
	earliest,
	expectedOdds,
	largest,
	logDensity,
	logScore,
	scoreOf,
	separationOf,
	termsOf,
	type Predictive,
	type Resolution,
} from '../../src/engine/wager.ts';

const mixture = (means: readonly number[], deviations: readonly number[]): Predictive => ({ means, deviations });
const normal = (mean: number, deviation: number) => mixture([mean], [deviation]);

/** Up to six runs, near one another or far apart. */
const predictives = fc
	.array(fc.tuple(fc.double({ min: -6, max: 6, noNaN: true }), fc.double({ min: 0.15, max: 3, noNaN: true })), {
		minLength: 1,
		maxLength: 6,
	})
	.map((runs) =>
		mixture(
			runs.map(([mean]) => mean),
			runs.map(([, deviation]) => deviation),
		),
	);
const resolutions = fc.constantFrom<Resolution | undefined>(undefined, [-4.6, 4.6], [-1, 2]);

/** Adds independent error of a standard deviation to every run. */
const blurred = ({ means, deviations }: Predictive, error: number): Predictive => ({
	means,
	deviations: Array.from(deviations, (deviation) => Math.hypot(deviation, error)),
});

describe('`separationOf`', () => {
	it('returns the Kullback–Leibler divergences of two normals, which have a closed form', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -3, max: 3, noNaN: true }),
				fc.double({ min: 0.2, max: 2, noNaN: true }),
				fc.double({ min: 0.2, max: 2, noNaN: true }),
				(mean, a, b) => {
					const divergence = (s: number, t: number) => Math.log(t / s) + (s * s + mean * mean) / (2 * t * t) - 0.5;
					const { ifFirst, ifSecond } = separationOf(normal(0, a), normal(mean, b));
					expect(ifFirst).toBeCloseTo(divergence(a, b), 6);
					expect(ifSecond).toBeCloseTo(divergence(b, a), 6);
				},
			),
		);
	});

	it('agrees with a direct simulation of the gap in log score', () => {
		const [a, b] = [mixture([0, 1, 3], [0.5, 0.7, 1]), mixture([1, 2], [0.6, 1.2])];
		let [sum, seed] = [0, 1];
		const uniform = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
		const draws = 200_000;
		for (let i = 0; i < draws; i++) {
			const run = Math.floor(uniform() * 3);
			const noise = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
			const value = a.means[run]! + a.deviations[run]! * noise;
			sum += scoreOf(a, value) - scoreOf(b, value);
		}
		expect(separationOf(a, b).ifFirst).toBeCloseTo(sum / draws, 1.5);
	});

	it('swaps its gaps and keeps its threshold if the readers swap', () => {
		fc.assert(
			fc.property(predictives, predictives, resolutions, (a, b, within) => {
				const [one, two] = [separationOf(a, b, within), separationOf(b, a, within)];
				expect(one.ifFirst).toBeCloseTo(two.ifSecond, 9);
				expect(one.ifSecond).toBeCloseTo(two.ifFirst, 9);
				expect(one.threshold).toBeCloseTo(two.threshold, 9);
			}),
		);
	});

	it('separates equal readers by nothing', () => {
		fc.assert(
			fc.property(predictives, resolutions, (a, within) => {
				const { ifFirst, ifSecond } = separationOf(a, a, within);
				expect([ifFirst, ifSecond]).toEqual([0, 0]);
				expect(expectedOdds({ ifFirst, ifSecond })).toBe(1);
			}),
		);
	});

	it('never separates readers more if error is added to both, or if the resolution is coarser', () => {
		fc.assert(
			fc.property(predictives, predictives, fc.double({ min: 0.1, max: 3, noNaN: true }), (a, b, error) => {
				const [sharp, dull] = [separationOf(a, b), separationOf(blurred(a, error), blurred(b, error))];
				const coarse = separationOf(a, b, [-1, 2]);
				for (const key of ['ifFirst', 'ifSecond'] as const) {
					expect(dull[key]).toBeLessThanOrEqual(sharp[key] * (1 + 1e-6) + 1e-6);
					expect(coarse[key]).toBeLessThanOrEqual(sharp[key] * (1 + 1e-3) + 1e-3);
				}
			}),
		);
	});

	it('puts the threshold where the two distribution functions differ most', () => {
		fc.assert(
			fc.property(predictives, predictives, (a, b) => {
				const apart = (value: number) => Math.abs(chanceAbove(a, value) - chanceAbove(b, value));
				const best = apart(separationOf(a, b).threshold);
				for (let value = -12; value <= 12; value += 0.25) expect(apart(value)).toBeLessThanOrEqual(best + 0.02);
			}),
		);
	});

	it('returns finite numbers for 10,000 random pairs, far apart or narrow, and for runs without revenue', () => {
		const anything = fc
			.array(fc.tuple(fc.double({ min: -700, max: 40, noNaN: true }), fc.double({ min: 0.15, max: 20, noNaN: true })), {
				minLength: 1,
				maxLength: 3,
			})
			.map((runs) =>
				mixture(
					runs.map(([mean]) => mean),
					runs.map(([, deviation]) => deviation),
				),
			);
		fc.assert(
			fc.property(anything, anything, resolutions, (a, b, within) => {
				const { ifFirst, ifSecond, threshold } = separationOf(a, b, within);
				const [p, q] = [chanceAbove(a, threshold), chanceAbove(b, threshold)];
				for (const value of [ifFirst, ifSecond, threshold, p, q])
					if (!Number.isFinite(value)) throw new Error(`${value}`);
				if (Number.isNaN(expectedOdds({ ifFirst, ifSecond }))) throw new Error('odds');
				const terms = termsOf(p, q);
				if (terms && !(terms.price > 0 && terms.price < 1)) throw new Error('price');
			}),
			{ numRuns: 10_000 },
		);
	}, 120_000);
});

describe('`earliest` and `largest`', () => {
	const at = (quantity: string, year: number, odds: number) => ({ quantity, year, odds });
	const prospects = [at('a', 2028, 2), at('b', 2027, 3.5), at('a', 2027, 4), at('b', 2030, 9)];
	it('`earliest` returns the first date with enough odds, and the largest odds of that date', () => {
		expect(earliest(prospects, 3)).toEqual(at('a', 2027, 4));
		expect(earliest(prospects, 5)).toEqual(at('b', 2030, 9));
		expect(earliest(prospects, 10)).toBeUndefined();
	});
	it('`largest` returns the prospect with the most odds', () => {
		expect(largest(prospects)).toEqual(at('b', 2030, 9));
		expect(largest([])).toBeUndefined();
	});

	it('more error never makes the date earlier', () => {
		const years = [2027, 2028, 2029, 2030];
		fc.assert(
			fc.property(
				predictives,
				predictives,
				fc.double({ min: 0, max: 2, noNaN: true }),
				fc.double({ min: 0.1, max: 3, noNaN: true }),
				(a, b, drift, error) => {
					const moved = (p: Predictive, by: number) => ({ ...p, means: Array.from(p.means, (mean) => mean * by) });
					const dateWith = (blur: number) =>
						earliest(
							years.map((year) => {
								const by = 1 + drift * (year - 2027);
								const separation = separationOf(blurred(moved(a, by), blur), blurred(moved(b, by), blur));
								return { quantity: 'a', year, odds: expectedOdds(separation) };
							}),
							3,
						)?.year ?? Infinity;
					expect(dateWith(error)).toBeGreaterThanOrEqual(dateWith(0));
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('`termsOf`', () => {
	const chances = fc.double({ min: 0.001, max: 0.999, noNaN: true });
	it('swaps sides and keeps price and gain if the readers swap; equal chances have no terms', () => {
		fc.assert(
			fc.property(chances, chances, (p, q) => {
				const [one, two] = [termsOf(p, q), termsOf(q, p)];
				if (p === q) expect([one, two]).toEqual([undefined, undefined]);
				else expect(two).toEqual({ ...one, isFirstFor: !one!.isFirstFor });
			}),
		);
	});
	it('lets both expect the same gain, by a direct computation of what each wins and loses', () => {
		fc.assert(
			fc.property(chances, chances, (p, q) => {
				const terms = termsOf(p, q);
				if (!terms) return;
				const [forIt, against] = terms.isFirstFor ? [p, q] : [q, p];
				const { price, pot, gain } = terms;
				expect(pot * (forIt * (1 - price) - (1 - forIt) * price)).toBeCloseTo(gain, 9);
				expect(pot * ((1 - against) * price - against * (1 - price))).toBeCloseTo(gain, 9);
			}),
		);
	});
	it('has the largest expected gain at the reader’s own chance', () => {
		fc.assert(
			fc.property(chances, chances, chances, (own, other, stated) => {
				const expected = (mine: number) => {
					const terms = termsOf(mine, other);
					if (!terms) return 0;
					const { isFirstFor, price, pot } = terms;
					return pot * (isFirstFor ? own - price : price - own);
				};
				expect(expected(stated)).toBeLessThanOrEqual(expected(own) + 1e-9);
			}),
		);
	});
});

describe('scores', () => {
	it('`logScore` is the logarithm of the chance that was given to what came', () => {
		expect(logScore(0.25, true)).toBeCloseTo(Math.log(0.25), 12);
		expect(logScore(0.25, false)).toBeCloseTo(Math.log(0.75), 12);
	});
	it('`scoreOf` is the density within the resolution and the chance beyond it', () => {
		const a = normal(0, 1);
		expect(scoreOf(a, 0)).toBeCloseTo(-Math.log(2 * Math.PI) / 2, 12);
		expect(scoreOf(a, 3, [-1, 1])).toBeCloseTo(Math.log(chanceAbove(a, 1)), 12);
		expect(scoreOf(a, -3, [-1, 1])).toBeCloseTo(Math.log(chanceBelow(a, -1)), 12);
	});
	it('`logDensity` stays finite where every exponential underflows', () => {
		expect(logDensity(normal(0, 0.2), 700)).toBeCloseTo(
			-(3500 ** 2) / 2 - Math.log(0.2) - Math.log(2 * Math.PI) / 2,
			3,
		);
	});
});
