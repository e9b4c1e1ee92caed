import { defineExperiment, type Frame } from './experiment.ts';

/** Numbers of labels for the new question, and of practised questions, at which runs are published. */
export const NEW_LABELS = [8, 16, 32, 64, 128, 512] as const;
export const QUESTIONS = [4, 16, 32] as const;

interface QuestionState {
	/** Examples that it has been shown, with repetitions: of the questions before, then of the new one. */
	readonly examples: number;
	/** 0 while it practises, 1 while it learns the new question. */
	readonly stage: 0 | 1;
	/** Share of right answers on unseen cells: to practised questions, then to the new one. */
	readonly right: number;
}
export const frameOf = ({ examples, stage, right }: QuestionState): Frame => [examples, stage, right];
export const readFrame = (frame: Frame): QuestionState => ({
	examples: frame[0]!,
	stage: frame[1] === 1 ? 1 : 0,
	right: frame[2]!,
});

/** Whether practice at other questions makes few labels enough for a new one (claims H2, H4, W7). */
export default defineExperiment({
	id: 'next-question',
	title: 'Then the question changes',
	parameters: {
		newLabels: {
			label: 'Labelled cells for the new question',
			unit: 'cells',
			scale: 'log',
			default: 16,
			min: 8,
			max: 512,
			integer: true,
			marks: NEW_LABELS,
			source: { cite: [], note: 'Your choice.' },
		},
		overlap: {
			label: 'The questions practised before',
			unit: 'choice',
			scale: 'choice',
			default: 'shared',
			choices: { shared: 'share a feature with the new one', none: 'share nothing with it' },
			source: {
				cite: [],
				note: 'Your choice, and the point of the figure: which of the two working life is like, the figure cannot say.',
			},
		},
		questionsBefore: {
			label: 'How many were practised',
			unit: 'count',
			scale: 'linear',
			default: 32,
			min: 0,
			max: 32,
			integer: true,
			marks: [0, ...QUESTIONS],
			source: { cite: [], note: 'Your choice.' },
		},
		answersPerCell: {
			label: 'Of each practised cell it was told',
			unit: 'choice',
			scale: 'choice',
			default: 'all',
			choices: { all: 'the answer to every question', one: 'one answer' },
			source: {
				cite: [],
				note: 'Our choice. With every answer, more questions are also more teaching; with one, the number of answers stays the same.',
			},
		},
		relearned: {
			label: 'For the new question it changes',
			unit: 'choice',
			scale: 'choice',
			default: 'readOut',
			choices: { readOut: 'how features are added up', all: 'all its weights' },
			source: { cite: [], note: 'Our choice.' },
		},
	},
	outputs: {
		accuracyNewQuestion: {
			label: 'Right on the new question',
			short: 'new question',
			unit: 'fraction',
			tone: 'ceiling',
		},
		accuracyFromNothing: {
			label: 'Right on it from the same labels without practice',
			short: 'from nothing',
			unit: 'fraction',
			tone: 'baked',
		},
		accuracyPractised: {
			label: 'Right on the practised questions',
			unit: 'fraction',
			never: 'nothing was practised',
		},
	},
});
