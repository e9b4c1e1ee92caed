import { defineModel, type Card } from '../engine/model.ts';
import { gdp, knowledgeShare, labourShare, labourSymbols, wagesInBillions } from '../parameters/labour.ts';
import { labourElasticity, priceFactor, priceRatio, priceSymbols } from '../parameters/price.ts';
import { revenue, revenueSymbols } from '../parameters/revenue.ts';

/** The three parts in the order that leads from labs' revenue to knowledge workers' pay. */
export const PARTS = ['diffusionOrders', 'priceOrders', 'capabilityOrders'] as const;

/** Returns the start and end of each part in orders above the revenue, stacked. */
export function stairs(outputs: Readonly<Record<(typeof PARTS)[number], number>>) {
	let reached = 0;
	return PARTS.map((key) => {
		const from = reached;
		reached += outputs[key];
		return { key, from, to: reached };
	});
}

/** Decomposes the gap between revenue and wages into three factors (claim D1). */
const model = defineModel({
	id: 'gap-decomposition',
	title: 'Capability, diffusion or price',
	parameters: {
		gdp,
		labourShare,
		knowledgeShare,
		revenue,
		adoptionShare: {
			label: 'Share of employers set up to buy AI',
			unit: 'fraction',
			scale: 'log',
			default: 0.32,
			min: 0.01,
			max: 1,
			p05: 0.18,
			p95: 0.65,
			tone: 'diffusion',
			positions: { 'diffusion-first': 0.18 },
			source: {
				cite: ['bonney2026', 'lindstrom2026', 'microsoft2026'],
				note: 'It multiplies wages, so firms count by their staff: 32% of US employment, around the turn of 2026, was in firms that used AI in some part of the business. One firm one vote it is 18%; in very large firms of information, professional services and finance 60 to 70% of employment. Among Ramp’s customers, who lean to tech, 54% of firms are reported to pay. All of it is American, though it multiplies the world’s wages: of people of working age 17.8% used AI in the world early in 2026, and 31.3% in the United States, as reported from Microsoft.',
			},
		},
		priceRatio,
		labourElasticity,
		hireShare: {
			label: 'Share of all hires that go to AI',
			unit: 'fraction',
			scale: 'log',
			default: 0.5,
			min: 0.01,
			max: 1,
			tone: 'diffusion',
			source: { cite: [], note: 'Your choice.' },
		},
		monthlyHires: {
			label: 'Hires a month as a share of jobs',
			unit: '1/month',
			scale: 'linear',
			default: 0.033,
			min: 0.01,
			max: 0.06,
			p05: 0.032,
			p95: 0.038,
			tone: 'diffusion',
			source: { cite: ['jolts2025'], note: 'United States, December 2025, as reported from the JOLTS survey.' },
		},
	},
	outputs: {
		gapOrders: { label: 'The whole gap', unit: 'orders', tone: 'gap' },
		capabilityOrders: { label: 'Missing capability', unit: 'orders', tone: 'capability' },
		diffusionOrders: { label: 'Missing diffusion', unit: 'orders', tone: 'diffusion' },
		priceOrders: { label: 'Low price', unit: 'orders', tone: 'price' },
		impliedCapability: { label: 'Share of the work it can do, by implication', unit: 'fraction', tone: 'capability' },
		priceFactor: { label: 'Dollars to labs per dollar of wages matched', unit: 'fraction', tone: 'price' },
		halfSeatsMonths: { label: 'Months to fill half the seats at hiring speed', unit: 'months', tone: 'diffusion' },
	},
	headline: ['impliedCapability', 'gapOrders', 'halfSeatsMonths'],
	evaluate(inputs) {
		const { revenue: R0, adoptionShare, hireShare, monthlyHires } = inputs;
		const wages = wagesInBillions(inputs);
		const kappa = priceFactor(inputs);
		const impliedCapability = R0 / (wages * adoptionShare * kappa);
		return {
			gapOrders: Math.log10(wages / R0),
			// Subtracted from 0, because a negated 0 would be −0.
			capabilityOrders: 0 - Math.log10(impliedCapability),
			diffusionOrders: 0 - Math.log10(adoptionShare),
			priceOrders: 0 - Math.log10(kappa),
			impliedCapability,
			priceFactor: kappa,
			halfSeatsMonths: Math.LN2 / (hireShare * monthlyHires),
		};
	},
	presets: [
		{ name: 'December 2025', cite: ['friar2026', 'bonney2026'], values: { revenue: 29, adoptionShare: 0.32 } },
		{ name: 'September 2026', cite: ['ft2026openai', 'bonney2026'], values: { revenue: 115, adoptionShare: 0.32 } },
		{ name: 'Count firms, not their staff', cite: ['bonney2026'], values: { adoptionShare: 0.18 } },
		{ name: 'Count Ramp’s customers who pay', cite: ['lindstrom2026'], values: { adoptionShare: 0.54 } },
		{ name: 'Count hours of use', cite: ['bick2024'], values: { adoptionShare: 0.05 } },
		{ name: 'Price explains nothing', cite: [], values: { labourElasticity: 1 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How much of the gap is work that AI cannot do, firms that do not buy, and a price that is simply low?',
	symbols: {
		...labourSymbols,
		...revenueSymbols,
		adoptionShare: 'D',
		...priceSymbols,
		hireShare: '\\varphi',
		monthlyHires: 'h',
		gapOrders: '\\log_{10}(W/R_0)',
		capabilityOrders: '-\\log_{10} C',
		diffusionOrders: '-\\log_{10} D',
		priceOrders: '-\\log_{10} \\kappa',
		impliedCapability: 'C',
		priceFactor: '\\kappa',
		halfSeatsMonths: 'T_{1/2}',
	},
	equation: String.raw`\q{gapOrders} = \underbrace{\q{capabilityOrders}}_{\text{capability}} \underbrace{\q{diffusionOrders}}_{\text{diffusion}} \underbrace{\q{priceOrders}}_{\text{price}},
		\qquad \q{priceFactor} = \left(\q{priceRatio}\right)^{1-\q{labourElasticity}}`,
	source: { cite: [], note: 'Ours: revenue = wages × capability × diffusion × price, read as orders of magnitude.' },
	leavesOut:
		'The three are not independent, for capable products spread faster; a share of employers is not a depth ' +
		'of use; the elasticity was measured for small wage changes and is stretched over a thirtyfold one.',
	examples: [
		{
			given: {},
			expect: {
				gapOrders: 3.10318,
				capabilityOrders: 1.84689,
				diffusionOrders: 0.49485,
				priceOrders: 0.761439,
				impliedCapability: 0.0142268,
				priceFactor: 0.173205,
				halfSeatsMonths: 42.0089,
			},
		},
		{ given: { labourElasticity: 1 }, expect: { priceFactor: 1, priceOrders: 0 } },
	],
	laws: [
		{
			says: 'the three parts sum to the gap',
			holds: (_, o) => Math.abs(o.capabilityOrders + o.diffusionOrders + o.priceOrders - o.gapOrders) < 1e-9,
		},
		{
			says: 'capability and diffusion trade places without a trace in revenue',
			holds: (inputs, { impliedCapability }) =>
				Math.abs(
					model.evaluate({ ...inputs, adoptionShare: impliedCapability }).impliedCapability / inputs.adoptionShare - 1,
				) < 1e-9,
		},
		{
			says: 'the more elastic demand is, the less the price explains',
			output: 'priceOrders',
			falls: 'labourElasticity',
		},
		{
			says: 'the wider AI has spread, the less it must be able to do',
			output: 'impliedCapability',
			falls: 'adoptionShare',
		},
		{ says: 'hiring AI more often fills seats sooner', output: 'halfSeatsMonths', falls: 'hireShare' },
	],
});
