import { defineModel, type Card } from '../engine/model.ts';
import { imitationSymbols, replicationLag } from '../parameters/imitation.ts';

interface Fleet {
	readonly learningExponent: number;
	readonly instances: number;
	readonly fleetGrowth: number;
	readonly replicationLag: number;
	readonly spillover: number;
}
type Exponent = Pick<Fleet, 'learningExponent'>;

/** Returns the share of the lessons that `copies` copies have left to learn. */
export const unlearnedAfter = ({ learningExponent: a }: Exponent, copies: number): number => copies ** -a;

/** Returns the share of the lessons that the last of `copies` copies adds. */
export const lastCopyAdds = ({ learningExponent: a }: Exponent, copies: number): number => a * copies ** (-a - 1);

/** Returns the share that the first `copies` copies learn together: 1 − n^−a, accurate for small values too. */
const closedBy = ({ learningExponent: a }: Exponent, copies: number): number => -Math.expm1(-a * Math.log(copies));

/** Returns the fleet that a rival learns from: the leader's, `replicationLag` months ago, unless lessons leak. */
export const rivalFleet = ({ instances, fleetGrowth, replicationLag: lag, spillover }: Fleet): number =>
	instances * fleetGrowth ** ((-lag * (1 - spillover)) / 12);

/** Returns of scale in learning (claims B2, B5): a power law in the number of copies. */
const model = defineModel({
	id: 'fleet-learning',
	title: 'What a fleet still learns',
	parameters: {
		learningExponent: {
			label: 'Learning exponent',
			unit: '–',
			scale: 'linear',
			default: 0.3219281,
			min: 0.05,
			max: 1,
			p05: 0.1,
			p95: 0.6,
			tone: 'learner',
			source: {
				cite: ['owid-learning', 'hutter2021'],
				note: 'Our choice of Wright’s law: a fifth less for each doubling. Hutter derives such exponents from long tails.',
			},
		},
		instances: {
			label: 'Deployed copies',
			unit: 'instances',
			scale: 'log',
			default: 1000,
			min: 1,
			max: 1_000_000_000,
			tone: 'learner',
			source: { cite: [], note: 'Your choice.' },
		},
		fleetGrowth: {
			label: 'Growth of the fleet',
			unit: '×/yr',
			scale: 'log',
			default: 3,
			min: 1.01,
			max: 20,
			p05: 1.5,
			p95: 10,
			tone: 'learner',
			source: { cite: [], note: 'Our assumption.' },
		},
		replicationLag,
		spillover: {
			label: 'Share of the leader’s lessons that rivals get',
			unit: 'fraction',
			scale: 'linear',
			default: 0,
			min: 0,
			max: 1,
			p05: 0,
			p95: 0.5,
			tone: 'rival',
			source: { cite: [], note: 'Our assumption.' },
		},
	},
	outputs: {
		unlearned: { label: 'Still unlearned', unit: 'fraction', tone: 'learner' },
		firstThousandClose: { label: 'What the first thousand learn', unit: 'fraction', tone: 'learner' },
		nextThousandClose: { label: 'What the next thousand add', unit: 'fraction', tone: 'learner' },
		doublingCut: { label: 'What each doubling removes', unit: 'fraction', tone: 'learner' },
		marginalInstance: { label: 'What the last copy adds', unit: 'fraction', tone: 'learner' },
		leadRatio: { label: 'Leader’s ignorance beside a follower’s', unit: 'fraction', tone: 'rival' },
	},
	headline: ['nextThousandClose', 'unlearned', 'leadRatio'],
	evaluate(inputs) {
		return {
			unlearned: unlearnedAfter(inputs, inputs.instances),
			firstThousandClose: closedBy(inputs, 1000),
			nextThousandClose: unlearnedAfter(inputs, 1000) - unlearnedAfter(inputs, 2000),
			doublingCut: closedBy(inputs, 2),
			marginalInstance: lastCopyAdds(inputs, inputs.instances),
			leadRatio: unlearnedAfter(inputs, inputs.instances / rivalFleet(inputs)),
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How much is left to learn after a thousand copies, or a million, have worked and reported back?',
	symbols: {
		learningExponent: 'a',
		instances: 'n',
		fleetGrowth: 'g',
		...imitationSymbols,
		spillover: '\\varsigma',
		unlearned: 'n^{-a}',
		firstThousandClose: 'G_1',
		nextThousandClose: 'G_2',
		doublingCut: '1-2^{-a}',
		marginalInstance: 'a n^{-a-1}',
		leadRatio: '\\rho',
	},
	equation: String.raw`\text{unlearned} = \q{instances}^{-\q{learningExponent}}
		\qquad \q{leadRatio} = \q{fleetGrowth}^{-\q{learningExponent}\,\q{replicationLag}\,(1-\q{spillover})/12}`,
	source: {
		cite: ['patel2025', 'hutter2021'],
		note: 'The post’s guess that deployment pays as a power of the number of copies.',
	},
	leavesOut:
		'Pooling is taken to be perfect and free, every copy to meet the same kind of work, and the work to hold still.',
	examples: [
		{
			given: {},
			expect: {
				unlearned: 0.108197,
				firstThousandClose: 0.891803,
				nextThousandClose: 0.0216394,
				doublingCut: 0.2,
				marginalInstance: 3.48317e-5,
				leadRatio: 0.888793,
			},
		},
		{ given: { spillover: 1 }, expect: { leadRatio: 1 } },
	],
	laws: [
		{ says: 'more copies, less unlearned', output: 'unlearned', falls: 'instances' },
		{ says: 'each further copy teaches less', output: 'marginalInstance', falls: 'instances' },
		{ says: 'what leaks narrows the lead', output: 'leadRatio', rises: 'spillover' },
		{ says: 'a leader is never behind', holds: (_, { leadRatio }) => leadRatio > 0 && leadRatio <= 1 },
	],
});
