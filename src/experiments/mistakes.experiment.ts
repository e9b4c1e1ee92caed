import { defineExperiment, type Frame } from './experiment.ts';

/** Networks that answer about the same cells. */
export const NETWORKS = 8;
/** Numbers of labels at which runs are published. */
export const LABELS = [32, 64, 128, 256] as const;
/** Cells of a frame. */
export const SHOWN = 48;

/** The number of networks taught so far, and how many of them are wrong about each cell. */
export const frameOf = (networks: number, wrong: readonly number[]): Frame => [networks, ...wrong];
export const readFrame = (frame: Frame) => {
	const [networks, ...wrong] = Array.from(frame);
	return { networks: networks!, wrong };
};

/** Whether learners make the same mistakes, and what decides it (claim O1). */
export default defineExperiment({
	id: 'mistakes',
	title: 'Mistakes',
	parameters: {
		teaching: {
			label: 'Eight networks learn from',
			unit: 'choice',
			scale: 'choice',
			default: 'same',
			choices: { same: 'the same labels', other: 'other labels of the same kind' },
			source: { cite: [], note: 'Your choice. Each starts from weights of its own in both cases.' },
		},
		labelsEach: {
			label: 'Labelled cells for each network',
			unit: 'cells',
			scale: 'log',
			default: 128,
			min: 16,
			max: 256,
			integer: true,
			marks: LABELS,
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		oneMisses: {
			label: 'Cells that one network gets wrong, in the mean',
			short: 'one',
			unit: 'fraction',
			tone: 'baked',
		},
		anyMisses: {
			label: 'Cells that at least one of eight gets wrong',
			short: 'any of eight',
			unit: 'fraction',
			tone: 'inference',
		},
		allMiss: { label: 'Cells that all eight get wrong', short: 'all eight', unit: 'fraction', tone: 'ceiling' },
		roundMissed: { label: 'Round nuclei to one side that one gets wrong', unit: 'fraction' },
		beanMissed: { label: 'Bean-shaped nuclei in the middle that one gets wrong', unit: 'fraction' },
		macrophagesMissed: { label: 'Macrophages that one gets wrong', unit: 'fraction' },
	},
});
