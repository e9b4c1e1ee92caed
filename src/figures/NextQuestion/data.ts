import { baselineOf } from '../../engine/model.ts';
import experiment from '../../experiments/next-question.experiment.ts';
import type { ExperimentInputs } from '../../experiments/experiment.ts';
import { sweepOf } from '../../sources/sweeps.ts';
import { publishedCurves } from './words.ts';

/** The published runs at the essay's own settings. Those at other settings are fetched when a reader chooses them. */
export default () => ({
	published: publishedCurves(sweepOf(experiment.id), baselineOf(experiment) as ExperimentInputs<typeof experiment>),
});
