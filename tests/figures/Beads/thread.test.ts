import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { placesFor, threadsOf, yearOf } from '../../../src/figures/Beads/thread.ts';
import model from '../../../src/models/bottlenecks.model.ts';

const baseline = baselineOf(model);
const after = (solved: number) => threadsOf({ ...baseline, solved });
const of = (solved: number, shape: string) => after(solved).find((thread) => thread.shape === shape)!;

it('`threadsOf` gives the first bead a chance of 1 and no later bead a higher chance', () => {
	for (const { ahead } of after(3)) {
		const exists = ahead.map((bead) => bead.exists);
		expect(exists[0]).toBe(1);
		expect(exists).toEqual(exists.toSorted((a, b) => b - a));
		expect(ahead.every((bead) => bead.filled > 0 || bead.exists >= 0.02)).toBe(true);
	}
});

it('when one falls, a geometric thread expects as many as before, a Poisson fewer, a power law more', () => {
	expect(of(4, 'geometric').expected).toBeCloseTo(of(3, 'geometric').expected, 9);
	expect(of(4, 'poisson').expected).toBeLessThan(of(3, 'poisson').expected);
	expect(of(4, 'power').expected).toBeGreaterThan(of(3, 'power').expected);
});

it('when one falls, the date of a geometric thread moves by the years of one', () => {
	expect(of(3, 'geometric').year).toBeCloseTo(2026 + 4 * baseline.yearsPerBottleneck, 9);
	expect(of(4, 'geometric').year - of(3, 'geometric').year).toBeCloseTo(baseline.yearsPerBottleneck, 9);
	expect(yearOf({ ...baseline, solved: 1 })).toBe(2026);
});

it('`placesFor` leaves the beads their size when one more falls', () => {
	const places = (solved: number) => placesFor({ ...baseline, solved }, after(solved));
	expect(places(4)).toBe(places(3));
	expect(places(10)).toBeGreaterThanOrEqual(places(3));
});
