import type { NumberParameter } from '../engine/parameter.ts';

/** Price of an hour's work by a machine relative to the wage that it saves. */
export const priceRatio: NumberParameter = {
	label: 'Price of AI work relative to the wage',
	unit: 'fraction',
	scale: 'log',
	default: 0.03,
	min: 0.001,
	max: 1,
	p05: 0.01,
	p95: 0.2,
	tone: 'price',
	source: {
		cite: ['redwood2026', 'gdpval2025'],
		note: 'About 3% at the length of task where a model succeeds half the time; about 1% on GDPval, oversight not counted.',
	},
};
/** Factor by which the price of an hour's work by a machine falls each year, relative to the wage. */
export const priceDecline: NumberParameter = {
	label: 'Yearly fall of that price against the wage',
	unit: '×/yr',
	scale: 'log',
	default: 1,
	min: 1,
	max: 10,
	p05: 1,
	p95: 2,
	tone: 'price',
	source: { cite: [], note: 'Our assumption; 1 is a price that stays at its share of the wage.' },
};
/** Elasticity of demand for work with respect to its price. */
export const labourElasticity: NumberParameter = {
	label: 'How much more work a lower price brings',
	unit: '–',
	scale: 'linear',
	default: 0.5,
	min: 0,
	max: 2,
	p05: 0.2,
	p95: 1,
	tone: 'price',
	positions: { 'diffusion-first': 0.9 },
	source: {
		cite: ['popp2023'],
		note: 'A review of German estimates averages 0.43. At 1 the price drops out of the gap. The elasticity of demand for labour.',
	},
};

/** LaTeX symbol of each parameter. */
export const priceSymbols = { priceRatio: 'p/w', labourElasticity: '\\varepsilon_L' } as const;
export const declineSymbols = { priceDecline: '\\pi' } as const;

export interface Price {
	readonly priceRatio: number;
	readonly labourElasticity: number;
}

/** The year to which `priceRatio` refers. */
const PRICED_IN = 2026;

/** Returns the price relative to the wage in a year: it falls from `PRICED_IN` on. */
export const priceRatioIn = (
	{ priceRatio, priceDecline }: Pick<Price, 'priceRatio'> & { readonly priceDecline: number },
	year: number,
): number => priceRatio / priceDecline ** Math.max(0, year - PRICED_IN);

/** Returns the dollars paid to labs per dollar of wages matched: (p/w)^{1−ε}. */
export const priceFactor = ({ priceRatio, labourElasticity }: Price): number => priceRatio ** (1 - labourElasticity);
