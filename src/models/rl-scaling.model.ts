import { defineModel, type Card } from '../engine/model.ts';
import { computeSymbols, gptLevel } from '../parameters/compute.ts';

interface Slopes {
	readonly inferencePerPretraining: number;
	readonly rlPerInference: number;
}

/** Returns the ratio of the orders of compute that RL and pretraining need for the same gain. */
export const steepness = ({ inferencePerPretraining: t, rlPerInference: k }: Slopes): number => t * k;

/** RL compute that buys one GPT level (claims R2, R3). Formula: Ord 2025, in orders of magnitude. */
const model = defineModel({
	id: 'rl-scaling',
	title: 'RL compute per GPT level',
	parameters: {
		gptLevel,
		inferencePerPretraining: {
			label: 'Thinking tenfolds per pretraining tenfold',
			unit: 'OOM/OOM',
			scale: 'linear',
			default: 1.5,
			min: 0.5,
			max: 2.5,
			p05: 1,
			p95: 2,
			tone: 'inference',
			positions: { 'ord-reply': 1, 'short-timelines': 1 },
			source: {
				cite: ['ord2025rl', 'villalobos2023', 'jones2021'],
				note: 'Ord uses 1.5. Epoch’s survey has one tenfold of training buy one to two of thinking in most language tasks, two buy two to three where reasoning is sequential, and three to four buy five to six where answers are cheap to check; board games gave 1.18.',
			},
		},
		rlPerInference: {
			label: 'RL tenfolds per thinking tenfold',
			unit: 'OOM/OOM',
			scale: 'linear',
			default: 2,
			min: 1,
			max: 3,
			p05: 1.3,
			p95: 2.1,
			tone: 'rl',
			positions: { 'ord-reply': 2, 'short-timelines': 1 },
			beyond:
				'For short timelines we put RL on a level with pretraining, which is our assumption: a steeper slope than any that Ord reads off the charts.',
			source: {
				cite: ['ord2025rl'],
				note: 'Ord rounds to 2. The slopes he is reported to read off the charts give 1.82 and 1.94; his rule of thumb, 10× for 3×, gives 2.10.',
			},
		},
		gptLevels: {
			label: 'GPT levels wanted',
			unit: 'levels',
			scale: 'linear',
			default: 1,
			min: 0.5,
			max: 3,
			source: { cite: [], note: 'Your choice.' },
		},
		rlShare: {
			label: 'RL share of training compute today',
			unit: 'fraction',
			scale: 'linear',
			default: 0.5,
			min: 0.01,
			max: 0.95,
			p05: 0.04,
			p95: 0.6,
			tone: 'bill',
			source: {
				cite: ['ord2025rl'],
				note: 'Half is one reading of a Grok 4 launch slide, and disputed; in the first reasoning models it was about 1%.',
			},
		},
		computeGrowth: {
			label: 'Growth of frontier training compute',
			unit: '×/yr',
			scale: 'log',
			default: 4.5,
			min: 1.5,
			max: 10,
			p05: 3,
			p95: 5.5,
			source: { cite: ['epoch2024growth'], note: 'Epoch measures 4 to 5 times a year from 2010 to 2024.' },
		},
		rlEfficiencyGrowth: {
			label: 'Yearly gain in RL’s own efficiency',
			unit: '×/yr',
			scale: 'log',
			default: 1,
			min: 1,
			max: 10,
			p05: 1,
			p95: 3,
			source: { cite: [], note: 'Our assumption; 1 is Ord’s reading, in which the recipe stands still.' },
		},
	},
	outputs: {
		orders: { label: 'Tenfolds of RL needed', unit: 'orders', tone: 'rl' },
		rlScaleUp: { label: 'RL', unit: '×', tone: 'rl' },
		inferenceScaleUp: { label: 'Thinking time', unit: '×', tone: 'inference' },
		pretrainingScaleUp: { label: 'Pretraining', unit: '×', tone: 'pretraining' },
		totalScaleUp: { label: 'Total training bill', unit: '×', tone: 'bill' },
		doublesTotalAt: { label: 'RL multiple that doubles the bill', unit: '×', tone: 'bill' },
		years: { label: 'Years to afford it', unit: 'yr', tone: 'rl' },
		pretrainingYears: { label: 'Years to afford the pretraining way', unit: 'yr', tone: 'pretraining' },
	},
	guess: 'rlScaleUp',
	headline: ['rlScaleUp', 'years', 'totalScaleUp'],
	evaluate(inputs) {
		const {
			gptLevel: level,
			inferencePerPretraining: t,
			gptLevels: levels,
			rlShare: f,
			computeGrowth,
			rlEfficiencyGrowth,
		} = inputs;
		// Natural logarithms: Math.exp takes half the time of a power of ten, and each slider step makes 30,000 of these
		// calls.
		const pretraining = Math.log(level) * levels;
		const rl = steepness(inputs) * pretraining;
		const rlScaleUp = Math.exp(rl);
		const totalScaleUp = 1 - f + f * rlScaleUp;
		return {
			orders: rl / Math.LN10,
			rlScaleUp,
			inferenceScaleUp: Math.exp(t * pretraining),
			pretrainingScaleUp: Math.exp(pretraining),
			totalScaleUp,
			doublesTotalAt: 1 + 1 / f,
			years: Math.log(totalScaleUp) / Math.log(computeGrowth * rlEfficiencyGrowth),
			pretrainingYears: pretraining / Math.log(computeGrowth),
		};
	},
	presets: [
		{
			name: 'Ord',
			cite: ['ord2025rl'],
			values: { gptLevel: 100, inferencePerPretraining: 1.5, rlPerInference: 2, gptLevels: 1 },
		},
		{
			name: 'Ord’s reply, length alone',
			cite: ['ord2025reply'],
			values: { gptLevel: 100, inferencePerPretraining: 1, rlPerInference: 2, gptLevels: 1 },
		},
		{
			name: 'Middle of Epoch’s range',
			cite: ['villalobos2023'],
			values: { gptLevel: 100, inferencePerPretraining: 1.25, rlPerInference: 2, gptLevels: 1 },
		},
		{
			name: 'Slope 1.82, as read',
			cite: ['ord2025rl'],
			values: { gptLevel: 100, inferencePerPretraining: 1.5, rlPerInference: 1.82, gptLevels: 1 },
		},
		{
			name: 'Slope 1.94, as read',
			cite: ['ord2025rl'],
			values: { gptLevel: 100, inferencePerPretraining: 1.5, rlPerInference: 1.94, gptLevels: 1 },
		},
		{
			name: 'Rule of thumb, 2.10',
			cite: ['ord2025rl'],
			values: { gptLevel: 100, inferencePerPretraining: 1.5, rlPerInference: 2.1, gptLevels: 1 },
		},
		{
			name: 'RL as good as pretraining',
			cite: [],
			values: { gptLevel: 100, inferencePerPretraining: 1, rlPerInference: 1, gptLevels: 1 },
		},
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How much more reinforcement learning buys what one GPT level of pretraining bought?',
	symbols: {
		...computeSymbols,
		inferencePerPretraining: 't',
		rlPerInference: 'k',
		gptLevels: '\\ell',
		rlShare: 'f',
		computeGrowth: 'g',
		rlEfficiencyGrowth: 'e',
		orders: '\\log_{10} S',
		rlScaleUp: 'S',
		inferenceScaleUp: 'S_I',
		pretrainingScaleUp: 'S_P',
		totalScaleUp: 'T',
		doublesTotalAt: 'm_2',
		years: 'Y',
		pretrainingYears: 'Y_P',
	},
	equation: String.raw`\q{rlScaleUp} = \q{gptLevel}^{\,\q{inferencePerPretraining}\,\q{rlPerInference}\,\q{gptLevels}}
		\qquad \q{totalScaleUp} = (1-\q{rlShare}) + \q{rlShare}\,\q{rlScaleUp}
		\qquad \q{years} = \frac{\ln \q{totalScaleUp}}{\ln(\q{computeGrowth}\,\q{rlEfficiencyGrowth})}`,
	source: { cite: ['ord2025rl'], note: 'Ord’s argument, written as exponents.' },
	leavesOut:
		'It treats three kinds of compute as interchangeable, reads straight lines off bounded scores, rests ' +
		'on one benchmark, and lets no recipe improve unless you move the last slider.',
	examples: [
		{
			given: {},
			expect: {
				orders: 6,
				rlScaleUp: 1e6,
				inferenceScaleUp: 1000,
				pretrainingScaleUp: 100,
				totalScaleUp: 500_000.5,
				doublesTotalAt: 3,
				years: 8.72453,
				pretrainingYears: 3.06179,
			},
		},
		{ given: { rlPerInference: 30 / 16.5 }, expect: { rlScaleUp: 284_804 } },
		{ given: { inferencePerPretraining: 1 }, expect: { rlScaleUp: 10_000 } },
		{
			given: { rlShare: 0.01, gptLevel: 10, inferencePerPretraining: 1, rlPerInference: 1 },
			expect: { totalScaleUp: 1.09 },
		},
		{
			given: { rlShare: 0.5, gptLevel: 10, inferencePerPretraining: 1, rlPerInference: 1 },
			expect: { totalScaleUp: 5.5 },
		},
	],
	laws: [
		{ says: 'dearer RL never makes a level cheaper', output: 'rlScaleUp', rises: 'rlPerInference' },
		{ says: 'a dearer level costs more RL', output: 'rlScaleUp', rises: 'gptLevel' },
		{ says: 'more levels take more years', output: 'years', rises: 'gptLevels' },
		{ says: 'faster growth of compute shortens the wait', output: 'years', falls: 'computeGrowth' },
		{
			says: 'the bill never rises more than the RL in it',
			holds: (_, { totalScaleUp, rlScaleUp }) => totalScaleUp <= rlScaleUp * (1 + 1e-12),
		},
		{ says: 'the bill never falls', holds: (_, { totalScaleUp }) => totalScaleUp >= 1 },
	],
});
