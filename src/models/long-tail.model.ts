import { defineModel, type Card } from '../engine/model.ts';
import { shareOfCommonest, unmetShare, zipfSum } from '../engine/zipf.ts';

interface Tasks {
	readonly taskTypes: number;
	readonly zipf: number;
}

/** Returns the share of a day’s tasks that the commonest `kinds` make up. */
export const coverageOf = ({ taskTypes, zipf }: Tasks, kinds: number): number =>
	shareOfCommonest(kinds, taskTypes, zipf);

/** Returns the number of commonest kinds that the built-in skills cover; halves are rounded up. */
export const kindsCovered = ({
	taskTypes,
	bakedSkills,
	bakedGeneralisation,
}: Readonly<Record<'taskTypes' | 'bakedSkills' | 'bakedGeneralisation', number>>): number =>
	Math.min(Math.floor(bakedSkills * bakedGeneralisation + 0.5), taskTypes);

/** Coverage of one job by a fixed set of skills (claims H3, H4), with task kinds distributed by Zipf's law. */
const model = defineModel({
	id: 'long-tail',
	title: 'A day’s hundred things',
	parameters: {
		taskTypes: {
			label: 'Different task types in the occupation',
			unit: 'types',
			scale: 'log',
			default: 1_000_000,
			min: 1000,
			max: 10_000_000,
			integer: true,
			p05: 100_000,
			p95: 5_000_000,
			source: { cite: [], note: 'Our assumption.' },
		},
		zipf: {
			label: 'How steeply task types thin out',
			unit: '–',
			scale: 'linear',
			default: 1,
			min: 0.5,
			max: 2,
			p05: 0.8,
			p95: 1.2,
			source: { cite: [], note: 'Our assumption: words and many other things are near 1. The exponent of Zipf’s law.' },
		},
		bakedSkills: {
			label: 'Skills built in',
			unit: 'skills',
			scale: 'log',
			default: 1000,
			min: 1,
			max: 10_000_000,
			integer: true,
			tone: 'baked',
			source: { cite: [], note: 'Your choice.' },
		},
		bakedGeneralisation: {
			label: 'Kinds of task that one of those covers',
			unit: 'types',
			scale: 'log',
			default: 10,
			min: 1,
			max: 100_000,
			p05: 1,
			p95: 100,
			tone: 'baked',
			source: {
				cite: [],
				note: 'Our assumption: a skill reaches its neighbours, as an experience does for the learner. At 1 it does not.',
			},
		},
		tasksPerDay: {
			label: 'Tasks in a day',
			unit: 'tasks/day',
			scale: 'linear',
			default: 100,
			min: 10,
			max: 200,
			integer: true,
			p05: 50,
			p95: 160,
			source: {
				cite: ['patel2025', 'gonzalez2004'],
				note: 'The post’s hundred; office observation gives ten spheres of work, and an event about every three minutes, or some 160 in eight hours by our division.',
			},
		},
		daysOnJob: {
			label: 'Days on the job',
			unit: 'days',
			scale: 'log',
			default: 250,
			min: 1,
			max: 2500,
			integer: true,
			tone: 'learner',
			source: { cite: [], note: 'Your choice.' },
		},
		generalisation: {
			label: 'Kinds of task that one experience covers',
			unit: 'types',
			scale: 'log',
			default: 100,
			min: 1,
			max: 100_000,
			p05: 10,
			p95: 1000,
			tone: 'learner',
			source: { cite: [], note: 'Our assumption. At 1 the learner only memorises.' },
		},
	},
	outputs: {
		coverage: { label: 'Share of tasks covered', unit: 'fraction', tone: 'baked' },
		missesPerDay: { label: 'Tasks missed in a day', unit: 'tasks/day', tone: 'baked' },
		cleanDay: { label: 'Chance of a day without a miss', unit: 'fraction', tone: 'baked' },
		learnerMissShare: { label: 'Share that a learner still misses', unit: 'fraction', tone: 'learner' },
	},
	headline: ['missesPerDay', 'coverage', 'learnerMissShare'],
	evaluate(inputs) {
		const { taskTypes, zipf, tasksPerDay, daysOnJob, generalisation } = inputs;
		const K = kindsCovered(inputs);
		const coverage = coverageOf(inputs, K);
		return {
			coverage,
			missesPerDay: (tasksPerDay * zipfSum(K + 1, taskTypes, zipf)) / zipfSum(1, taskTypes, zipf),
			cleanDay: coverage ** tasksPerDay,
			learnerMissShare: unmetShare(taskTypes, zipf, tasksPerDay * daysOnJob * generalisation),
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'If the commonest kinds of task are baked in, how many of a day’s tasks are still missed?',
	symbols: {
		taskTypes: 'M_t',
		zipf: 's',
		bakedSkills: 'K_b',
		bakedGeneralisation: 'g_b',
		tasksPerDay: 'm',
		daysOnJob: 'd',
		generalisation: 'G',
		coverage: 'c',
		missesPerDay: 'm(1-c)',
		cleanDay: 'c^m',
		learnerMissShare: 'u',
	},
	equation: String.raw`p_r \propto r^{-\q{zipf}}
		\qquad \q{coverage} = \sum_{r \le \q{bakedSkills}\,\q{bakedGeneralisation}} p_r
		\qquad \q{learnerMissShare} = \sum_r p_r (1-p_r)^{\q{tasksPerDay}\,\q{daysOnJob}\,\q{generalisation}}`,
	source: { cite: ['patel2025'], note: 'Ours: the post’s day of judgements, with a long tail assumed.' },
	leavesOut:
		'The shape of the tail is assumed and never measured, the neighbours that a skill reaches are taken to be the next commonest, and one miss is not as bad as another.',
	examples: [
		{
			given: {},
			expect: { coverage: 0.680038, missesPerDay: 31.9962, cleanDay: 1.79e-17, learnerMissShare: 0.0930786 },
		},
		{ given: { bakedGeneralisation: 1 }, expect: { coverage: 0.520087, missesPerDay: 47.9913 } },
		{ given: { bakedGeneralisation: 100 }, expect: { missesPerDay: 15.9982 } },
		{ given: { generalisation: 1 }, expect: { learnerMissShare: 0.401599 } },
		{ given: { bakedSkills: 10_000_000 }, expect: { coverage: 1, missesPerDay: 0, cleanDay: 1 } },
	],
	laws: [
		{ says: 'more baked in, fewer missed', output: 'missesPerDay', falls: 'bakedSkills' },
		{ says: 'skills that reach further miss less', output: 'missesPerDay', falls: 'bakedGeneralisation' },
		{ says: 'days teach', output: 'learnerMissShare', falls: 'daysOnJob' },
		{ says: 'generalising helps', output: 'learnerMissShare', falls: 'generalisation' },
		{
			says: 'what is not covered is missed',
			holds: ({ tasksPerDay }, { coverage, missesPerDay }) =>
				Math.abs(tasksPerDay * (1 - coverage) - missesPerDay) < 1e-9 * tasksPerDay,
		},
	],
});
