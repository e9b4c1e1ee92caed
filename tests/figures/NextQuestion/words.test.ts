import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import experiment, { NEW_LABELS } from '../../../src/experiments/next-question.experiment.ts';
import {
	columns,
	labelsFor,
	publishedCurves,
	resultText,
	rows,
	shareAt,
	summary,
	worthText,
} from '../../../src/figures/NextQuestion/words.ts';
import { sweepOf } from '../../../src/sources/sweeps.ts';

const baseline = baselineOf(experiment);
const sweep = sweepOf(experiment.id);
const curves = publishedCurves(sweep, baseline);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const percent = (share: number) => `${Number((100 * share).toPrecision(3))}%`;

describe('NextQuestion', () => {
	it('has a curve for each kind of practice and one for none, with twenty runs at each number of labels', () => {
		expect(curves.map(({ practice }) => practice)).toEqual(['shared', 'none', 'nothing']);
		for (const { points } of curves) {
			expect(points.map(({ newLabels }) => newLabels)).toEqual(NEW_LABELS);
			for (const { median, outcomes } of points) {
				expect(outcomes).toHaveLength(20);
				expect(outcomes[9]! <= median && median <= outcomes[10]!).toBe(true);
			}
		}
	});
	it('draws the same curve from nothing for both kinds of practice', () => {
		const none = publishedCurves(sweep, { ...baseline, overlap: 'none' });
		expect(none.at(-1)).toEqual(curves.at(-1));
	});
	it('says in the summary how much each kind of practice gives', () => {
		const text = plain(summary(baseline, curves));
		const [shared] = curves;
		expect(text).toContain(`practised what shares a feature: ${percent(shared!.points[1]!.median)} with 16 labels`);
		expect(text).toContain('from nothing');
	});
	it('finds how many labels do as well from nothing: between medians, and beyond both ends', () => {
		const fresh = curves.at(-1)!.points;
		for (const { newLabels, median } of fresh) expect(labelsFor(fresh, median)).toBeCloseTo(newLabels, 6);
		const between = labelsFor(fresh, shareAt(fresh, 100));
		expect(between).toBeCloseTo(100, 6);
		expect(labelsFor(fresh, 0.1)).toBe(0);
		expect(labelsFor(fresh, 1)).toBe(Infinity);
		expect([0, 42.4, Infinity].map(worthText)).toEqual([
			'fewer than 8 from nothing',
			'42 from nothing',
			'more than 512 from nothing',
		]);
		expect(plain(summary(baseline, curves))).toMatch(
			/With 16 labels such practice does as well as \d+ from nothing\.$/,
		);
	});
	it('says that there are no published runs off the grid, and draws none', () => {
		const inputs = { ...baseline, questionsBefore: 7 };
		expect(publishedCurves(sweep, inputs)).toEqual([]);
		expect(summary(inputs, [])).toContain('no published runs');
		expect(rows([])).toEqual([]);
	});
	it('has a cell for each column', () => {
		for (const row of rows(curves)) expect(row).toHaveLength(columns.length);
	});
	it.each([
		[0.8, /77% right, and 55% from the same labels without practice.*practised ones it was 80% right/],
		[Infinity, /^Without practice it is 55% right on the new question\.$/],
	])('states the result of a run in words, also without practice', (accuracyPractised, said) => {
		const text = plain(
			resultText({
				outputs: { accuracyNewQuestion: 0.77, accuracyFromNothing: 0.55, accuracyPractised },
				hash: '',
			}),
		);
		expect(text).toMatch(said);
		expect(text).not.toMatch(/Infinity|NaN|undefined/);
	});
});
