import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import experiment from '../../../src/experiments/mistakes.experiment.ts';
import { runExperiment } from '../../../src/experiments/run-experiment.ts';
import { columns, publishedBars, resultText, rows, summary } from '../../../src/figures/Mistakes/words.ts';
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
