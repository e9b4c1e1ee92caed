import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { LABELS, LABORATORIES } from '../../../src/experiments/sort-dots.experiment.ts';
import experiment from '../../../src/experiments/sort-dots.experiment.ts';
import { columns, publishedPoints, resultText, rows, summary } from '../../../src/figures/SortDots/words.ts';
import { sweepOf } from '../../../src/sources/sweeps.ts';

const baseline = baselineOf(experiment);
const sweep = sweepOf(experiment.id);
const points = publishedPoints(sweep, baseline);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const percent = (share: number) => `${Number((100 * share).toPrecision(3))}%`;

describe('SortDots', () => {
	it('has twenty runs at each number of labels and of laboratories, in ascending order', () => {
		expect(points.filter(({ along }) => along === 'labelledCells').map(({ value }) => value)).toEqual(LABELS);
		expect(points.filter(({ along }) => along !== 'labelledCells').map(({ value }) => value)).toEqual(LABORATORIES);
		for (const { here, elsewhere } of points)
			for (const { median, outcomes } of [here, elsewhere]) {
				expect(outcomes).toHaveLength(20);
				expect(outcomes).toEqual(outcomes.toSorted((a, b) => a - b));
				expect(outcomes[9]! <= median && median <= outcomes[10]!).toBe(true);
			}
	});
	it('says in the summary what more labels and what more laboratories do', () => {
		const text = plain(summary(baseline, points));
		const last = points.at(-1)!;
		expect(text).toContain(
			`from 64 laboratories, ${percent(last.here.median)} right there and ${percent(last.elsewhere.median)} in new laboratories`,
		);
		expect(text).toContain('Learning from one laboratory, the median network gets: 6 labels');
		expect(text).toContain('With 4,000 labels in all, the median network gets: from one laboratory');
	});
	it('has the runs of 250 labels by number of laboratories alone', () => {
		const few = publishedPoints(sweep, { ...baseline, labelledCells: 250 });
		expect(few.filter(({ along }) => along === 'laboratoriesBefore')).toHaveLength(LABORATORIES.length);
	});
	it.each([{ labelledCells: 7, laboratoriesBefore: 3 }, { labelsThere: 20 }])(
		'says that there are no published runs at %j',
		(changes) => {
			const inputs = { ...baseline, ...changes };
			expect(publishedPoints(sweep, inputs)).toEqual([]);
			expect(summary(inputs, [])).toContain('no published runs');
			expect(rows([])).toEqual([]);
		},
	);
	it.each([
		[{ swapping: 'never' }, 'By the number of labels', 'With 4,000 labels in all'],
		[{ labelledCells: 100 }, 'By the number of laboratories', 'Learning from one laboratory'],
	] as const)('says at %j which of the plots has no published runs', (changes, missing, has) => {
		const inputs = { ...baseline, ...changes };
		const text = plain(summary(inputs, publishedPoints(sweep, inputs)));
		expect(text).toContain(`${missing} there are no published runs with these settings.`);
		expect(text).toContain(has);
	});
	it('has a cell for each column', () => {
		for (const row of rows(points)) expect(row).toHaveLength(columns.length);
	});
	it.each([
		[0.3, 200, /61% where dark and light are as in the first, 30% where they are swapped.*200 cells were enough/],
		[Infinity, Infinity, /new laboratories\.$/],
	])(
		'states the result of a run in words, also if none swap dark and light',
		(accuracySwapped, labelsForNinety, said) => {
			const text = plain(
				resultText({
					outputs: {
						accuracyHere: 0.9,
						accuracyNewLab: 0.5,
						accuracyAlike: 0.61,
						accuracySwapped,
						labelsForNinety,
						accuracyFromNothing: Infinity,
					},
					hash: '',
				}),
			);
			expect(text).toMatch(said);
			expect(text).not.toMatch(/Infinity|NaN|undefined/);
		},
	);
});
