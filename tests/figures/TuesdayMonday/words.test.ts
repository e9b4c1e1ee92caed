import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { runExperiment } from '../../../src/experiments/run-experiment.ts';
import experiment, { readFrame, SHARES } from '../../../src/experiments/tuesday-monday.experiment.ts';
import {
	columns,
	dayOf,
	jobColumns,
	jobRows,
	publishedCurves,
	resultText,
	rows,
	stateText,
	summary,
} from '../../../src/figures/TuesdayMonday/words.ts';
import { sweepOf } from '../../../src/sources/sweeps.ts';

const baseline = baselineOf(experiment);
const sweep = sweepOf(experiment.id);
const curves = publishedCurves(sweep, baseline);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const percent = (share: number) => `${Number((100 * share).toPrecision(3))}%`;

describe('TuesdayMonday', () => {
	it('has a curve for each kind of rules, with twenty runs at each share, in ascending order', () => {
		expect(curves.map(({ rules }) => rules)).toEqual(['unrelated', 'opposite', 'same']);
		for (const { points, notes } of curves) {
			expect(points.map(({ share }) => share)).toEqual(SHARES);
			for (const { median, outcomes } of [...points, notes!]) {
				expect(outcomes).toHaveLength(20);
				expect(outcomes).toEqual(outcomes.toSorted((a, b) => a - b));
				expect(outcomes[9]! <= median && median <= outcomes[10]!).toBe(true);
			}
		}
	});
	it('starts a curve of other numbers of kept cases from the runs without replay, which use none', () => {
		const [curve] = publishedCurves(sweep, { ...baseline, casesKept: 100 });
		expect(curve!.points[0]).toEqual(curves[0]!.points[0]);
		expect(curve!.points[3]).not.toEqual(curves[0]!.points[3]);
	});
	it('says in the summary how much of Monday is left, with and without replay, and what notes do', () => {
		const [none, , , tenth] = curves[0]!.points;
		const text = plain(summary(baseline, curves));
		expect(text).toContain(`the median network has ${percent(none!.median)} of Monday right after Tuesday`);
		expect(text).toContain(`With 10% of the lessons a repetition: ${percent(tenth!.median)}.`);
		expect(text).toContain(`right ${percent(curves[0]!.notes!.median)} of the time`);
		const notes = plain(summary({ ...baseline, notes: 'notes' }, curves));
		expect(notes).toMatch(/^A notebook with 20 cases/);
	});
	it.each([{ casesKept: 7 }, { shareReplayed: 0.33 }, { jobs: 3 }])(
		'says that there are no published runs at %j',
		(changes) => {
			const inputs = { ...baseline, ...changes };
			expect(summary(inputs, publishedCurves(sweep, inputs))).toContain('no published runs');
		},
	);
	it('draws nothing off the grid', () => {
		expect(publishedCurves(sweep, { ...baseline, jobs: 3 })).toEqual([]);
		expect(rows([])).toEqual([]);
	});
	it('has a cell for each column', () => {
		for (const row of rows(curves)) expect(row).toHaveLength(columns.length);
	});
	it('has a table of each job after each that was taught to the end, which agrees with the result', () => {
		const states: ReturnType<typeof readFrame>[] = [];
		const { outputs } = runExperiment(experiment.id, { ...baseline, jobs: 3 }, 1, (_, frame) => {
			if (frame) states.push(readFrame(frame, 3));
		});
		expect(jobColumns(3)).toEqual(['After', 'Monday', 'Tuesday', 'Wednesday']);
		const [monday, tuesday, wednesday, ...more] = jobRows(states, 3);
		expect(more).toEqual([]);
		expect(monday!.slice(1)).toEqual([percent(outputs['mondayBefore']!), '–', '–']);
		expect(tuesday![0]).toBe('Tuesday');
		expect(tuesday![3]).toBe('–');
		expect([wednesday![1], wednesday![3]]).toEqual([
			percent(outputs['mondayAfter']!),
			percent(outputs['tuesdayAfter']!),
		]);
	});
	it.each([2, 6])('states the result and the state of a run of %i jobs in words', (jobs) => {
		let last: ArrayLike<number> = [];
		const result = runExperiment(
			experiment.id,
			{ ...baseline, jobs, notes: 'notes' },
			1,
			(_, frame) => (last = frame ?? last),
		);
		const texts = [plain(resultText(result, jobs)), plain(stateText(readFrame(last, jobs)))];
		expect(texts[0]).toContain('Monday never fell below 70%');
		expect(texts[0]).toContain(jobs === 2 ? 'Monday is' : 'Monday to Friday are');
		expect(texts[1]).toMatch(new RegExp(`^${dayOf(jobs - 1)}, 10,000 lessons\\. Right: Monday \\d`));
		expect(texts.join()).not.toMatch(/Infinity|NaN|undefined/);
	});
	it('says after how many cases Monday was forgotten', () => {
		expect(plain(resultText(runExperiment(experiment.id, baseline, 1), 2))).toMatch(/fell below 70% after \d+ cases/);
	});
});
