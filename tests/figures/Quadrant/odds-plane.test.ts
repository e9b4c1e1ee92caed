import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapPlace } from '../../../src/charts/odds-axis.ts';
import { OddsPlane } from '../../../src/figures/Quadrant/odds-plane.ts';
import { PLANE, PLANE_QUERY } from '../../../src/figures/Quadrant/plane-axes.ts';
import { essayAnswer } from '../../../src/runs/essay-runs.ts';
import { SOON_AND_LATER } from '../../../src/runs/soon-and-later.ts';

const plane = new OddsPlane(PLANE, essayAnswer(PLANE_QUERY));
const present = [2033.5, 3] as const;
const distance = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);

it('`OddsPlane` states odds near those of ten thousand runs', () => {
	for (const [humanLevelYear, yearsPerBottleneck] of [
		[2033.5, 3],
		[2030, 1],
		[2036, 6],
	] as const) {
		const { odds } = essayAnswer(SOON_AND_LATER, { values: { humanLevelYear, yearsPerBottleneck } });
		expect(distance(mapPlace(plane.oddsAt([humanLevelYear, yearsPerBottleneck])), mapPlace(odds))).toBeLessThan(2.5);
	}
});

it('`valuesNear` finds the pair that put a dot where it is', () => {
	fc.assert(
		fc.property(
			fc.double({ min: 2030, max: 2045, noNaN: true }),
			fc.double({ min: 0.6, max: 9, noNaN: true }),
			(learner, years) => {
				const target = mapPlace(plane.oddsAt([learner, years]));
				const found = plane.valuesNear(target, mapPlace, present);
				expect(distance(mapPlace(plane.oddsAt(found)), target)).toBeLessThan(1.5);
			},
		),
		{ numRuns: 60 },
	);
});

it('`valuesNear` leads to the nearest place when no pair leads to the target, and keeps to the sliders', () => {
	const [learner, years] = plane.valuesNear([100, 100], mapPlace, present);
	expect(learner).toBeGreaterThanOrEqual(PLANE[0].parameter.min);
	expect(years).toBeLessThanOrEqual(PLANE[1].parameter.max);
});

it('the two assumptions move the later odds apart while the near ones stay', () => {
	const near = 0.02;
	const laterAt = (years: number) => {
		const learner = Array.from({ length: 200 }, (_, i) => 2028.5 + i / 10).find(
			(year) => plane.oddsAt([year, years])[0] <= near,
		)!;
		return plane.oddsAt([learner, years])[1];
	};
	expect(laterAt(0.6) - laterAt(9)).toBeGreaterThan(0.3);
});
