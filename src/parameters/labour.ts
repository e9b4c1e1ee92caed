import type { NumberParameter } from '../engine/parameter.ts';

/** World output, the first factor of the wage bill. */
export const gdp: NumberParameter = {
	label: 'World GDP',
	unit: 'tn$',
	scale: 'linear',
	default: 117.2,
	min: 90,
	max: 150,
	p05: 115,
	p95: 119,
	tone: 'wages',
	source: { cite: ['imf2025'], note: 'Nominal, for 2025, as reported from the IMF’s October 2025 outlook.' },
};

/** Share of world output that is paid for labour rather than capital. */
export const labourShare: NumberParameter = {
	label: 'Labour share of income',
	unit: 'fraction',
	scale: 'linear',
	default: 0.523,
	min: 0.4,
	max: 0.65,
	p05: 0.5,
	p95: 0.55,
	tone: 'wages',
	source: {
		cite: ['ilo2024'],
		note: 'The ILO’s estimate for 2022 to 2024, the labour part of self-employment included.',
	},
};

/**
 * Share of labour income that is paid for knowledge work: the least certain factor, since no worldwide statistics
 * exist.
 */
export const knowledgeShare: NumberParameter = {
	label: 'Knowledge work’s share of labour income',
	unit: 'fraction',
	scale: 'linear',
	default: 0.6,
	min: 0.2,
	max: 0.9,
	p05: 0.4,
	p95: 0.75,
	tone: 'wages',
	source: { cite: [], note: 'Our assumption: no statistical office publishes it for the world.' },
};

/** LaTeX symbol of each parameter. */
export const labourSymbols = { gdp: 'Y', labourShare: '\\lambda', knowledgeShare: 'k' } as const;

export interface Labour {
	readonly gdp: number;
	readonly labourShare: number;
	readonly knowledgeShare: number;
}

/** Returns the yearly pay for knowledge work in trillions of dollars: Y·λ·k. */
export const wageBill = ({ gdp, labourShare, knowledgeShare }: Labour): number => gdp * labourShare * knowledgeShare;
/** Returns `wageBill` in billions of dollars, the unit of revenue. */
export const wagesInBillions = (labour: Labour): number => 1000 * wageBill(labour);
