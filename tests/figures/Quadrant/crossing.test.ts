import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import crossing from '../../../src/figures/Quadrant/crossing.ts';
import { crossingText } from '../../../src/figures/Quadrant/words.ts';
import forecast from '../../../src/models/forecast.model.ts';

const baseline = baselineOf(forecast);

it('`crossing` finds a single change that moves the date across the line', async () => {
	const found = await crossing(baseline, () => Promise.resolve(true));
	const { agiYear } = forecast.evaluate({ ...baseline, [found!.key]: Number(found!.value) });
	expect(agiYear).toBeCloseTo(found!.year, 1);
	expect(crossingText(found!).then).toBe(`${found!.isDone ? 'within reach by' : 'out of reach until'} ${found!.year}`);
});

it('`crossing` returns undefined once it is superseded', async () => {
	expect(await crossing(baseline, () => Promise.resolve(false))).toBeUndefined();
});
