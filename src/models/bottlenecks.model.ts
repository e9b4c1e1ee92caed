import { defineModel, type Card } from '../engine/model.ts';
import { zipfSum } from '../engine/zipf.ts';
import { yearsPerBottleneck } from '../parameters/abilities.ts';

/** Maximum number of bottlenecks under the power-law prior. */
const MAX_BOTTLENECKS = 10_000;

/**
 * Returns Σ chance and Σ chance × number left under 1 + Poisson(mean), in units of the chance that the next is the
 * last.
 */
function poissonSums(mean: number, solved: number) {
	const rate = mean - 1;
	let weight = 1;
	let [all, left] = [0, 0];
	for (let i = 0; weight > 1e-18 * all; i++) {
		all += weight;
		left += weight * (i + 1);
		weight *= rate / (solved + i + 1);
	}
	return { all, left };
}

interface Prior {
	readonly solved: number;
	readonly priorShape: 'poisson' | 'geometric' | 'power';
	readonly priorMean: number;
	readonly priorTail: number;
}

/**
 * Returns the chances that exactly 1, 2, … `count` are left, given that more than `solved` exist: P(K = n+j | K > n).
 */
export function chancesLeft({ solved, priorShape, priorMean, priorTail }: Prior, count: number): number[] {
	const chances: number[] = [];
	if (priorShape === 'power') {
		const all = zipfSum(solved + 1, MAX_BOTTLENECKS, priorTail);
		for (let j = 1; j <= count; j++) chances.push((solved + j) ** -priorTail / all);
		return chances;
	}
	const geometric = priorShape === 'geometric';
	let chance = geometric ? 1 / priorMean : 1 / poissonSums(priorMean, solved).all;
	for (let j = 1; j <= count; j++) {
		chances.push(chance);
		chance *= geometric ? 1 - 1 / priorMean : (priorMean - 1) / (solved + j);
	}
	return chances;
}

/** Returns the chances that at least 1, 2, … `count` are left; the first is 1. */
export function chancesOfMore(prior: Prior, count: number): number[] {
	let passed = 0;
	return chancesLeft(prior, count).map((chance) => {
		const exists = Math.max(0, 1 - passed);
		passed += chance;
		return exists;
	});
}

/** Returns the mean number left: E[K | K > n] − n. */
function meanLeft({ solved, priorShape, priorMean, priorTail }: Prior): number {
	if (priorShape === 'geometric') return priorMean;
	if (priorShape === 'power')
		return (
			zipfSum(solved + 1, MAX_BOTTLENECKS, priorTail - 1) / zipfSum(solved + 1, MAX_BOTTLENECKS, priorTail) - solved
		);
	const { all, left } = poissonSums(priorMean, solved);
	return left / all;
}

/** Estimates how many bottlenecks are left after those solved (claims G1–G3). */
const model = defineModel({
	id: 'bottlenecks',
	title: 'How many more?',
	parameters: {
		solved: {
			label: 'Bottlenecks that fell without bringing AGI',
			unit: 'count',
			scale: 'linear',
			default: 3,
			min: 0,
			max: 10,
			integer: true,
			tone: 'useful',
			source: { cite: ['patel2025'], note: 'The post names three.' },
		},
		priorShape: {
			label: 'How their number was expected to spread',
			unit: 'choice',
			scale: 'choice',
			default: 'geometric',
			choices: {
				poisson: 'About so many (Poisson)',
				geometric: 'No idea (geometric)',
				power: 'Perhaps very many (power law)',
			},
			source: { cite: [], note: 'Our assumption: the shape of the prior distribution, which is the point.' },
		},
		priorMean: {
			label: 'Number expected beforehand',
			unit: 'count',
			scale: 'linear',
			default: 4,
			min: 1.5,
			max: 20,
			p05: 2,
			p95: 10,
			tone: 'useful',
			source: { cite: [], note: 'Our assumption.' },
		},
		priorTail: {
			label: 'How fast large numbers grow unlikely',
			unit: '–',
			scale: 'linear',
			default: 2.5,
			min: 2.1,
			max: 5,
			p05: 2.2,
			p95: 4,
			source: { cite: [], note: 'Our assumption. The tail exponent of the power law.' },
		},
		yearsPerBottleneck,
	},
	outputs: {
		expectedRemaining: { label: 'Bottlenecks still expected', unit: 'count', tone: 'useful' },
		nextIsLast: { label: 'Chance that the next is the last', unit: 'fraction', tone: 'impressive' },
		expectedYears: { label: 'Years still expected', unit: 'yr', tone: 'useful' },
	},
	headline: ['expectedYears', 'expectedRemaining', 'nextIsLast'],
	evaluate(inputs) {
		const expectedRemaining = meanLeft(inputs);
		return {
			expectedRemaining,
			nextIsLast: chancesLeft(inputs, 1)[0]!,
			expectedYears: expectedRemaining * inputs.yearsPerBottleneck,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'When several supposed bottlenecks have fallen and the goal is not reached, how many are left?',
	symbols: {
		solved: 'n',
		priorShape: '\\pi',
		priorMean: '\\mu',
		priorTail: '\\alpha',
		yearsPerBottleneck: 'y',
		expectedRemaining: 'E[K-n]',
		nextIsLast: 'P(K=n+1)',
		expectedYears: 'Y',
	},
	equation: String.raw`\q{expectedRemaining} = E[K \mid K > \q{solved}] - \q{solved} \qquad \q{expectedYears} = \q{yearsPerBottleneck}\,\q{expectedRemaining}`,
	source: { cite: [], note: 'Ours: Bayes’ rule on the number of things that are missing.' },
	leavesOut: 'Bottlenecks are named after the fact, fall in parallel, and differ in size.',
	examples: [
		{ given: {}, expect: { expectedRemaining: 4, nextIsLast: 0.25, expectedYears: 12 } },
		{ given: { solved: 10 }, expect: { expectedRemaining: 4, expectedYears: 12 } },
	],
	laws: [
		{ says: 'at least one is left', holds: (_, { expectedRemaining }) => expectedRemaining >= 1 - 1e-9 },
		{
			says: 'under a geometric prior the past tells nothing',
			holds: ({ priorShape, priorMean }, { expectedRemaining }) =>
				priorShape !== 'geometric' || expectedRemaining === priorMean,
		},
		{
			says: 'under a power law, the more have fallen the more are left',
			holds: ({ priorShape, solved }, { expectedRemaining }) =>
				priorShape !== 'power' || expectedRemaining >= 1 + solved * 0.2,
		},
	],
});
