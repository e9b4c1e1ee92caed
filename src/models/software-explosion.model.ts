import { defineModel, type Card } from '../engine/model.ts';

interface Explosion {
	readonly speedUp: number;
	readonly softwareReturns: number;
	readonly returnsDamping: number;
	readonly ceilingDoublings: number;
}

/** Months that a doubling takes without any speed-up. */
const MONTHS_A_DOUBLING = 3;

/** Returns the months that each doubling takes, for as many doublings as are wanted or as the ceiling allows. */
export function doublingSteps(inputs: Explosion, wanted: number): number[] {
	const steps: number[] = [];
	let months = MONTHS_A_DOUBLING / inputs.speedUp;
	let returns = inputs.softwareReturns;
	while (steps.length < wanted && returns > 1e-9) {
		steps.push(months);
		months *= 2 ** (inputs.returnsDamping * (1 / returns - 1));
		returns -= inputs.softwareReturns / inputs.ceilingDoublings;
	}
	return steps;
}

/** Software that improves itself (claims B1, W5): the recurrence of Davidson and Houlden. */
const model = defineModel({
	id: 'software-explosion',
	title: 'The explosion indoors',
	parameters: {
		speedUp: {
			label: 'Initial speed-up of software research',
			unit: '×',
			scale: 'log',
			default: 8,
			min: 1,
			max: 64,
			p05: 2,
			p95: 32,
			tone: 'learner',
			source: { cite: ['davidson2025'], note: 'Their range is 2 to 32, middle 8.' },
		},
		softwareReturns: {
			label: 'Returns to software research',
			unit: '–',
			scale: 'log',
			default: 1.2,
			min: 0.3,
			max: 4,
			p05: 0.4,
			p95: 3.6,
			tone: 'learner',
			positions: { 'short-timelines': 2 },
			source: { cite: ['davidson2025'], note: 'Their range is 0.4 to 3.6, middle 1.2; above 1 steps shrink.' },
		},
		returnsDamping: {
			label: 'How much parallel work gets in its own way',
			unit: '–',
			scale: 'linear',
			default: 0.3,
			min: 0.05,
			max: 1,
			p05: 0.2,
			p95: 0.5,
			source: { cite: ['davidson2025'], note: 'The default of their app.' },
		},
		ceilingDoublings: {
			label: 'Doublings until the ceiling',
			unit: 'doublings',
			scale: 'log',
			default: 72,
			min: 10,
			max: 400,
			integer: true,
			p05: 40,
			p95: 120,
			source: { cite: ['davidson2025'], note: 'Their app’s nine years of progress at eight doublings each.' },
		},
		doublingsWanted: {
			label: 'Doublings wanted',
			unit: 'doublings',
			scale: 'linear',
			default: 10,
			min: 1,
			max: 60,
			integer: true,
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		months: { label: 'Months for them', unit: 'months', tone: 'learner' },
		doublingsReached: { label: 'Doublings reached', unit: 'doublings', tone: 'learner' },
	},
	headline: ['months'],
	evaluate(inputs) {
		const { doublingsWanted } = inputs;
		const steps = doublingSteps(inputs, doublingsWanted);
		return {
			months: steps.length < doublingsWanted ? Infinity : steps.reduce((sum, months) => sum + months, 0),
			doublingsReached: steps.length,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'If machines do the research on their own software, how fast do doublings follow one another?',
	symbols: {
		speedUp: 'f',
		softwareReturns: 'r_0',
		returnsDamping: 'p',
		ceilingDoublings: 'K',
		doublingsWanted: 'D',
		months: 'T',
		doublingsReached: 'D^{*}',
	},
	equation: String.raw`T_0 = \frac{3}{\q{speedUp}}
		\qquad T_{i+1} = T_i\, 2^{\q{returnsDamping}\left(1/r_i-1\right)}
		\qquad r_{i+1} = r_i - \frac{\q{softwareReturns}}{\q{ceilingDoublings}}`,
	source: { cite: ['davidson2025'], note: 'Their published recurrence, written anew.' },
	leavesOut:
		'Compute for experiments is free and unbounded, and nothing is learned from being deployed, which is what the post thinks matters most.',
	examples: [{ given: {}, expect: { months: 3.31723, doublingsReached: 10 } }],
	laws: [
		{
			says: 'a greater speed-up is faster in proportion',
			holds: ({ speedUp, ...rest }, { months }) =>
				!Number.isFinite(months) ||
				Math.abs(
					doublingSteps({ speedUp: 1, ...rest }, rest.doublingsWanted).reduce((sum, step) => sum + step, 0) /
						speedUp /
						months -
						1,
				) < 1e-9,
		},
		{ says: 'more doublings take longer', output: 'months', rises: 'doublingsWanted' },
		{ says: 'better returns are never slower', output: 'months', falls: 'softwareReturns' },
	],
});
