import { defineModel, type Card } from '../engine/model.ts';

const mine = { cite: [], note: 'Your choice.' };

interface Recipe {
	readonly rlBase: number;
	readonly rlCeiling: number;
	readonly rlSteepness: number;
	readonly rlMidpoint: number;
}

/** Returns the asymptotic gain in pass rate. */
export const gainOf = ({ rlBase, rlCeiling }: Recipe): number => Math.max(0, rlCeiling - rlBase);

/** Returns the compute, in GPU-hours, at which `share` (between 0 and 1) of the gain is reached. */
export const computeFor = ({ rlMidpoint, rlSteepness }: Recipe, share: number): number =>
	rlMidpoint * (share / (1 - share)) ** (1 / rlSteepness);

/** Returns the gain in pass rate per tenfold of compute at the midpoint. */
const slopeOf = (recipe: Recipe): number => (gainOf(recipe) * recipe.rlSteepness * Math.LN10) / 4;
const middleOf = (recipe: Recipe): number => recipe.rlBase + gainOf(recipe) / 2;

/** Returns the pass rate on the tangent at the midpoint. */
export const straightAt = (recipe: Recipe, compute: number): number =>
	middleOf(recipe) + slopeOf(recipe) * Math.log10(compute / recipe.rlMidpoint);

/** Ends of the slider, between which curves are drawn in steps of a twentieth of an order. */
const [LEAST, MOST] = [100, 10_000_000] as const;
const DRAWN = Array.from({ length: 101 }, (_, i) => LEAST * 10 ** (i / 20));
/** GPU-hours at which the study's fits begin (content/data/facts.csv, scalerl-fit-from). */
export const FIT_FROM = 1500;

const passRateAt = (recipe: Recipe, compute: number): number =>
	recipe.rlBase + gainOf(recipe) / (1 + (recipe.rlMidpoint / compute) ** recipe.rlSteepness);

/** The opposing reading: RL performance saturates in compute (claim R3). Formula: Khatri et al. 2025. */
const model = defineModel({
	id: 'rl-ceiling',
	title: 'RL with a ceiling',
	parameters: {
		rlBase: {
			label: 'Pass rate before RL',
			unit: 'fraction',
			scale: 'linear',
			default: 0.2,
			min: 0,
			max: 0.5,
			p05: 0.1,
			p95: 0.3,
			source: { cite: [], note: 'Our assumption.' },
		},
		rlCeiling: {
			label: 'Ceiling of this recipe',
			unit: 'fraction',
			scale: 'linear',
			default: 0.61,
			min: 0.3,
			max: 1,
			p05: 0.52,
			p95: 0.7,
			tone: 'ceiling',
			source: {
				cite: ['khatri2025'],
				note: 'Reported 0.61 for the study’s own recipe, called ScaleRL, on a model of eight billion parameters; 0.52 without one numerical fix.',
			},
		},
		rlSteepness: {
			label: 'How sharply the RL curve bends',
			unit: '–',
			scale: 'linear',
			default: 2.01,
			min: 0.5,
			max: 3,
			p05: 1.5,
			p95: 2.3,
			source: {
				cite: ['khatri2025'],
				note: 'Reported 2.01, and 1.77 with another loss. The exponent of a sigmoid in compute.',
			},
		},
		rlMidpoint: {
			label: 'RL compute at half the gain',
			unit: 'GPU-h',
			scale: 'log',
			default: 3000,
			min: 500,
			max: 50_000,
			p05: 1500,
			p95: 8000,
			source: { cite: [], note: 'Our assumption: the paper’s own midpoints were not to be had.' },
		},
		rlCompute: {
			label: 'RL compute spent',
			unit: 'GPU-h',
			scale: 'log',
			default: 10_000,
			min: LEAST,
			max: MOST,
			tone: 'rl',
			source: mine,
		},
		rlTarget: {
			label: 'Pass rate wanted',
			unit: 'fraction',
			scale: 'linear',
			default: 0.55,
			min: 0.05,
			max: 0.99,
			source: mine,
		},
	},
	outputs: {
		passRate: { label: 'Pass rate', unit: 'fraction', tone: 'rl' },
		tenToNinety: { label: 'Compute from 10% to 90% of the gain', unit: '×', tone: 'rl' },
		computeForTarget: { label: 'RL compute for the target', unit: 'GPU-h', tone: 'rl', never: 'no amount of compute' },
	},
	headline: ['passRate', 'tenToNinety', 'computeForTarget'],
	paths: {
		/** Pass rate, by compute as a multiple of the smallest run in the fit. */
		climb: (inputs) => DRAWN.map((compute) => [compute / FIT_FROM, passRateAt(inputs, compute)]),
		/** The same on the tangent. */
		straight: (inputs) => DRAWN.map((compute) => [compute / FIT_FROM, straightAt(inputs, compute)]),
	},
	evaluate(inputs) {
		const { rlBase, rlSteepness, rlCompute, rlTarget } = inputs;
		const gain = gainOf(inputs);
		const share = rlTarget <= rlBase ? 0 : (rlTarget - rlBase) / gain;
		return {
			passRate: passRateAt(inputs, rlCompute),
			tenToNinety: 81 ** (1 / rlSteepness),
			computeForTarget: share >= 1 ? Infinity : computeFor(inputs, share),
		};
	},
	presets: [
		{ name: 'The study’s recipe, ScaleRL', cite: ['khatri2025'], values: { rlCeiling: 0.61, rlSteepness: 2.01 } },
		{ name: 'Without the numerical fix', cite: ['khatri2025'], values: { rlCeiling: 0.52, rlSteepness: 2.01 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'What if reinforcement learning saturates, quickly, at a ceiling that each recipe has of its own?',
	symbols: {
		rlBase: 'R_0',
		rlCeiling: 'A',
		rlSteepness: 'B',
		rlMidpoint: 'C_{\\text{mid}}',
		rlCompute: 'C',
		rlTarget: 'R^{*}',
		passRate: 'R',
		tenToNinety: 'C_{90}/C_{10}',
		computeForTarget: 'C^{*}',
	},
	equation: String.raw`\q{passRate} = \q{rlBase} + \frac{\q{rlCeiling}-\q{rlBase}}{1+\left(\q{rlMidpoint}/\q{rlCompute}\right)^{\q{rlSteepness}}}`,
	source: { cite: ['khatri2025'], note: 'The sigmoid that the ScaleRL paper fits to held-out pass rates.' },
	leavesOut:
		'A ceiling belongs to one base model, one recipe and one set of problems; change any of them and ' +
		'the curve starts again. It was not fitted to a frontier model. A pass rate cannot exceed one, so that ' +
		'any such curve flattens.',
	examples: [
		{ given: {}, expect: { passRate: 0.576519, tenToNinety: 8.90215, computeForTarget: 7213.97 } },
		{ given: { rlCompute: 3000 }, expect: { passRate: 0.405 } },
		{ given: { rlTarget: 0.61 }, expect: { computeForTarget: Infinity } },
		{ given: { rlTarget: 0.2 }, expect: { computeForTarget: 0 } },
	],
	laws: [
		{
			says: 'the compute for a target reaches it',
			holds: (inputs, { computeForTarget: rlCompute }) =>
				rlCompute === 0 ||
				rlCompute === Infinity ||
				Math.abs(model.evaluate({ ...inputs, rlCompute }).passRate - inputs.rlTarget) < 1e-9,
		},
		{ says: 'more RL never lowers the pass rate', output: 'passRate', rises: 'rlCompute' },
		{ says: 'a higher target never costs less', output: 'computeForTarget', rises: 'rlTarget' },
		{
			says: 'the pass rate lies between base and ceiling',
			holds: ({ rlBase, rlCeiling }, { passRate }) =>
				passRate >= rlBase && passRate <= Math.max(rlBase, rlCeiling) + 1e-12,
		},
	],
});
