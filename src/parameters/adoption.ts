import { bassShare } from '../engine/bass.ts';
import type { NumberParameter } from '../engine/parameter.ts';
import { usefulAlong, type Abilities } from './abilities.ts';
import { wagesInBillions, type Labour } from './labour.ts';
import { priceFactor, priceRatioIn, type Price } from './price.ts';

export const adoptionP: NumberParameter = {
	label: 'How many adopt unprompted each year',
	unit: '1/yr',
	scale: 'log',
	default: 0.03,
	min: 0.001,
	max: 0.2,
	p05: 0.01,
	p95: 0.06,
	tone: 'diffusion',
	positions: { 'diffusion-first': 0.005 },
	beyond: 'Those who blame adoption hold that organisations start far more slowly than households do.',
	source: {
		cite: ['bass1969'],
		note: 'The average usually quoted, for consumer goods. Bass’s coefficient of innovation, p.',
	},
};
export const adoptionQ: NumberParameter = {
	label: 'How strongly adopters draw others in',
	unit: '1/yr',
	scale: 'linear',
	default: 0.38,
	min: 0,
	max: 1.5,
	p05: 0.25,
	p95: 1.2,
	tone: 'diffusion',
	positions: { 'diffusion-first': 0.25 },
	source: {
		cite: ['bass1969'],
		note: 'The average usually quoted, for consumer goods that last. They are a poor guide to software sold by the month, so the upper end is ours. Bass’s coefficient of imitation, q.',
	},
};
export const wageGrowth: NumberParameter = {
	label: 'Growth of the wage bill',
	unit: '1/yr',
	scale: 'linear',
	default: 0.04,
	min: 0,
	max: 0.1,
	p05: 0.02,
	p95: 0.06,
	tone: 'wages',
	source: { cite: [], note: 'Our assumption.' },
};

/** LaTeX symbol of each parameter. */
export const adoptionSymbols = { adoptionP: 'p', adoptionQ: 'q', wageGrowth: 'w' } as const;

export interface Adoption extends Abilities, Labour, Price {
	readonly adoptionP: number;
	readonly adoptionQ: number;
	readonly wageGrowth: number;
	readonly priceDecline: number;
}

/** First year of the quarterly grid on which newly feasible work is adopted. */
export const START = 2015;
export const QUARTERS = 4;
export const END = 2060;

/** The year to which the wage bill refers. */
const PAID_IN = 2025;

/** Returns the dollars paid to labs in a year per dollar of wages matched. */
export const paidShare = (inputs: Pick<Adoption, keyof Price | 'priceDecline'>, year: number): number =>
	priceFactor({ priceRatio: priceRatioIn(inputs, year), labourElasticity: inputs.labourElasticity });

/**
 * Returns labs' revenue in billions as a function of the quarter, counted from `START`, up to the last of `quarters`. The work
 * that becomes feasible in a quarter is adopted along a Bass curve that starts in the middle of that quarter.
 */
function revenueAlong(inputs: Adoption, quarters: number): (quarter: number) => number {
	const { adoptionP: innovation, adoptionQ: imitation, wageGrowth: growth } = inputs;
	const wages = wagesInBillions(inputs);
	const useful = usefulAlong(inputs, START, 1 / QUARTERS, quarters);
	const gained = new Float64Array(quarters);
	const adoptedShares = new Float64Array(quarters);
	for (let j = 1; j < quarters; j++) {
		gained[j] = useful[j]! - useful[j - 1]!;
		adoptedShares[j] = bassShare((j - 0.5) / QUARTERS, innovation, imitation);
	}
	return (j) => {
		if (j === 0) return 0;
		let adopted = 0;
		for (let i = 1; i <= j; i++) adopted += gained[i]! * adoptedShares[j - i + 1]!;
		const year = START + j / QUARTERS;
		return wages * (1 + growth) ** (year - PAID_IN) * paidShare(inputs, year) * adopted;
	};
}

/** Returns labs' revenue in billions at each quarter from `START` to `until`. */
export function revenueOver(inputs: Adoption, until = END): Float64Array {
	const quarters = Math.round((until - START) * QUARTERS) + 1;
	const revenueAt = revenueAlong(inputs, quarters);
	return new Float64Array(quarters).map((_, j) => revenueAt(j));
}

/** Returns the wages of all knowledge work in a year, in billions. */
export const paidWages = (inputs: Adoption, year: number): number =>
	wagesInBillions(inputs) * (1 + inputs.wageGrowth) ** (year - PAID_IN);

/** Lower limit of revenue, in billions, before its logarithm. */
export const LEAST_REVENUE = 1e-300;

/**
 * Returns the logarithm of labs' revenue, in billions, at any date from `START` to `newest`: interpolated between
 * quarters.
 */
export function revenueIn(inputs: Adoption, newest: number): (year: number) => number {
	// A report needs two quarters, so that the others are not computed.
	const revenueAt = revenueAlong(inputs, Math.floor((newest - START) * QUARTERS) + 2);
	const log = (j: number) => Math.log(Math.max(LEAST_REVENUE, revenueAt(j)));
	return (year) => {
		const position = (year - START) * QUARTERS;
		const quarter = Math.floor(position);
		const share = position - quarter;
		return (1 - share) * log(quarter) + share * log(quarter + 1);
	};
}

/** Returns `revenueOver` with the years of its quarters. */
export const revenuePath = (inputs: Adoption, until = END): { readonly year: number; readonly revenue: number }[] =>
	Array.from(revenueOver(inputs, until), (revenue, j) => ({ year: START + j / QUARTERS, revenue }));
