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
/** Elasticity of demand for work with respect to its price. */
export const labourElasticity: NumberParameter = {
	label: 'Elasticity of demand for labour',
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
		note: 'A review of German estimates averages 0.43. At 1 the price drops out of the gap.',
	},
};

/** LaTeX symbol of each parameter. */
export const priceSymbols = { priceRatio: 'p/w', labourElasticity: '\\varepsilon_L' } as const;

export interface Price {
	readonly priceRatio: number;
	readonly labourElasticity: number;
}

/** Returns the dollars paid to labs per dollar of wages matched: (p/w)^{1−ε}. */
export const priceFactor = ({ priceRatio, labourElasticity }: Price): number => priceRatio ** (1 - labourElasticity);
