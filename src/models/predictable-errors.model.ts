import { defineModel, type Card } from '../engine/model.ts';
import { fewestFor, shareOfCommonest } from '../engine/zipf.ts';

/** Share of all mistakes that training is to prevent. */
const PREVENTED_SHARE = 0.9;

/** Cost of preventing errors by kind, for people and for models (claim O1). */
const model = defineModel({
	id: 'predictable-errors',
	title: 'Mistakes that can be taught against',
	parameters: {
		humanErrorTypes: {
			label: 'Kinds of mistake that learners make',
			unit: 'kinds',
			scale: 'log',
			default: 200,
			min: 10,
			max: 10_000,
			integer: true,
			p05: 100,
			p95: 500,
			tone: 'people',
			source: { cite: [], note: 'Our assumption.' },
		},
		humanErrorSkew: {
			label: 'How concentrated their mistakes are (Zipf)',
			unit: '–',
			scale: 'linear',
			default: 1.5,
			min: 0,
			max: 2.5,
			p05: 1.2,
			p95: 1.8,
			tone: 'people',
			source: { cite: [], note: 'Our assumption.' },
		},
		modelErrorTypes: {
			label: 'Kinds of mistake that a model makes',
			unit: 'kinds',
			scale: 'log',
			default: 100_000,
			min: 100,
			max: 1_000_000,
			integer: true,
			p05: 10_000,
			p95: 500_000,
			tone: 'copies',
			source: { cite: [], note: 'Our assumption.' },
		},
		modelErrorSkew: {
			label: 'How concentrated its mistakes are (Zipf)',
			unit: '–',
			scale: 'linear',
			default: 0.5,
			min: 0,
			max: 2.5,
			p05: 0.2,
			p95: 0.9,
			tone: 'copies',
			source: { cite: [], note: 'Our assumption.' },
		},
		lessons: {
			label: 'Mistakes pre-empted, commonest first',
			unit: 'lessons',
			scale: 'log',
			default: 50,
			min: 1,
			max: 10_000,
			integer: true,
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		humanCoverage: { label: 'Pupils’ mistakes pre-empted', short: 'Pupils', unit: 'fraction', tone: 'people' },
		modelCoverage: { label: 'A model’s mistakes pre-empted', short: 'A model', unit: 'fraction', tone: 'copies' },
		humanLessonsFor90: { label: 'Lessons for nine in ten of the pupils’', unit: 'lessons', tone: 'people' },
		modelLessonsFor90: { label: 'Lessons for nine in ten of the model’s', unit: 'lessons', tone: 'copies' },
	},
	headline: ['modelCoverage', 'humanCoverage', 'modelLessonsFor90'],
	evaluate({ humanErrorTypes, humanErrorSkew, modelErrorTypes, modelErrorSkew, lessons }) {
		return {
			humanCoverage: shareOfCommonest(lessons, humanErrorTypes, humanErrorSkew),
			modelCoverage: shareOfCommonest(lessons, modelErrorTypes, modelErrorSkew),
			humanLessonsFor90: fewestFor(PREVENTED_SHARE, humanErrorTypes, humanErrorSkew),
			modelLessonsFor90: fewestFor(PREVENTED_SHARE, modelErrorTypes, modelErrorSkew),
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How many lessons pre-empt nine mistakes in ten, for pupils and for a model?',
	symbols: {
		humanErrorTypes: 'n_h',
		humanErrorSkew: 's_h',
		modelErrorTypes: 'n_m',
		modelErrorSkew: 's_m',
		lessons: '\\ell',
		humanCoverage: 'c_h',
		modelCoverage: 'c_m',
		humanLessonsFor90: '\\ell_h',
		modelLessonsFor90: '\\ell_m',
	},
	equation: String.raw`\q{humanCoverage} = \frac{\sum_{r \le \q{lessons}} r^{-\q{humanErrorSkew}}}{\sum_{r \le \q{humanErrorTypes}} r^{-\q{humanErrorSkew}}}
		\qquad \q{modelCoverage} = \frac{\sum_{r \le \q{lessons}} r^{-\q{modelErrorSkew}}}{\sum_{r \le \q{modelErrorTypes}} r^{-\q{modelErrorSkew}}}`,
	source: { cite: [], note: 'Ours, after a reader’s reply to the post.' },
	leavesOut:
		'Nobody has counted a model’s kinds of mistake, a lesson against one often mends its neighbours, and both lists change as the learner does.',
	examples: [
		{
			given: {},
			expect: { humanCoverage: 0.943269, modelCoverage: 0.0202099, humanLessonsFor90: 27, modelLessonsFor90: 81_042 },
		},
	],
	laws: [
		{ says: 'more lessons cover more', output: 'modelCoverage', rises: 'lessons' },
		{ says: 'more concentrated mistakes need fewer lessons', output: 'humanLessonsFor90', falls: 'humanErrorSkew' },
		{
			says: 'the lessons counted are enough, and one fewer is not',
			holds: ({ modelErrorTypes, modelErrorSkew }, { modelLessonsFor90: n }) =>
				shareOfCommonest(n, modelErrorTypes, modelErrorSkew) >= PREVENTED_SHARE - 1e-9 &&
				shareOfCommonest(n - 1, modelErrorTypes, modelErrorSkew) < PREVENTED_SHARE + 1e-9,
		},
	],
});
