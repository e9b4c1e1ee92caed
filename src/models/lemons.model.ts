import { defineModel, type Card } from '../engine/model.ts';

const ours = { cite: [], note: 'Our assumption.' };

/**
 * Adverse selection in hiring people, against a vetted worker that can be copied (claims D2, D3). Akerlof 1970, with
 * quality uniform on [L, 1].
 */
const model = defineModel({
	id: 'lemons',
	title: 'A market for workers of unseen quality',
	parameters: {
		qualityFloor: {
			label: 'Lowest quality (the highest is 1)',
			unit: '–',
			scale: 'linear',
			default: 0.2,
			min: 0,
			max: 0.9,
			p05: 0.05,
			p95: 0.5,
			tone: 'people',
			source: ours,
		},
		buyerPremium: {
			label: 'Employer’s value per unit of quality',
			unit: '×',
			scale: 'linear',
			default: 1.5,
			min: 1,
			max: 2.5,
			p05: 1.2,
			p95: 1.9,
			tone: 'gap',
			source: { cite: ['akerlof1970'], note: 'Akerlof’s example uses 1.5.' },
		},
		searchCost: {
			label: 'Cost of a search',
			unit: '$',
			scale: 'log',
			default: 4700,
			min: 500,
			max: 50_000,
			p05: 2000,
			p95: 8000,
			tone: 'people',
			source: { cite: ['shrm2016'], note: 'Reported: about $4,700 in SHRM’s survey of 2021, $4,129 in that of 2016.' },
		},
		goodShare: {
			label: 'Share of hires that turn out well',
			unit: 'fraction',
			scale: 'linear',
			default: 0.8,
			min: 0.05,
			max: 1,
			p05: 0.6,
			p95: 0.95,
			tone: 'people',
			source: ours,
		},
		badHireCost: {
			label: 'Cost of a bad hire',
			unit: '$',
			scale: 'linear',
			default: 20_000,
			min: 0,
			max: 200_000,
			p05: 5000,
			p95: 80_000,
			tone: 'people',
			source: ours,
		},
		vettingCost: {
			label: 'Cost of vetting a model once',
			unit: '$',
			scale: 'log',
			default: 100_000,
			min: 1000,
			max: 10_000_000,
			p05: 20_000,
			p95: 1_000_000,
			tone: 'copies',
			source: ours,
		},
		copies: {
			label: 'Copies deployed',
			unit: 'copies',
			scale: 'log',
			default: 1000,
			min: 1,
			max: 1_000_000,
			tone: 'copies',
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		clearingWage: { label: 'Pay at which the market settles', unit: '–', tone: 'people' },
		shareHired: { label: 'Share of candidates hired', unit: 'fraction', tone: 'people' },
		costPerGoodHire: { label: 'Cost of one good hire', unit: '$', tone: 'people' },
		costPerCopy: { label: 'Vetting cost of one copy', unit: '$', tone: 'copies' },
		copyPerHire: { label: 'Vetting a copy, beside finding a good hire', unit: '×', tone: 'copies' },
	},
	headline: ['shareHired', 'costPerGoodHire', 'costPerCopy'],
	evaluate({ qualityFloor: L, buyerPremium: b, searchCost, goodShare: q, badHireCost, vettingCost, copies }) {
		const clearingWage = b >= 2 ? 1 : Math.min(1, (b * L) / (2 - b));
		const costPerGoodHire = (searchCost + (1 - q) * badHireCost) / q;
		const costPerCopy = vettingCost / copies;
		return {
			clearingWage,
			shareHired: Math.max(0, (clearingWage - L) / (1 - L)),
			costPerGoodHire,
			costPerCopy,
			copyPerHire: costPerCopy / costPerGoodHire,
		};
	},
	presets: [
		{ name: 'Akerlof’s market', cite: ['akerlof1970'], values: { qualityFloor: 0, buyerPremium: 1.5 } },
		{ name: 'Quality known to be decent', cite: [], values: { qualityFloor: 0.5, buyerPremium: 1.5 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How many people does a market hire when employers cannot see who is good, and what does a good hire cost?',
	symbols: {
		qualityFloor: 'L',
		buyerPremium: 'b',
		searchCost: 'c_s',
		goodShare: 'q',
		badHireCost: 'c_b',
		vettingCost: 'c_v',
		copies: 'n',
		clearingWage: 'p^{*}',
		shareHired: 'H',
		costPerGoodHire: 'c_h',
		costPerCopy: 'c_c',
		copyPerHire: 'c_c/c_h',
	},
	equation: String.raw`\begin{gathered} \q{clearingWage} = \min\!\left(1, \frac{\q{buyerPremium}\,\q{qualityFloor}}{2-\q{buyerPremium}}\right)
		\\[0.6em] \q{costPerGoodHire} = \frac{\q{searchCost} + (1-\q{goodShare})\,\q{badHireCost}}{\q{goodShare}}
		\qquad \q{costPerCopy} = \frac{\q{vettingCost}}{\q{copies}} \end{gathered}`,
	source: { cite: ['akerlof1970'], note: 'Akerlof’s market with a floor under quality.' },
	leavesOut:
		'Firms interview, check references and try people out, and those who hire models find that a benchmark ' +
		'is not their task: quality is half hidden on both sides.',
	examples: [
		{
			given: {},
			expect: { clearingWage: 0.6, shareHired: 0.5, costPerGoodHire: 10_875, costPerCopy: 100, copyPerHire: 0.0091954 },
		},
		{ given: { qualityFloor: 0 }, expect: { shareHired: 0 } },
		{ given: { qualityFloor: 0.2, buyerPremium: 1.2 }, expect: { clearingWage: 0.3, shareHired: 0.125 } },
		{ given: { buyerPremium: 2 }, expect: { shareHired: 1 } },
	],
	laws: [
		{ says: 'keener employers hire no fewer', output: 'shareHired', rises: 'buyerPremium' },
		{ says: 'a higher floor under quality never shuts people out', output: 'shareHired', rises: 'qualityFloor' },
		{ says: 'surer hires cost no more', output: 'costPerGoodHire', falls: 'goodShare' },
		{ says: 'each further copy is cheaper to trust', output: 'costPerCopy', falls: 'copies' },
	],
});
