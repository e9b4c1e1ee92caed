import { cesMean } from '../engine/ces.ts';
import type { NumberParameter } from '../engine/parameter.ts';
import { shareToRoot } from '../engine/root.ts';

/** The year in which the last of the first abilities, learning on the job, is at nine tenths of a person's level. */
export const humanLevelYear: NumberParameter = {
	label: 'Year in which a machine learns as people do',
	unit: 'year',
	scale: 'linear',
	default: 2033.5,
	min: 2026.5,
	max: 2075,
	p05: 2029,
	p95: 2047,
	tone: 'learner',
	positions: { 'short-timelines': 2029, 'diffusion-first': 2031, 'weak-links': 2045 },
	source: {
		cite: ['patel2025'],
		note: 'The post expects a machine that learns on the job as well as a person five to ten years after a first version in 2026; we take the middle, and count nine tenths of a person’s level as a person’s. How far either side it may lie is our assumption. Learning is meant as on the job.',
	},
};
export const firstYear: NumberParameter = {
	label: 'Year in which the first ability is half way',
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

export const testedShare: NumberParameter = {
	label: 'Share of abilities that benchmarks test',
	unit: 'fraction',
	scale: 'linear',
	default: 0.6,
	min: 0.1,
	max: 1,
	p05: 0.4,
	p95: 0.8,
	tone: 'impressive',
	source: { cite: [], note: 'Our assumption.' },
};

/** Bottlenecks that become visible only once learning on the job is solved, as the post expects. */
export const afterLearner: NumberParameter = {
	label: 'Abilities still missing after the learner',
	unit: 'abilities',
	scale: 'linear',
	default: 2,
	min: 0,
	max: 6,
	integer: true,
	p05: 0,
	p95: 5,
	tone: 'useful',
	positions: { 'short-timelines': 0, 'diffusion-first': 0, 'weak-links': 3 },
	source: {
		cite: ['patel2025'],
		note: 'The post expects to ask in 2030 for “X, Y, and Z”. How many those are is our assumption: with two, its three dates can be had together.',
	},
};
/** Years from one missing ability to the next after the learner. */
export const yearsPerBottleneck: NumberParameter = {
	label: 'Years from one missing ability to the next',
	unit: 'yr',
	scale: 'log',
	default: 3,
	min: 0.5,
	max: 10,
	p05: 1.5,
	p95: 6,
	source: { cite: [], note: 'Our assumption.' },
};

/** LaTeX symbol of each parameter. */
export const abilitySymbols = {
	humanLevelYear: 'T_H',
	firstYear: 'T_1',
	abilities: 'n',
	ramp: 'w',
	substitutability: '\\sigma',
	afterLearner: 'a',
	yearsPerBottleneck: 'y',
} as const;

export interface Abilities {
	readonly firstYear: number;
	readonly humanLevelYear: number;
	readonly abilities: number;
	readonly ramp: number;
	readonly substitutability: number;
	readonly afterLearner: number;
	readonly yearsPerBottleneck: number;
}

/** Returns the year in which learning on the job is half way to a person's level: half a ramp before nine tenths. */
export const halfWayYear = ({ humanLevelYear, ramp }: Pick<Abilities, 'humanLevelYear' | 'ramp'>): number =>
	humanLevelYear - ramp / 2;

/**
 * Returns the year in which each ability is half way: evenly spaced from the first to the learner, then
 * `yearsPerBottleneck` apart.
 */
function middlesOf(inputs: Abilities): number[] {
	const { firstYear: first, abilities: n, afterLearner, yearsPerBottleneck } = inputs;
	const last = halfWayYear(inputs);
	return Array.from({ length: n + afterLearner }, (_, i) =>
		i < n ? first + ((last - first) * i) / (n - 1) : last + (i - n + 1) * yearsPerBottleneck,
	);
}

/** Returns the logarithm of a logistic curve, `after` time constants past its midpoint. */
const logistic = (after: number): number => -Math.log1p(Math.exp(-after));
const timeConstant = (ramp: number): number => ramp / (2 * Math.log(9));

/** Returns the logarithm of each ability's level at a date; abilities after the learner come last. */
export function abilityLogs(inputs: Abilities, year: number): number[] {
	const tau = timeConstant(inputs.ramp);
	return middlesOf(inputs).map((middle) => logistic((year - middle) / tau));
}

/**
 * Returns the share of a job's worth that can be done as a function of the date, with every ability counted. For many
 * dates; use `usefulAt` for one.
 */
export function usefulOver(inputs: Abilities): (year: number) => number {
	const { ramp, substitutability: elasticity } = inputs;
	const middles = middlesOf(inputs);
	const tau = timeConstant(ramp);
	const logs = new Float64Array(middles.length);
	return (year) => {
		for (let i = 0; i < logs.length; i++) logs[i] = logistic((year - middles[i]!) / tau);
		return cesMean(logs, elasticity);
	};
}
/**
 * Returns `usefulOver` on an even grid of dates. Faster: from one date to the next each curve's exponential is
 * multiplied by a constant.
 */
export function usefulAlong(inputs: Abilities, start: number, step: number, count: number): Float64Array {
	const tau = timeConstant(inputs.ramp);
	const middles = middlesOf(inputs);
	const n = middles.length;
	const ahead = new Float64Array(n);
	for (let i = 0; i < n; i++) ahead[i] = Math.exp((middles[i]! - start) / tau);
	const shrinks = Math.exp(-step / tau);
	const logs = new Float64Array(n);
	const useful = new Float64Array(count);
	// Plain loops: a posterior computes a hundred thousand of these curves.
	for (let k = 0; k < count; k++) {
		for (let i = 0; i < n; i++) {
			logs[i] = -Math.log1p(ahead[i]!);
			ahead[i]! *= shrinks;
		}
		useful[k] = cesMean(logs, inputs.substitutability);
	}
	return useful;
}
export const usefulAt = (inputs: Abilities, year: number): number => usefulOver(inputs)(year);

/** Returns the number of abilities that benchmarks test: rounded half up, at least one, none after the learner. */
const testedCount = (abilitiesNeeded: number, share: number): number =>
	Math.max(1, Math.floor(share * abilitiesNeeded + 0.5));

/** Returns the mean level of the abilities that benchmarks test, which are the earliest. */
export const impressiveAt = (inputs: Abilities & { readonly testedShare: number }, year: number): number => {
	const tested = abilityLogs(inputs, year).slice(0, testedCount(inputs.abilities, inputs.testedShare));
	return tested.reduce((sum, log) => sum + Math.exp(log), 0) / tested.length;
};

/** Range in which `yearOf` searches, and its tolerance in years (a third of a second). */
const EARLIEST = 1990;
export const LATEST = 2200;
const NEAR = 1e-11;

/** Returns the log odds of a share: nearly linear in time for these curves, which speeds up the root search. */
const logOdds = (share: number): number => Math.log(share) - Math.log1p(-share);

/** Returns the first year in the range at which an increasing share reaches `mark`; Infinity if none does. */
export function yearOf(share: (year: number) => number, mark: number): number {
	const placeAt = (at: number) => {
		const value = share(at);
		return { at, value: logOdds(value), isThere: value >= mark };
	};
	let [a, b] = [placeAt(LATEST), placeAt(EARLIEST)];
	if (b.isThere) return EARLIEST;
	if (!a.isThere) return Infinity;
	let way = 0.5;
	while (Math.abs(a.at - b.at) > NEAR) {
		const next = placeAt(a.at + way * (b.at - a.at));
		const isSameSide = next.isThere === a.isThere;
		const before = isSameSide ? a : b;
		if (!isSameSide) b = a;
		a = next;
		way = shareToRoot(a, b, before, logOdds(mark));
	}
	return a.isThere ? a.at : b.at;
}

/** The year from which the essay looks ahead. */
export const NOW = 2026;
/** Share of the work that the essay calls done. */
export const DONE = 0.95;
