import { defineModel, type Card } from '../engine/model.ts';
import { lessonCost, showHours, showingSymbols, wage } from '../parameters/showing.ts';

/** Compares baking a skill in once with learning it on the job (claims W2, W7). */
const model = defineModel({
	id: 'bake-or-learn',
	title: 'Bake in, or learn on the job',
	parameters: {
		environmentCost: {
			label: 'Cost of one RL environment',
			unit: '$',
			scale: 'log',
			default: 20_000,
			min: 1000,
			max: 500_000,
			p05: 5000,
			p95: 300_000,
			tone: 'baked',
			source: {
				cite: ['barber2026'],
				note: 'Reported: about $20,000 for a copy of a website, about $300,000 for a rich product.',
			},
		},
		tasksPerSkill: {
			label: 'Tasks bought per skill',
			unit: 'tasks',
			scale: 'log',
			default: 100,
			min: 1,
			max: 5000,
			p05: 30,
			p95: 1000,
			tone: 'baked',
			source: { cite: [], note: 'Our assumption.' },
		},
		taskCost: {
			label: 'Cost of one RL task',
			unit: '$',
			scale: 'log',
			default: 1000,
			min: 1,
			max: 5000,
			p05: 200,
			p95: 2000,
			tone: 'baked',
			source: { cite: ['barber2026'], note: 'Reported: mostly $200 to $2,000.' },
		},
		skillsPerJob: {
			label: 'Skills in a job',
			unit: 'skills',
			scale: 'log',
			default: 100,
			min: 10,
			max: 1000,
			p05: 30,
			p95: 300,
			source: { cite: ['patel2025'], note: 'The post’s hundred things.' },
		},
		localShare: {
			label: 'Share of skills that are local to one firm',
			unit: 'fraction',
			scale: 'linear',
			default: 0.5,
			min: 0,
			max: 1,
			p05: 0.2,
			p95: 0.8,
			tone: 'local',
			source: {
				cite: ['mgi2022'],
				note: 'Our assumption. McKinsey is reported to put about half of human capital down to experience.',
			},
		},
		firms: {
			label: 'Firms that could share a pre-baked skill',
			unit: 'firms',
			scale: 'log',
			default: 100_000,
			min: 1,
			max: 10_000_000,
			p05: 1000,
			p95: 1_000_000,
			tone: 'baked',
			source: { cite: [], note: 'Our assumption.' },
		},
		wage,
		showHours,
	},
	outputs: {
		bakeCostPerSkill: { label: 'Cost of baking one skill in', unit: '$', tone: 'baked' },
		bakePerFirm: { label: 'Baking everything, per firm', short: 'Baking', unit: '$', tone: 'baked' },
		learnPerFirm: { label: 'Teaching everything, per firm', short: 'Teaching', unit: '$', tone: 'people' },
		bakeOverLearn: { label: 'Baking everything, beside teaching it', unit: '×', tone: 'baked' },
		mixedPerFirm: { label: 'The cheaper way for each skill', short: 'Best mixture', unit: '$', tone: 'local' },
		localShareBreakEven: { label: 'Local share below which baking alone wins', unit: 'fraction', tone: 'local' },
	},
	headline: ['localShareBreakEven', 'bakePerFirm', 'learnPerFirm', 'mixedPerFirm'],
	evaluate(inputs) {
		const { environmentCost, tasksPerSkill, taskCost, skillsPerJob: K, localShare, firms: M } = inputs;
		const F = environmentCost + tasksPerSkill * taskCost;
		const lesson = lessonCost(inputs);
		const bakePerFirm = K * F * ((1 - localShare) / M + localShare);
		const learnPerFirm = K * lesson;
		return {
			bakeCostPerSkill: F,
			bakePerFirm,
			learnPerFirm,
			bakeOverLearn: bakePerFirm / learnPerFirm,
			mixedPerFirm: K * ((1 - localShare) * Math.min(F / M, lesson) + localShare * Math.min(F, lesson)),
			localShareBreakEven:
				M === 1 ? (F <= lesson ? 1 : 0) : Math.min(1, Math.max(0, (lesson / F - 1 / M) / (1 - 1 / M))),
		};
	},
	presets: [
		{
			name: 'An environment for every skill',
			cite: ['barber2026'],
			values: { environmentCost: 20_000, tasksPerSkill: 100, taskCost: 1000, showHours: 2 },
		},
		{
			name: 'A few examples are enough',
			cite: [],
			values: { environmentCost: 1000, tasksPerSkill: 1, taskCost: 1, showHours: 20 },
		},
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question:
		'How much of a job must be the same everywhere before training for it once is cheaper than teaching it each time?',
	symbols: {
		environmentCost: 'V',
		tasksPerSkill: 'n_t',
		taskCost: 'p_t',
		skillsPerJob: 'K',
		localShare: '\\gamma',
		firms: 'M',
		...showingSymbols,
		bakeCostPerSkill: 'F',
		bakePerFirm: 'B',
		learnPerFirm: 'Q',
		bakeOverLearn: 'B/Q',
		mixedPerFirm: 'X',
		localShareBreakEven: '\\gamma^{*}',
	},
	equation: String.raw`\begin{gathered} \q{bakeCostPerSkill} = \q{environmentCost} + \q{tasksPerSkill}\,\q{taskCost}
		\qquad \q{bakePerFirm} = \q{skillsPerJob}\,\q{bakeCostPerSkill}\left(\frac{1-\q{localShare}}{\q{firms}}+\q{localShare}\right)
		\\[0.6em] \q{learnPerFirm} = \q{skillsPerJob}\,\q{wage}\,\q{showHours} \end{gathered}`,
	source: { cite: ['patel2025'], note: 'Ours, from the post’s reply to the argument that training once is cheaper.' },
	leavesOut:
		'Every skill is given a practice world of its own, and a local one at each firm, which is dear. Baked skills carry over to their neighbours; a shared lesson spreads in an instant and a person forgets; and what a firm would pay for speed is not in it.',
	examples: [
		{
			given: {},
			expect: {
				bakeCostPerSkill: 120_000,
				bakePerFirm: 6_000_060,
				learnPerFirm: 12_000,
				bakeOverLearn: 500.005,
				mixedPerFirm: 6060,
				localShareBreakEven: 0.00099001,
			},
		},
		{ given: { firms: 1 }, expect: { localShareBreakEven: 0 } },
	],
	laws: [
		{ says: 'a more local job is dearer to bake', output: 'bakePerFirm', rises: 'localShare' },
		{ says: 'more firms to share with never raise the price', output: 'bakePerFirm', falls: 'firms' },
		{
			says: 'choosing skill by skill is never dearer than either extreme',
			holds: (_, o) => o.mixedPerFirm <= Math.min(o.bakePerFirm, o.learnPerFirm) * (1 + 1e-12),
		},
	],
});
