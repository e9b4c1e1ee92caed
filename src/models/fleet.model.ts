import { defineModel, type Card } from '../engine/model.ts';
import { zipfTail } from '../engine/zipf.ts';
import { work } from '../parameters/fleet.ts';
import { imitationSymbols, replicationLag } from '../parameters/imitation.ts';

interface Fleet {
	readonly instances: number;
	readonly situations: number;
	readonly situationTail: number;
	readonly casesPerCopy: number;
	readonly pooledShare: number;
	readonly churn: number;
	readonly fleetGrowth: number;
	readonly replicationLag: number;
}

/** Returns the number of cases that a copy knows of: its own, and the pooled share of every other copy's. */
const casesKnown = ({ casesPerCopy, pooledShare }: Fleet, copies: number): number =>
	casesPerCopy * (1 + pooledShare * (Math.max(1, copies) - 1));

/** Returns what fleets of any size know and do not, with the distribution of situations computed once. */
function learning(fleet: Fleet) {
	const { metBetween } = zipfTail(fleet.situations, fleet.situationTail);
	const lasting = 1 - fleet.churn;
	return {
		/** Share of tomorrow's cases that a fleet of this size knows. */
		known: (copies: number): number => lasting * Math.min(1, metBetween(0, casesKnown(fleet, copies))),
		/** Share of tomorrow's cases that a fleet of `to` copies knows and one of `from` copies does not. */
		added: (from: number, to: number): number => lasting * metBetween(casesKnown(fleet, from), casesKnown(fleet, to)),
		/** Share of situations, by frequency, that a fleet of this size has not met. */
		unmet: (copies: number): number => metBetween(casesKnown(fleet, copies), Infinity),
	};
}

/** Returns the share of tomorrow's cases that a fleet of `copies` copies knows. */
export const knownTo = (fleet: Fleet, copies: number): number => learning(fleet).known(copies);

/** Returns the fleet that a rival learns from: the leader's, `replicationLag` months ago. */
export const rivalFleet = ({ instances, fleetGrowth, replicationLag: lag }: Fleet): number =>
	instances * fleetGrowth ** (-lag / 12);

/** Returns the exponent with which the share not met falls from `copies` copies to twice as many: −d ln U/d ln n. */
export function exponentOver(fleet: Fleet, copies: number): number {
	const { unmet } = learning(fleet);
	return Math.log2(unmet(copies) / unmet(2 * copies));
}

/** Sizes of fleet at which the curve is drawn, from one copy to a billion. */
const DRAWN = Array.from({ length: 81 }, (_, i) => 10 ** ((9 * i) / 80));

/** What a fleet that pools its cases knows, with situations distributed by Zipf's law (claims B2, B5). */
const model = defineModel({
	id: 'fleet',
	title: 'What a fleet knows',
	parameters: {
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
		...work,
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
	},
	outputs: {
		known: { label: 'Share of tomorrow’s cases known', unit: 'fraction', tone: 'learner' },
		knownAlone: { label: 'Known to one copy alone', unit: 'fraction', tone: 'learner' },
		doublingAdds: { label: 'What a fleet twice as large adds', unit: 'fraction', tone: 'learner' },
		firstThousand: { label: 'What the first thousand learn', unit: 'fraction', tone: 'learner' },
		nextThousand: { label: 'What the next thousand add', unit: 'fraction', tone: 'learner' },
		leadRatio: { label: 'Leader’s ignorance beside a follower’s', unit: 'fraction', tone: 'rival' },
	},
	headline: ['known', 'nextThousand', 'leadRatio'],
	paths: {
		/** The share of tomorrow's cases that is known, by size of fleet. One distribution serves all sizes of a run. */
		known: (inputs) => {
			const { known } = learning(inputs);
			return DRAWN.map((copies) => [copies, known(copies)]);
		},
	},
	evaluate(inputs) {
		const { known, added, unmet } = learning(inputs);
		const { instances } = inputs;
		const behind = unmet(rivalFleet(inputs));
		return {
			known: known(instances),
			knownAlone: known(1),
			doublingAdds: added(instances, 2 * instances),
			firstThousand: known(1000),
			nextThousand: added(1000, 2000),
			leadRatio: behind === 0 ? 1 : unmet(instances) / behind,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How much of tomorrow’s work does a fleet know that pools what its copies have met?',
	symbols: {
		instances: 'n',
		situations: 'V',
		situationTail: 's',
		casesPerCopy: 'm',
		pooledShare: '\\varphi',
		churn: '\\chi',
		fleetGrowth: 'g',
		...imitationSymbols,
		known: 'k',
		knownAlone: 'k_1',
		doublingAdds: 'k_2-k',
		firstThousand: 'G_1',
		nextThousand: 'G_2',
		leadRatio: '\\rho',
	},
	equation: String.raw`\q{known} = (1-\q{churn})\,(1-U(\q{instances}))
		\qquad U(n) = \sum_{r \le \q{situations}} p_r\,(1-p_r)^{\q{casesPerCopy}\,(1+\q{pooledShare}\,(n-1))},\; p_r \propto r^{-\q{situationTail}}
		\qquad \q{leadRatio} = \frac{U(\q{instances})}{U(\q{instances}\,\q{fleetGrowth}^{-\q{replicationLag}/12})}`,
	source: {
		cite: ['patel2025', 'hutter2021'],
		note: 'Ours: the post’s guess that deployment pays as a power of the number of copies, put as chances to meet each situation.',
	},
	leavesOut:
		'One lesson helps with no other situation, every copy meets the same mix of work, and a situation that was met once is known for good.',
	examples: [
		{
			given: {},
			expect: {
				known: 0.646439,
				knownAlone: 0.167345,
				doublingAdds: 0.0479182,
				firstThousand: 0.646439,
				nextThousand: 0.0479182,
				leadRatio: 0.93305,
			},
		},
		{ given: { pooledShare: 0 }, expect: { known: 0.167345, doublingAdds: 0, leadRatio: 1 } },
		{ given: { churn: 1 }, expect: { known: 0, nextThousand: 0 } },
	],
	laws: [
		{ says: 'more copies know more', output: 'known', rises: 'instances' },
		{ says: 'more cases a copy teach more', output: 'known', rises: 'casesPerCopy' },
		{ says: 'a longer list takes longer to learn', output: 'known', falls: 'situations' },
		{ says: 'what is not pooled is not known to the rest', output: 'known', rises: 'pooledShare' },
		{ says: 'new situations are known to nobody', output: 'known', falls: 'churn' },
		{
			says: 'a further thousand never add more than the first',
			holds: (_, { firstThousand, nextThousand }) => nextThousand <= firstThousand * (1 + 1e-9),
		},
		{ says: 'a leader is never behind', holds: (_, { leadRatio }) => leadRatio >= 0 && leadRatio <= 1 + 1e-9 },
	],
});
