import { defineExperiment, type Frame } from './experiment.ts';

/** Scored tries after which a run ends. */
export const MOST_TRIES = 1_000_000;

/** The two pupils of a run, in the order in which frames number them. */
export const PUPILS = ['shown', 'scored'] as const;
export type Pupil = (typeof PUPILS)[number];

/** A frame has the pupil, its lessons so far, and the probability with which it opens the lock. */
export const frameOf = (pupil: Pupil, lessons: number, passRate: number): Frame => [
	PUPILS.indexOf(pupil),
	lessons,
	passRate,
];
export const readFrame = (frame: Frame) => ({ pupil: PUPILS[frame[0]!]!, lessons: frame[1]!, passRate: frame[2]! });

/** What a demonstration teaches, and what a pass or a fail at the end does (claims R2, R3). */
export default defineExperiment({
	id: 'shown-or-scored',
	title: 'Shown or scored',
	parameters: {
		steps: {
			label: 'Steps of the lock',
			unit: 'steps',
			scale: 'linear',
			default: 4,
			min: 1,
			max: 8,
			integer: true,
			source: { cite: [], note: 'Your choice.' },
		},
		choices: {
			label: 'Choices at each step',
			unit: 'choices',
			scale: 'linear',
			default: 4,
			min: 2,
			max: 6,
			integer: true,
			source: { cite: [], note: 'Our choice.' },
		},
		demonstrationsFirst: {
			label: 'Demonstrations before it is scored',
			unit: 'demonstrations',
			scale: 'linear',
			default: 0,
			min: 0,
			max: 50,
			integer: true,
			tone: 'learner',
			source: {
				cite: [],
				note: 'Your choice. Laboratories show their models people’s answers before they score the model’s own.',
			},
		},
		scoreEveryStep: {
			label: 'What is scored',
			unit: 'choice',
			scale: 'choice',
			default: 'off',
			choices: { off: 'the whole try', on: 'each step' },
			source: { cite: [], note: 'Our choice.' },
		},
	},
	outputs: {
		shownToHalf: {
			label: 'Demonstrations until it opens the lock every other time',
			short: 'shown',
			unit: 'demonstrations',
			tone: 'pretraining',
		},
		scoredToHalf: {
			label: 'Scored tries until it opens the lock every other time',
			short: 'scored',
			unit: 'tries',
			never: 'not in a million tries',
			tone: 'rl',
		},
		ratio: { label: 'Scored tries for each demonstration', unit: '×', never: 'no number', tone: 'rl' },
		passRate: { label: 'Tries that open it after a thousand scored ones', unit: 'fraction', tone: 'rl' },
	},
});
