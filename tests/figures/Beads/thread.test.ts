import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { beadsAhead, isDrawn, isLandmark } from '../../../src/figures/Beads/thread.ts';
import model from '../../../src/models/bottlenecks.model.ts';

const baseline = baselineOf(model);
const ahead = beadsAhead(baseline, model.evaluate(baseline));

it('`beadsAhead` gives the first bead a chance of 1 and no later bead a higher chance', () => {
	const exists = ahead.map((bead) => bead.exists);
	expect(exists[0]).toBe(1);
	expect(exists).toEqual(exists.toSorted((a, b) => b - a));
});

it('`isDrawn` keeps expected beads and those likelier than 1 in 50; `isLandmark` labels each landmark once', () => {
	const drawn = ahead.filter(isDrawn);
	expect(drawn.every(({ exists, filled }) => filled > 0 || exists >= 0.02)).toBe(true);
	expect(drawn.filter((_, i) => isLandmark(drawn, i)).map(({ index }) => index - baseline.solved)).toEqual([
		1, 2, 4, 6, 10, 12,
	]);
});
