import { defineModel, type Card } from '../engine/model.ts';
import { gdp, knowledgeShare, labourShare, labourSymbols, wageBill } from '../parameters/labour.ts';
import { labourElasticity, priceFactor, priceRatio, priceSymbols } from '../parameters/price.ts';

/** Effect of cheaper work on its volume and on the total bill (claim B7). */
const model = defineModel({
	id: 'token-demand',
	title: 'Cheaper tokens, larger bill?',
	parameters: {
		priceFall: {
			label: 'Yearly fall of the price for one capability',
			unit: '×/yr',
			scale: 'log',
			default: 10,
			min: 1,
			max: 900,
			p05: 5,
			p95: 40,
			tone: 'price',
			source: {
				cite: ['epoch2025prices', 'appenzeller2024'],
				note: 'Epoch finds 9 to 900 times a year by benchmark; Appenzeller 10.',
			},
		},
		tokenElasticity: {
			label: 'How much more is used as tokens get cheaper',
			unit: '–',
			scale: 'linear',
			default: 1.1,
			min: 0,
			max: 2,
			p05: 1,
			p95: 1.6,
			tone: 'price',
			source: {
				cite: ['demirer2025', 'exponential2026'],
				note: 'Reported: about 1.1 in the short run; Exponential View’s figures imply 1.1 to 1.6. The price elasticity of demand for tokens.',
			},
		},
		yearsAhead: {
			label: 'Years ahead',
			unit: 'yr',
			scale: 'linear',
			default: 3,
			min: 1,
			max: 10,
			source: { cite: [], note: 'Your choice.' },
		},
		priceRatio,
		labourElasticity,
		gdp,
		labourShare,
		knowledgeShare,
	},
	outputs: {
		volumeMultiple: { label: 'Tokens used', unit: '×', tone: 'revenue' },
		spendMultiple: { label: 'Spent on them', unit: '×', tone: 'price' },
		workDemanded: { label: 'Work wanted at that price', unit: '×', tone: 'revenue' },
		wageBillShare: { label: 'AI’s bill beside the old wages', unit: 'fraction', tone: 'price' },
		aiBill: { label: 'AI’s bill, if it did all of it', unit: 'tn$', tone: 'price' },
	},
	headline: ['spendMultiple', 'volumeMultiple', 'aiBill'],
	evaluate(inputs) {
		const { priceFall, tokenElasticity, yearsAhead } = inputs;
		const wageBillShare = priceFactor(inputs);
		return {
			volumeMultiple: priceFall ** (tokenElasticity * yearsAhead),
			spendMultiple: priceFall ** ((tokenElasticity - 1) * yearsAhead),
			workDemanded: inputs.priceRatio ** -inputs.labourElasticity,
			wageBillShare,
			aiBill: wageBill(inputs) * wageBillShare,
		};
	},
	presets: [
		{ name: 'A fixed lump of work', cite: [], values: { tokenElasticity: 0, labourElasticity: 0 } },
		{ name: 'The bill stays as it is', cite: [], values: { tokenElasticity: 1, labourElasticity: 1 } },
		{ name: 'Jevons', cite: ['exponential2026'], values: { tokenElasticity: 1.5, labourElasticity: 1.5 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'When tokens get cheaper, is more spent on them or less?',
	symbols: {
		priceFall: 'd',
		tokenElasticity: '\\varepsilon_T',
		yearsAhead: 'y',
		...priceSymbols,
		...labourSymbols,
		volumeMultiple: 'Q',
		spendMultiple: 'S',
		workDemanded: 'N',
		wageBillShare: '\\kappa',
		aiBill: 'B',
	},
	equation: String.raw`\q{volumeMultiple} = \q{priceFall}^{\,\q{tokenElasticity}\,\q{yearsAhead}}
		\qquad \q{spendMultiple} = \q{priceFall}^{(\q{tokenElasticity}-1)\,\q{yearsAhead}}
		\qquad \q{wageBillShare} = (\q{priceRatio})^{1-\q{labourElasticity}}`,
	source: { cite: ['demirer2025'], note: 'Constant elasticities, in the usual way.' },
	leavesOut:
		'An elasticity measured near today’s prices is stretched a thousandfold; tokens are not labour; a price is not a cost.',
	examples: [
		{
			given: {},
			expect: {
				volumeMultiple: 1995.26,
				spendMultiple: 1.99526,
				workDemanded: 5.7735,
				wageBillShare: 0.173205,
				aiBill: 6.37003,
			},
		},
	],
	laws: [
		{ says: 'cheaper tokens are never used less', output: 'volumeMultiple', rises: 'priceFall' },
		{
			says: 'the bill rises with the price fall exactly where demand is elastic',
			holds: ({ priceFall, tokenElasticity }, { spendMultiple }) =>
				priceFall === 1 ||
				Math.sign(Math.log(spendMultiple)) === Math.sign(tokenElasticity - 1) ||
				Math.abs(tokenElasticity - 1) < 1e-9,
		},
	],
});
