import { defineModel, type Card } from '../engine/model.ts';
import { normalCdf, normalQuantile } from '../engine/normal.ts';

interface Crowd {
	readonly outputSpread: number;
	readonly teamLinks: number;
}

/**
 * Returns the standard deviation of the logarithm of output per person, or per team whose members' qualities multiply.
 */
export const spreadOf = ({ outputSpread, teamLinks }: Crowd): number => outputSpread * teamLinks;

/**
 * Returns the relative number of people who produce `multiple` times the median: unnormalised density over the
 * logarithm.
 */
export function peopleAt(crowd: Crowd, multiple: number): number {
	const s = spreadOf(crowd);
	return Math.exp(-0.5 * (Math.log(multiple) / s) ** 2) / s;
}

/** Returns the model's output as a multiple of the median. */
export const modelMultiple = (inputs: Crowd & { readonly aiPercentile: number }): number =>
	Math.exp(normalQuantile(inputs.aiPercentile) * spreadOf(inputs));

/**
 * Value of a model that beats the median person (claims C1–C3): log-normal output across people, multiplied along a
 * team.
 */
const model = defineModel({
	id: 'median-human',
	title: 'Which human?',
	parameters: {
		outputSpread: {
			label: 'How much people differ in what they produce',
			unit: '–',
			scale: 'linear',
			default: 1,
			min: 0.1,
			max: 2,
			p05: 0.3,
			p95: 1.5,
			tone: 'people',
			source: {
				cite: ['hunter1990'],
				note: 'Our assumption. In jobs that were measured the spread is usually quoted as 0.19 to 0.46; research and sales look wider. The number is the standard deviation of the logarithm of output.',
			},
		},
		aiPercentile: {
			label: 'Share of people that the model equals',
			unit: 'fraction',
			scale: 'linear',
			default: 0.5,
			min: 0.01,
			max: 0.9999,
			tone: 'impressive',
			source: { cite: [], note: 'Your choice. A percentile.' },
		},
		teamLinks: {
			label: 'People in a chain, all equally skilled',
			unit: 'people',
			scale: 'linear',
			default: 1,
			min: 1,
			max: 3,
			integer: true,
			tone: 'people',
			source: {
				cite: ['kremer1993'],
				note: 'Our choice of number. Kremer’s O-ring, in miniature: the quality of one multiplies that of the next.',
			},
		},
	},
	outputs: {
		headcountShare: { label: 'Share of people matched', unit: 'fraction', tone: 'impressive' },
		outputShare: { label: 'Share of output matched', unit: 'fraction', tone: 'useful' },
		overestimate: { label: 'How far the headcount flatters', unit: '×', tone: 'impressive' },
		valueVsAverage: { label: 'One copy beside an average worker', unit: '×', tone: 'useful' },
		gainIfCopied: { label: 'Gain if copied into every seat that it beats', unit: '×', tone: 'useful' },
	},
	headline: ['overestimate', 'outputShare', 'gainIfCopied'],
	presets: [
		{ name: 'The spread measured in complex jobs', cite: ['hunter1990'], values: { outputSpread: 0.45 } },
		{ name: 'Our wider spread', cite: [], values: { outputSpread: 1 } },
	],
	evaluate(inputs) {
		const { aiPercentile: P } = inputs;
		const s = spreadOf(inputs);
		const z = normalQuantile(P);
		const outputShare = normalCdf(z - s);
		const valueVsAverage = Math.exp(s * z - (s * s) / 2);
		return {
			headcountShare: P,
			outputShare,
			overestimate: P / outputShare,
			valueVsAverage,
			gainIfCopied: P * valueVsAverage - outputShare,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'If a model equals the person at some percentile, what share of the work does it match?',
	symbols: {
		outputSpread: '\\sigma',
		aiPercentile: 'P',
		teamLinks: '\\ell',
		headcountShare: 'P',
		outputShare: 'L',
		overestimate: 'P/L',
		valueVsAverage: 'V',
		gainIfCopied: 'PV-L',
	},
	equation: String.raw`\q{outputShare} = \Phi\!\left(\Phi^{-1}(\q{aiPercentile}) - \q{outputSpread}\,\q{teamLinks}\right)
		\qquad \q{valueVsAverage} = e^{s z - s^2/2},\quad s = \q{outputSpread}\,\q{teamLinks},\; z = \Phi^{-1}(\q{aiPercentile})`,
	source: { cite: ['kremer1993', 'hunter1990'], note: 'Ours: Lorenz’s curve of a log-normal workforce.' },
	leavesOut:
		'A model is not one point on a human scale; seats cannot all use a genius; and nobody has measured the spread for knowledge work as a whole.',
	examples: [
		{
			given: {},
			expect: {
				headcountShare: 0.5,
				outputShare: 0.158655,
				overestimate: 3.15149,
				valueVsAverage: 0.606531,
				gainIfCopied: 0.14461,
			},
		},
		{ given: { aiPercentile: 0.99 }, expect: { valueVsAverage: 6.21116, gainIfCopied: 5.2414 } },
	],
	laws: [
		{
			says: 'the share of output lags the share of heads',
			holds: (_, { headcountShare, outputShare }) => outputShare <= headcountShare,
		},
		{ says: 'a higher percentile matches more output', output: 'outputShare', rises: 'aiPercentile' },
		{ says: 'the wider the spread, the less the median is worth', output: 'outputShare', falls: 'outputSpread' },
		{ says: 'copying into seats that it beats never loses', holds: (_, { gainIfCopied }) => gainIfCopied >= 0 },
	],
});
