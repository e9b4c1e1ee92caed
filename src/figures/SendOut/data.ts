import { baselineOf } from '../../engine/model.ts';
import experiment from '../../experiments/send-out.experiment.ts';
import { sweepOf } from '../../sources/sweeps.ts';
import { publishedFleets } from './words.ts';

/** The published runs at the essay's own settings. Those at other settings are fetched when a reader chooses them. */
export default () => ({ published: publishedFleets(sweepOf(experiment.id), baselineOf(experiment)) });
