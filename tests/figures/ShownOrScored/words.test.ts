import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import experiment from '../../../src/experiments/shown-or-scored.experiment.ts';
import { columns, publishedLocks, resultText, rows, summary } from '../../../src/figures/ShownOrScored/words.ts';
import { sweepOf } from '../../../src/sources/sweeps.ts';

const baseline = baselineOf(experiment);
const sweep = sweepOf(experiment.id);
const locks = publishedLocks(sweep, baseline);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('ShownOrScored', () => {
	it('has twenty runs of each lock, in ascending order', () => {
		expect(locks.map(({ steps }) => steps)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		for (const { shown, scored } of locks)
			for (const runs of [shown, scored]) {
				expect(runs.outcomes).toHaveLength(20);
				expect(runs.outcomes).toEqual(runs.outcomes.toSorted((a, b) => a - b));
				expect(runs.outcomes[9]! <= runs.median && runs.median <= runs.outcomes[10]!).toBe(true);
			}
	});
	it('says in the summary what half of the pupils need', () => {
		const { shown, scored } = locks.find(({ steps }) => steps === 4)!;
		expect(plain(summary(baseline, locks))).toContain(`${shown.median} demonstrations`);
		expect(plain(summary(baseline, locks)).replaceAll(',', '')).toContain(
			`up to ${Number(scored.median.toPrecision(3))} tries`,
		);
	});
	it('says that there are no published runs off the grid, and draws none', () => {
		const inputs = { ...baseline, choices: 3 };
		expect(publishedLocks(sweep, inputs)).toEqual([]);
		expect(summary(inputs, [])).toContain('no published runs');
		expect(rows([])).toEqual([]);
	});
	it('has a cell for each column', () => {
		for (const row of rows(locks)) expect(row).toHaveLength(columns.length);
	});
	it('says in words that a run did not come to half', () => {
		const text = resultText({
			outputs: { shownToHalf: 84, scoredToHalf: Infinity, ratio: Infinity, passRate: 0 },
			hash: '',
		});
		expect(text).toContain('not in a million tries');
		expect(text).not.toMatch(/Infinity|NaN|undefined/);
	});
});
