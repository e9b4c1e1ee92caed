import { defineModel, type Card } from '../engine/model.ts';
import { lessonCost, showHours, showingSymbols, wage } from '../parameters/showing.ts';

interface Pipeline {
	readonly labels: number;
	readonly secondsPerLabel: number;
	readonly expertPay: number;
	readonly engineeringCost: number;
}
const SECONDS_AN_HOUR = 3600;
const hoursOf = ({ labels, secondsPerLabel }: Pipeline): number => (labels * secondsPerLabel) / SECONDS_AN_HOUR;

/** Returns the one-time cost of the pipeline in dollars. */
const costOf = (inputs: Pipeline): number => hoursOf(inputs) * inputs.expertPay + inputs.engineeringCost;

/** Numbers of laboratories at the ends of the two curves, which are straight lines. */
export const DRAWN = [1, 100_000] as const;

/** Compares one training pipeline with showing a person in each laboratory (claims H1, H2). */
const model = defineModel({
	id: 'macrophage',
	title: 'A classifier, or an afternoon',
	parameters: {
		labels: {
			label: 'Labelled cells',
			unit: 'labels',
			scale: 'log',
			default: 78_047,
			min: 10,
			max: 1_000_000,
			p05: 5000,
			p95: 150_000,
			tone: 'baked',
			source: { cite: ['marzahl2020'], note: 'What the published classifier was trained and tested on.' },
		},
		secondsPerLabel: {
			label: 'Seconds per label',
			unit: 's',
			scale: 'log',
			default: 3,
			min: 0.5,
			max: 60,
			p05: 1,
			p95: 10,
			tone: 'baked',
			source: { cite: [], note: 'Our assumption.' },
		},
		expertPay: {
			label: 'Expert pay',
			unit: '$/h',
			scale: 'log',
			default: 95,
			min: 20,
			max: 300,
			p05: 60,
			p95: 150,
			tone: 'baked',
			source: { cite: [], note: 'Our assumption, near what one broker of expert data is said to pay.' },
		},
		engineeringCost: {
			label: 'Engineering of the pipeline',
			unit: '$',
			scale: 'linear',
			default: 12_000,
			min: 0,
			max: 500_000,
			p05: 4000,
			p95: 60_000,
			tone: 'baked',
			source: { cite: [], note: 'Our assumption.' },
		},
		wage,
		showHours,
	},
	outputs: {
		labellingHours: { label: 'Hours of labelling', unit: 'h', tone: 'baked' },
		pipelineCost: { label: 'Cost of the pipeline', unit: '$', tone: 'baked' },
		breakEvenLabs: { label: 'Labs that must share it', unit: 'labs', tone: 'people' },
	},
	headline: ['breakEvenLabs', 'pipelineCost'],
	paths: {
		/** Total dollars if all laboratories share one pipeline, by number of laboratories. */
		pipeline: (inputs) => DRAWN.map((labs) => [labs, costOf(inputs)]),
		/** Total dollars if each laboratory shows a person, by number of laboratories. */
		showing: (inputs) => DRAWN.map((labs) => [labs, labs * lessonCost(inputs)]),
	},
	evaluate(inputs) {
		const pipelineCost = costOf(inputs);
		return { labellingHours: hoursOf(inputs), pipelineCost, breakEvenLabs: pipelineCost / lessonCost(inputs) };
	},
	presets: [
		{
			name: 'The published pipeline',
			cite: ['marzahl2020'],
			values: { labels: 78_047, secondsPerLabel: 3, engineeringCost: 12_000 },
		},
		{ name: 'Twenty examples in a prompt', cite: [], values: { labels: 20, secondsPerLabel: 10, engineeringCost: 0 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How many laboratories must share a pipeline before it is cheaper than showing a person?',
	symbols: {
		labels: 'N_l',
		secondsPerLabel: 's',
		expertPay: 'r_x',
		engineeringCost: 'E',
		...showingSymbols,
		labellingHours: 'H_l',
		pipelineCost: 'F',
		breakEvenLabs: 'n^{*}',
	},
	equation: String.raw`\q{pipelineCost} = \frac{\q{labels}\,\q{secondsPerLabel}}{3600}\,\q{expertPay} + \q{engineeringCost}
		\qquad \q{breakEvenLabs} = \frac{\q{pipelineCost}}{\q{wage}\,\q{showHours}}`,
	source: { cite: ['marzahl2020'], note: 'The label count is the paper’s; the prices are ours.' },
	leavesOut:
		'The hours of counting that a pipeline saves, for as long as it runs, are not in it. The classifier ' +
		'was better than most experts and never tires; it must be kept up; and the price of such a pipeline ' +
		'falls every year.',
	examples: [
		{ given: {}, expect: { labellingHours: 65.0392, pipelineCost: 18_178.72, breakEvenLabs: 151.489 } },
		{ given: { showHours: 40 }, expect: { breakEvenLabs: 7.57447 } },
	],
	laws: [
		{ says: 'more labels cost more', output: 'pipelineCost', rises: 'labels' },
		{ says: 'the harder it is to show, the fewer labs are needed', output: 'breakEvenLabs', falls: 'showHours' },
	],
});
