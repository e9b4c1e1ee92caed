import { defineModel, type Card } from '../engine/model.ts';
import { abilitySymbols, halfWayYear, humanLevelYear, NOW, ramp } from '../parameters/abilities.ts';

interface Lesson {
	readonly skillReturn: number;
	readonly skillDecay: number;
	readonly discountRate: number;
}

/** Rates below this are treated as 0, since dividing by them would lose all precision. */
const NEGLIGIBLE_RATE = 1e-12;
const fading = ({ skillDecay, discountRate }: Lesson): number => skillDecay + discountRate;

/** Returns the present value in dollars of what a dollar of lessons has earned by a year. */
export function earnedBy(lesson: Lesson, year: number): number {
	const [v, k, T] = [lesson.skillReturn, fading(lesson), year - NOW];
	return k < NEGLIGIBLE_RATE ? v * T : (v * (0 - Math.expm1(-k * T))) / k;
}

/** Returns the year from which a lesson earns nothing. */
export const lessonsEnd = (
	inputs: Parameters<typeof halfWayYear>[0] & { readonly paybackUntil: 'human' | 'half-way' },
): number => (inputs.paybackUntil === 'human' ? inputs.humanLevelYear : halfWayYear(inputs));

/** The years at which the curve is drawn. */
const DRAWN_YEARS = Array.from({ length: 81 }, (_, i) => NOW + i / 4);

/**
 * What labs' purchases of training imply about timelines (claims W1, W6): a decaying return, discounted, until a
 * learner replaces it.
 */
const model = defineModel({
	id: 'payback',
	title: 'Does a baked-in skill pay back in time?',
	parameters: {
		skillReturn: {
			label: 'Yearly value of a dollar of pre-baked skill',
			unit: '$/yr per $',
			scale: 'log',
			default: 0.6,
			min: 0.1,
			max: 3,
			p05: 0.3,
			p95: 1.2,
			tone: 'baked',
			source: { cite: [], note: 'Our assumption.' },
		},
		skillDecay: {
			label: 'Share of that value lost each year',
			unit: '1/yr',
			scale: 'linear',
			default: 0.3,
			min: 0,
			max: 1,
			p05: 0.1,
			p95: 0.6,
			tone: 'baked',
			source: { cite: [], note: 'Our assumption: new models do without last year’s lessons.' },
		},
		discountRate: {
			label: 'Interest that later money must beat',
			unit: '1/yr',
			scale: 'linear',
			default: 0.12,
			min: 0,
			max: 0.4,
			p05: 0.08,
			p95: 0.2,
			source: { cite: [], note: 'Our assumption. Money that comes later is worth less: this is the discount rate.' },
		},
		humanLevelYear,
		paybackUntil: {
			label: 'A lesson earns until learning is',
			unit: 'choice',
			scale: 'choice',
			default: 'human',
			choices: { human: 'As good as a person’s', 'half-way': 'Half way to a person’s' },
			source: { cite: [], note: 'Our assumption. Links of editions 1 and 2 count until it is half way.' },
		},
		ramp,
	},
	outputs: {
		presentValue: { label: 'What a dollar of lessons is worth', unit: '$', tone: 'baked' },
		breakEvenYears: { label: 'Years to earn the dollar back', unit: 'yr', tone: 'baked' },
		breakEvenYear: { label: 'Year in which it is earned back', unit: 'year', tone: 'baked' },
	},
	headline: ['presentValue', 'breakEvenYear'],
	presets: [
		{ name: 'The post’s date', cite: ['patel2025'], values: { humanLevelYear: 2033.5 } },
		{ name: 'A learner in 2029', cite: [], values: { humanLevelYear: 2029 } },
	],
	paths: {
		/** Present value of what a dollar of lessons has earned, by year. */
		earned: (inputs) => DRAWN_YEARS.map((year) => [year, earnedBy(inputs, year)]),
	},
	evaluate(inputs) {
		const { skillReturn: v } = inputs;
		const k = fading(inputs);
		const breakEvenYears = k < NEGLIGIBLE_RATE ? 1 / v : v > k ? -Math.log1p(-k / v) / k : Infinity;
		return { presentValue: earnedBy(inputs, lessonsEnd(inputs)), breakEvenYears, breakEvenYear: NOW + breakEvenYears };
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'If a learner that needs no lessons is coming, how soon must a bought lesson have paid for itself?',
	symbols: {
		skillReturn: 'v',
		skillDecay: 'd',
		discountRate: 'r',
		humanLevelYear: abilitySymbols.humanLevelYear,
		paybackUntil: 'u',
		ramp: abilitySymbols.ramp,
		presentValue: 'V',
		breakEvenYears: 'T^{*}',
		breakEvenYear: `${NOW} + T^{*}`,
	},
	equation: String.raw`\q{presentValue} = \q{skillReturn}\,\frac{1-e^{-(\q{skillDecay}+\q{discountRate})\,(\q{humanLevelYear}-2026)}}{\q{skillDecay}+\q{discountRate}}
		\qquad \q{breakEvenYears} = -\frac{\ln\left(1-\frac{\q{skillDecay}+\q{discountRate}}{\q{skillReturn}}\right)}{\q{skillDecay}+\q{discountRate}}`,
	source: { cite: ['patel2025'], note: 'The post’s argument from what labs buy, as a payback sum of our own.' },
	leavesOut:
		'Labs may buy lessons to learn how to teach, to keep a rival from them, or because a learner will ' +
		'still need a first education; and the four numbers are guesses.',
	examples: [
		{ given: {}, expect: { presentValue: 1.36735, breakEvenYears: 2.8666, breakEvenYear: 2028.8666 } },
		{ given: { skillDecay: 0, discountRate: 0 }, expect: { presentValue: 4.5, breakEvenYears: 1 / 0.6 } },
		{ given: { skillReturn: 0.1 }, expect: { breakEvenYears: Infinity } },
		{ given: { humanLevelYear: 2035.5, paybackUntil: 'half-way' }, expect: { presentValue: 1.36735 } },
	],
	laws: [
		{ says: 'the later the learner, the more a lesson is worth', output: 'presentValue', rises: 'humanLevelYear' },
		{ says: 'a better lesson pays back no later', output: 'breakEvenYears', falls: 'skillReturn' },
		{ says: 'a lesson that fades faster is worth no more', output: 'presentValue', falls: 'skillDecay' },
		{
			says: 'a learner at the break-even year makes the lesson worth its price',
			holds: (inputs, { presentValue, breakEvenYear }) => {
				const year = lessonsEnd(inputs);
				return Math.abs(year - breakEvenYear) < 1e-6
					? Math.abs(presentValue - 1) < 1e-5
					: presentValue > 1 === year > breakEvenYear;
			},
		},
	],
});
