import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { cornersOf, monthsDrawn, staircaseOf } from '../../../src/figures/DoublingSteps/staircase.ts';
import model from '../../../src/models/software-explosion.model.ts';

const baseline = baselineOf(model);
const stairs = staircaseOf(baseline, baseline.doublingsWanted);

it('`cornersOf` never goes left or down', () => {
	const corners = cornersOf(stairs, stairs.last);
	corners
		.slice(1)
		.forEach(([month, doublings], i) => expect(month >= corners[i]![0] && doublings >= corners[i]![1]).toBe(true));
});

it('`monthsDrawn` leaves room after the last doubling', () => {
	expect(monthsDrawn(stairs, stairs)).toBeGreaterThan(stairs.last);
});
