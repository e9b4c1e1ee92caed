import { cesMean } from '../engine/ces.ts';
import type { NumberParameter } from '../engine/parameter.ts';

/** When the last ability, learning on the job, is half way to a person's: the date on which the whole essay turns. */
export const learnerYear: NumberParameter = {
	label: 'Year in which on-the-job learning is half way to human level',
	unit: 'year',
	scale: 'linear',
	default: 2033.5,
	min: 2026.5,
	max: 2075,
	p05: 2028,
	p95: 2045,
	tone: 'learner',
	positions: { 'short-timelines': 2028.5, 'diffusion-first': 2029, 'weak-links': 2042 },
	source: {
		cite: ['patel2025'],
		note:
			'The post expects a person’s level five to ten years from December 2025. We put the half-way mark ' +
			'in the middle of that; the level itself follows a year or two later.',
	},
};
export const firstYear: NumberParameter = {
	label: 'Year in which the first ability is half way to human level',
	unit: 'year',
	scale: 'linear',
	default: 2019,
	min: 2015,
	max: 2024,
	p05: 2017,
	p95: 2021,
	tone: 'impressive',
	source: { cite: [], note: 'Our assumption: fluent text, about when GPT-2 appeared.' },
};
export const abilities: NumberParameter = {
	label: 'Abilities that the job needs',
	unit: 'abilities',
	scale: 'linear',
	default: 10,
	min: 2,
	max: 30,
	integer: true,
	tone: 'useful',
	source: { cite: [], note: 'Our assumption.' },
};
export const ramp: NumberParameter = {
	label: 'Years from 10% to 90% of an ability',
	unit: 'yr',
	scale: 'linear',
	default: 4,
	min: 1,
	max: 12,
	p05: 2.5,
	p95: 6,
	tone: 'learner',
	positions: { 'short-timelines': 2.5, 'weak-links': 6 },
	source: { cite: [], note: 'Our assumption.' },
};
export const substitutability: NumberParameter = {
	label: 'How well abilities stand in for one another',
	unit: '–',
	scale: 'log',
	default: 1,
	min: 0.1,
	max: 10,
	p05: 0.4,
	p95: 2.5,
	tone: 'useful',
	positions: { 'weak-links': 0.4 },
	source: {
		cite: ['jones2026', 'epoch2025gate'],
		note: 'Our assumption; Jones, and the GATE model, argue for values below 1, where the weakest ability decides.',
	},
};

/** LaTeX for each. */
export const abilitySymbols = {
	learnerYear: 'T_L',
	firstYear: 'T_1',
	abilities: 'n',
	ramp: 'w',
	substitutability: '\\sigma',
} as const;

export interface Abilities {
	readonly firstYear: number;
	readonly learnerYear: number;
	readonly abilities: number;
	readonly ramp: number;
	readonly substitutability: number;
}

/** Logarithm of each ability's level at a date: logistic curves whose middles run evenly from the first ability to the learner. */
export function abilityLogs(
	{ firstYear: first, learnerYear: last, abilities: n, ramp: width }: Abilities,
	year: number,
): number[] {
	const tau = width / (2 * Math.log(9));
	return Array.from(
		{ length: n },
		(_, i) => -Math.log1p(Math.exp(-(year - first - ((last - first) * i) / (n - 1)) / tau)),
	);
}

/** Share of a job's worth that can be done at a date: every ability counts. */
export const usefulAt = (inputs: Abilities, year: number): number =>
	cesMean(abilityLogs(inputs, year), inputs.substitutability);

/** The years between which a date is looked for. */
const EARLIEST = 1990;
export const LATEST = 2200;

/** First year between them in which a rising share passes the mark; Infinity if none does. */
export function yearOf(share: (year: number) => number, mark: number): number {
	let [low, high] = [EARLIEST, LATEST];
	if (share(low) >= mark) return low;
	if (share(high) < mark) return Infinity;
	for (let i = 0; i < 60; i++) {
		const middle = (low + high) / 2;
		if (share(middle) >= mark) high = middle;
		else low = middle;
	}
	return high;
}
/** The year from which the essay looks ahead. */
export const NOW = 2026;
/** What the essay calls done: 95% of the work. */
export const DONE = 0.95;
