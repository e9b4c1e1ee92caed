import { expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { daysOf } from '../../../src/figures/DayStrip/words.ts';
import model from '../../../src/models/long-tail.model.ts';
import texts from './texts.ts';

const baseline = baselineOf(model);

it('`summary` gives the coverage and misses of a fixed set and the misses of a learner', () => {
	const { coverage, missesPerDay, learnerMissShare } = model.evaluate(baseline);
	const { summary, labels } = texts.of();
	expect(summary).toContain(`covers ${Math.round(coverage * 100)}% and misses ${Math.round(missesPerDay)}; a learner`);
	expect(summary).toContain(`misses ${(learnerMissShare * baseline.tasksPerDay).toPrecision(2)}. To do as well`);
	expect(labels).toEqual(['32 of 100 missed', '9.3 of 100 missed']);
});

it('`daysOf` writes a positive count below 0.001 as “<0.001”', () => {
	const few = { ...baseline, taskTypes: 1000 };
	expect(model.evaluate(few).learnerMissShare).toBeGreaterThan(0);
	expect(daysOf(few, model.evaluate(few))[1]!.text).toBe('<0.001 of 100 missed');
});

it('`rows` has fewer misses the more skills are baked in', () => {
	const missed = texts
		.of()
		.rows.slice(0, -1)
		.map(([, , text]) => Number(text));
	expect(missed).toEqual(missed.toSorted((a, b) => b - a));
});
