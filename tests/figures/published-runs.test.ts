import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import mistakes from '../../src/experiments/mistakes.experiment.ts';
import nextQuestion from '../../src/experiments/next-question.experiment.ts';
import sortDots from '../../src/experiments/sort-dots.experiment.ts';
import tuesdayMonday from '../../src/experiments/tuesday-monday.experiment.ts';
import { publishedBars } from '../../src/figures/Mistakes/words.ts';
import { publishedCurves as curvesOfQuestions } from '../../src/figures/NextQuestion/words.ts';
import { publishedPoints } from '../../src/figures/SortDots/words.ts';
import { publishedCurves as curvesOfJobs } from '../../src/figures/TuesdayMonday/words.ts';
import mistakesCsv from '../../content/data/experiments/mistakes.csv?raw';
import nextQuestionCsv from '../../content/data/experiments/next-question.csv?raw';
import sortDotsCsv from '../../content/data/experiments/sort-dots.csv?raw';
import tuesdayMondayCsv from '../../content/data/experiments/tuesday-monday.csv?raw';
import { sweepOf } from '../../src/sources/sweeps.ts';
import { publishedRuns } from './published-runs.ts';

/** Reads the file itself, so that an output which a figure takes by a wrong name is found. */
describe('what a figure takes from the published runs is in the file under that output', () => {
	it('sort-dots', () => {
		const runsAt = publishedRuns(sortDots, sortDotsCsv);
		const points = publishedPoints(sweepOf('sort-dots'), baselineOf(sortDots) as never);
		expect(points).toHaveLength(16);
		for (const { along, value, here, elsewhere } of points) {
			expect(here.outcomes).toEqual(runsAt({ [along]: value }, 'accuracyHere'));
			expect(elsewhere.outcomes).toEqual(runsAt({ [along]: value }, 'accuracyNewLab'));
		}
	});
	it('next-question', () => {
		const runsAt = publishedRuns(nextQuestion, nextQuestionCsv);
		const curves = curvesOfQuestions(sweepOf('next-question'), baselineOf(nextQuestion) as never);
		expect(curves).toHaveLength(3);
		for (const { practice, points } of curves)
			for (const { newLabels, outcomes } of points)
				expect(outcomes).toEqual(
					practice === 'nothing'
						? runsAt({ newLabels }, 'accuracyFromNothing')
						: runsAt({ newLabels, overlap: practice }, 'accuracyNewQuestion'),
				);
	});
	it('mistakes', () => {
		const runsAt = publishedRuns(mistakes, mistakesCsv);
		const bars = publishedBars(sweepOf('mistakes'), baselineOf(mistakes) as never);
		expect(bars).toHaveLength(6);
		for (const { output, teaching, outcomes } of bars) expect(outcomes).toEqual(runsAt({ teaching }, output));
	});
	it('tuesday-monday', () => {
		const runsAt = publishedRuns(tuesdayMonday, tuesdayMondayCsv);
		const curves = curvesOfJobs(sweepOf('tuesday-monday'), baselineOf(tuesdayMonday) as never);
		expect(curves).toHaveLength(3);
		for (const { rules, points } of curves)
			for (const { share, outcomes } of points)
				expect(outcomes).toEqual(runsAt({ rules, shareReplayed: share }, 'earlierAfter'));
	});
});
