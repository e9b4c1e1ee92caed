import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import experiment, { countWrong, NETWORKS, readFrame } from '../../../src/experiments/mistakes.experiment.ts';
import { runExperiment } from '../../../src/experiments/run-experiment.ts';
import {
	columns,
	JUDGED,
	judgedText,
	missedOf,
	packed,
	publishedBars,
	resultText,
	rows,
	spreadOf,
	summary,
	unpacked,
} from '../../../src/figures/Mistakes/words.ts';
import { rowsOf } from '../../../src/sources/datasets.ts';
import { sweepOf } from '../../../src/sources/sweeps.ts';

const baseline = baselineOf(experiment);
const sweep = sweepOf(experiment.id);
const bars = publishedBars(sweep, baseline);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const percent = (share: number) => `${Number((100 * share).toPrecision(3))}%`;

describe('Mistakes', () => {
	it('has one, any and all for both ways of teaching, with twenty runs each', () => {
		expect(bars.map(({ teaching, output }) => `${teaching} ${output}`)).toEqual([
			'same oneMisses',
			'same anyMisses',
			'same allMiss',
			'other oneMisses',
			'other anyMisses',
			'other allMiss',
		]);
		for (const { outcomes } of bars) expect(outcomes).toHaveLength(20);
	});
	it('says in the summary what is got wrong with both ways of teaching', () => {
		const text = plain(summary(baseline, bars));
		expect(text).toContain(`Same labels: one network ${percent(bars[0]!.median)}`);
		expect(text).toContain(`all of them ${percent(bars.at(-1)!.median)}.`);
	});
	it('names cells to judge that all networks of the published run get wrong, and none', () => {
		const row = rowsOf('frames-mistakes').find((cells) =>
			Object.entries(baseline).every(([key, value]) => cells[key] === value),
		)!;
		const { wrong } = readFrame(String(row['frame']).split(' ').map(Number));
		expect(JUDGED.map(({ cell }) => countWrong(wrong[cell]!))).toEqual(
			JUDGED.map(({ isHard }) => (isHard ? NETWORKS : 0)),
		);
		expect(judgedText(3, 3)).toContain('was not much harder for you');
		expect(judgedText(0, 3)).toMatch(/you judged none rightly; .* three\. You and they find the same cells hard\.$/);
	});
	it('orders missed cells by the first network, and packs them without loss', () => {
		const missed = missedOf([0, 1, 255, 128, 0, 3]);
		expect(missed).toEqual([255, 128, 3, 1]);
		expect(unpacked(packed(missed))).toEqual(missed);
		expect(spreadOf(missed)).toEqual([2, 1, 1, 1, 1, 1, 3, 4]);
		expect(spreadOf([])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
	});
	it('says that there are no published runs off the grid, and draws none', () => {
		const inputs = { ...baseline, labelsEach: 100 };
		expect(publishedBars(sweep, inputs)).toEqual([]);
		expect(summary(inputs, [])).toContain('no published runs');
		expect(rows([])).toEqual([]);
	});
	it('has a cell for each column', () => {
		for (const row of rows(bars)) expect(row).toHaveLength(columns.length);
	});
	it('misses no fewer cells with any of eight than with one, and no more with all', () => {
		for (let seed = 1; seed <= 3; seed++) {
			const { outputs } = runExperiment(experiment.id, { ...baseline, labelsEach: 16 }, seed);
			expect(outputs['anyMisses']).toBeGreaterThanOrEqual(outputs['oneMisses']!);
			expect(outputs['allMiss']).toBeLessThanOrEqual(outputs['oneMisses']!);
		}
	});
	it('states the result of a run in words', () => {
		const text = plain(resultText(runExperiment(experiment.id, { ...baseline, labelsEach: 16 }, 1)));
		expect(text).toMatch(/^One network gets \d.*% of the cells wrong, at least one of eight .*%, all eight .*%\./);
	});
});
