import { defineExperiment, type Frame } from './experiment.ts';

/** Networks that answer about the same cells. */
export const NETWORKS = 8;
/** Numbers of labels at which runs are published. */
export const LABELS = [32, 64, 128, 256] as const;
/** Cells of a frame. */
export const SHOWN = 100;

/**
 * The number of networks taught so far, and for each cell which of them are wrong about it: a bit for each network, the first one's the
 * highest.
 */
export const frameOf = (networks: number, wrong: readonly number[]): Frame => [networks, ...wrong];
export const readFrame = (frame: Frame) => {
	const [networks, ...wrong] = Array.from(frame);
	return { networks: networks!, wrong };
};
/** Returns the bit of a network, counted from 0. */
export const bitOf = (network: number): number => 1 << (NETWORKS - 1 - network);
/** Returns whether a network is among those that are wrong about a cell. */
export const isWrong = (wrong: number, network: number): boolean => (wrong & bitOf(network)) !== 0;
/** Returns how many networks are wrong about a cell. */
export const countWrong = (wrong: number): number =>
	Array.from({ length: NETWORKS }, (_, network) => network).filter((network) => isWrong(wrong, network)).length;

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
