import { defineModel, type Card } from '../engine/model.ts';
import { imitationSymbols, PATEL_2026_LAG, replicationLag } from '../parameters/imitation.ts';

interface Lead {
	readonly headStart: number;
	readonly replicationLag: number;
	readonly flywheel: number;
}

/** Returns the lead in months, `months` after the breakthrough. */
export function leadAfter({ headStart, replicationLag, flywheel }: Lead, months: number): number {
	const leak = 1 / replicationLag - flywheel;
	return months === 0 || leak === 0 ? headStart * months : (headStart * -Math.expm1(-leak * months)) / leak;
}

/**
 * Returns the flywheel at or above which a lead grows without limit, for a given lag; or the lag, for a given flywheel.
 */
export const runawayFrom = (lagOrFlywheel: number): number => 1 / lagOrFlywheel;

/** Returns the flywheel with which a lead settles at so many months, for a given lag. */
export const flywheelFor = ({ headStart }: Pick<Lead, 'headStart'>, lag: number, months: number): number =>
	1 / lag - headStart / months;

/** Our reading of Patel in August 2026: a lead helps itself twice as much as in the essay. */
const PATEL_2026_FLYWHEEL = 0.2;

/** Months at which the lead is drawn, over fifteen years: denser at first, where the curve bends most. */
const DRAWN = Array.from({ length: 401 }, (_, i) => 180 * (i / 400) ** 2);

/** Whether the first lab to succeed runs away (claims B3, B4, B6): a lead that grows by itself and leaks. */
const model = defineModel({
	id: 'lead',
	title: 'Does the leader run away?',
	parameters: {
		headStart: {
			label: 'Extra progress from the new trick',
			unit: 'months/month',
			scale: 'log',
			default: 0.25,
			min: 0.01,
			max: 2,
			p05: 0.1,
			p95: 0.6,
			tone: 'learner',
			source: { cite: [], note: 'Our assumption.' },
		},
		replicationLag,
		flywheel: {
			label: 'Extra progress per month of lead',
			unit: '1/month of lead',
			scale: 'linear',
			default: 0.1,
			min: 0,
			max: 1,
			p05: 0,
			p95: 0.3,
			tone: 'learner',
			positions: { 'short-timelines': 0.2, 'patel-2026': PATEL_2026_FLYWHEEL },
			source: { cite: [], note: 'Our assumption.' },
		},
		raceMonths: {
			label: 'Months since the breakthrough',
			unit: 'months',
			scale: 'log',
			default: 12,
			min: 1,
			max: 120,
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		steadyLead: {
			label: 'Where the lead settles',
			unit: 'months',
			tone: 'learner',
			never: 'nowhere: it grows without end',
		},
		leadAfter: { label: 'Lead by then', unit: 'months', tone: 'learner' },
		runaway: { label: 'Runs away', unit: 'choice', tone: 'learner' },
	},
	headline: ['leadAfter', 'steadyLead'],
	presets: [
		{ name: 'As for open models', cite: ['epoch2026openclosed'], values: { replicationLag: 4 } },
		{ name: 'Lessons that do not leak', cite: [], values: { replicationLag: 12 } },
		{
			name: 'As Patel in August 2026',
			cite: ['patel2026era'],
			values: { replicationLag: PATEL_2026_LAG, flywheel: PATEL_2026_FLYWHEEL },
		},
	],
	paths: {
		/** The lead in months, by month. */
		growth: (inputs) => DRAWN.map((months) => [months, leadAfter(inputs, months)]),
	},
	evaluate(inputs) {
		const { headStart, replicationLag: lag, flywheel, raceMonths } = inputs;
		const runaway = flywheel * lag >= 1;
		return {
			steadyLead: runaway ? Infinity : headStart / (1 / lag - flywheel),
			leadAfter: leadAfter(inputs, raceMonths),
			runaway,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'When a lead feeds itself but leaks, does it settle or grow without end?',
	symbols: {
		headStart: 'g_0',
		...imitationSymbols,
		flywheel: 'f',
		raceMonths: 't',
		steadyLead: '\\Lambda^{*}',
		leadAfter: '\\Lambda(t)',
		runaway: 'f\\tau \\ge 1',
	},
	equation: String.raw`\dot\Lambda = \q{headStart} + \q{flywheel}\,\Lambda - \frac{\Lambda}{\q{replicationLag}}
		\qquad \q{steadyLead} = \frac{\q{headStart}}{1/\q{replicationLag}-\q{flywheel}} \;\text{ if }\; \q{flywheel}\,\q{replicationLag}<1`,
	source: { cite: ['patel2025'], note: 'Ours: the post’s expectation of fast imitation as one line of calculus.' },
	leavesOut:
		'What leaks is taken to be all of it, at one speed; money and chips that follow success are not in it, nor is data that never leaves the firm.',
	examples: [
		{ given: {}, expect: { steadyLead: 1.66667, leadAfter: 1.39117, runaway: false } },
		{ given: { flywheel: 0.25 }, expect: { steadyLead: Infinity, leadAfter: 3, runaway: true } },
	],
	laws: [
		{ says: 'a slower rival leaves a longer lead', output: 'leadAfter', rises: 'replicationLag' },
		{ says: 'a stronger flywheel never shortens it', output: 'leadAfter', rises: 'flywheel' },
		{
			says: 'a lead that settles is never passed',
			holds: (_, { steadyLead, leadAfter }) => leadAfter <= steadyLead * (1 + 1e-9),
		},
	],
});
