import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import type { Frame } from '../../src/experiments/experiment.ts';
import { runExperiment } from '../../src/experiments/run-experiment.ts';
import experiment from '../../src/experiments/tuesday-monday.experiment.ts';

const baseline = baselineOf(experiment);
const runOf = (changes: Partial<typeof baseline>, seed = 1) => {
	const frames: Frame[] = [];
	const result = runExperiment(experiment.id, { ...baseline, ...changes }, seed, (_, frame) => {
		if (frame) frames.push(frame);
	});
	return { ...result, frames };
};
/** Cells of one office in a frame. */
const CELLS = 256;

describe('tuesday-monday', () => {
	it.each([2, 6])(
		'reports job, lessons, a share for each of %i offices and a probability for each of their cells',
		(jobs) => {
			const { frames, outputs } = runOf({ jobs });
			const rules = Array.from(frames[0]!).slice(2 + jobs);
			expect(frames[0]![0]).toBe(-1);
			expect(rules.reduce((sum, answer) => sum + answer, 0)).toBe(rules.length / 2);
			for (const [job, lessons, ...rest] of frames.map((frame) => Array.from(frame))) {
				expect(job).toBeLessThan(jobs);
				expect(lessons).toBeLessThanOrEqual(10_000);
				expect(rest).toHaveLength(jobs + jobs * CELLS);
				expect(rest.every((value) => value >= 0 && value <= 1)).toBe(true);
			}
			const last = frames.at(-1)!;
			expect([last[0], last[1], last[2], last[jobs + 1]]).toEqual([
				jobs - 1,
				10_000,
				outputs['mondayAfter'],
				outputs['tuesdayAfter'],
			]);
		},
	);

	it('answers “yes” in half of Monday’s office once Monday is learnt: its rule says so', () => {
		const monday = runOf({}).frames.findLast((frame) => frame[0] === 0)!;
		const yes = Array.from(monday)
			.slice(4, 4 + CELLS)
			.filter((answer) => answer > 0.5);
		expect(Math.abs(yes.length / CELLS - 0.5)).toBeLessThanOrEqual(1 - monday[2]!);
	});

	it('teaches Monday the same way under every rule of Tuesday', () => {
		const [one, ...others] = (['unrelated', 'opposite', 'same'] as const).map((rules) => runOf({ rules }));
		for (const other of others) expect(other.outputs['mondayBefore']).toBe(one!.outputs['mondayBefore']);
	});

	it('forgets nothing from notes, and takes nothing from replay then', () => {
		const notes = runOf({ notes: 'notes' });
		expect(notes.outputs['examplesToForget']).toBe(Infinity);
		expect(runOf({ notes: 'notes', shareReplayed: 0.5 }).outputs).toEqual(notes.outputs);
	});

	it('keeps as many cases of each job as it is told', () => {
		const known = (casesKept: number) => {
			const { frames } = runOf({ notes: 'notes', casesKept });
			return new Set(Array.from(frames.at(-1)!).slice(4)).size;
		};
		// With one case of each job every answer is that case’s.
		expect(known(1)).toBeLessThanOrEqual(2);
		expect(runOf({ notes: 'notes', casesKept: 1 }).outputs['mondayBefore']).toBe(0.5);
	});
});
