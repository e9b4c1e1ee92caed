import { defineExperiment, type Frame } from './experiment.ts';

/** Numbers of labels and of laboratories at which runs are published. */
export const LABELS = [6, 12, 25, 50, 100, 200, 400, 1600, 4000] as const;
export const LABORATORIES = [1, 2, 4, 8, 16, 32, 64] as const;
/** Share of right answers that counts as good. */
export const GOOD = 0.9;
/** Cells of each kind, from a laboratory that it learnt in and from others, whose answers a frame has. */
export const SHOWN = 12;

interface LookState {
	/** Examples that it has been shown, with repetitions. */
	readonly examples: number;
	/** Share of right answers on unseen cells where it learnt, and in other laboratories. */
	readonly here: number;
	readonly elsewhere: number;
	/** Whether each of the cells drawn under the figure is answered right: where it learnt, then elsewhere. */
	readonly right: readonly boolean[];
}
export const frameOf = ({ examples, here, elsewhere, right }: LookState): Frame => [
	examples,
	here,
	elsewhere,
	...right.map(Number),
];
export const readFrame = (frame: Frame): LookState => {
	const [examples, here, elsewhere, ...right] = Array.from(frame);
	return { examples: examples!, here: here!, elsewhere: elsewhere!, right: right.map((value) => value === 1) };
};

/** How many labels a small network needs to sort drawn cells, and where else it can then do so (claims H1, H2, W7). */
export default defineExperiment({
	id: 'sort-dots',
	title: 'Sort the dots',
	parameters: {
		labelledCells: {
			label: 'Labelled cells that it learns from',
			unit: 'cells',
			scale: 'log',
			default: 4000,
			min: 6,
			max: 4000,
			integer: true,
			marks: LABELS,
			source: { cite: [], note: 'Your choice.' },
		},
		laboratoriesBefore: {
			label: 'Laboratories that they come from',
			unit: 'laboratories',
			scale: 'log',
			default: 1,
			min: 1,
			max: 64,
			integer: true,
			marks: LABORATORIES,
			source: { cite: [], note: 'Your choice. The labels are shared out among them.' },
		},
		swapping: {
			label: 'Dark and light are swapped in',
			unit: 'choice',
			scale: 'choice',
			default: 'half',
			choices: { half: 'half of the laboratories', never: 'none' },
			source: {
				cite: [],
				note: 'Our choice. Most of what goes wrong in a new laboratory is this, and how often it occurs is invented.',
			},
		},
		ownCue: {
			label: 'A laboratory leaves marks of its own',
			unit: 'choice',
			scale: 'choice',
			default: 'none',
			choices: { none: 'none', mark: 'one corner for yes, one for no' },
			source: { cite: [], note: 'Our choice: something that gives the answer away there and nowhere else.' },
		},
		labelsThere: {
			label: 'Further labels from each new laboratory',
			unit: 'cells',
			scale: 'linear',
			default: 0,
			min: 0,
			max: 64,
			integer: true,
			source: { cite: [], note: 'Your choice. The network goes on learning from these alone, ten times as gently.' },
		},
	},
	outputs: {
		accuracyHere: {
			label: 'Right on unseen cells of laboratories that it learned in',
			short: 'where it learned',
			unit: 'fraction',
			tone: 'baked',
		},
		accuracyNewLab: {
			label: 'Right on cells of twenty new laboratories',
			short: 'new laboratories',
			unit: 'fraction',
			tone: 'ceiling',
		},
		labelsForNinety: {
			label: 'Fewest labels for nine in ten right where it learned',
			unit: 'cells',
			never: 'not with these labels',
		},
		accuracyAlike: { label: 'Right in new laboratories that do not swap dark and light', unit: 'fraction' },
		accuracySwapped: {
			label: 'Right in new laboratories with dark and light swapped',
			unit: 'fraction',
			never: 'no such laboratory',
		},
		accuracyFromNothing: {
			label: 'Right there with the further labels alone',
			unit: 'fraction',
			never: 'no further labels',
		},
	},
});
