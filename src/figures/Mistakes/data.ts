import { baselineOf } from '../../engine/model.ts';
import experiment, { readFrame } from '../../experiments/mistakes.experiment.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import { rowsOf } from '../../sources/datasets.ts';
import { sweepOf } from '../../sources/sweeps.ts';
import { missedOf, packed, publishedBars, TEACHINGS, type PublishedCells } from './words.ts';

/**
 * The published runs at the essay's own settings, and at every setting the cells of the first. Other runs are fetched when a reader chooses
 * them.
 */
export default () => ({
	published: publishedBars(sweepOf(experiment.id), baselineOf(experiment) as ExperimentInputs<typeof experiment>),
	cells: rowsOf('frames-mistakes').map(({ teaching, labelsEach, frame }): PublishedCells => ({
		teaching: TEACHINGS.find((other) => other === teaching)!,
		labelsEach: Number(labelsEach),
		missed: packed(missedOf(readFrame(String(frame).split(' ').map(Number)).wrong)),
	})),
});
