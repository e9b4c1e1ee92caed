import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { procedureOf } from '../../../src/experiments/run-experiment.ts';
import { gridOf } from '../../../src/experiments/sweep-file.ts';
import experiment from '../../../src/experiments/send-out.experiment.ts';
import {
	columns,
	exactlyKnown,
	publishedFleets,
	resultText,
	rows,
	summary,
} from '../../../src/figures/SendOut/words.ts';
import { sweepOf } from '../../../src/sources/sweeps.ts';

const baseline = baselineOf(experiment);
const sweep = sweepOf(experiment.id);
const fleets = publishedFleets(sweep, baseline);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('SendOut', () => {
	it('has the exact expectation within the range of the simulated fleets, at every published setting', () => {
		const grid = gridOf(procedureOf(experiment.id));
		expect(grid.length).toBeGreaterThan(10);
		for (const point of grid) {
			const inputs = { ...baseline, ...point };
			const { known } = publishedFleets(sweep, inputs).find(({ copies }) => copies === inputs.copiesSent)!;
			const exact = exactlyKnown(inputs, inputs.copiesSent);
			const name = JSON.stringify(point);
			expect(exact, name).toBeGreaterThanOrEqual(known[0]!);
			expect(exact, name).toBeLessThanOrEqual(known.at(-1)!);
		}
	});
	it('has a cell for each column, and says what is expected', () => {
		for (const row of rows(baseline, fleets)) expect(row).toHaveLength(columns.length);
		expect(plain(summary(baseline, fleets))).toContain(
			'1,000 copies that pool what they meet are expected to know 64.6%',
		);
	});
	it('says that there are no published runs off the grid', () => {
		const inputs = { ...baseline, churn: 0.1 };
		expect(publishedFleets(sweep, inputs)).toEqual([]);
		expect(summary(inputs, [])).toContain('no published runs');
		expect(rows(inputs, [])).toEqual([]);
	});
	it('says that a run was cut after a million cases', () => {
		const inputs = { ...baseline, casesPerCopy: 10_000, copiesSent: 1000 };
		const outputs = { knownTomorrow: 0.5, kindsMet: 40, copiesOut: 100, lastNew: 0.5 };
		const text = plain(resultText({ outputs, hash: '' }, inputs));
		expect(text).toContain('ends here after 1 million cases');
		expect(resultText({ outputs: { ...outputs, copiesOut: 1000 }, hash: '' }, inputs)).not.toContain('million');
	});
});
