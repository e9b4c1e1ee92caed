import { bassShare } from '../engine/bass.ts';
import { defineModel, type Card } from '../engine/model.ts';
import {
	abilities,
	type Abilities,
	abilitySymbols,
	DONE,
	firstYear,
	learnerYear,
	ramp,
	substitutability,
	usefulAt,
	yearOf,
} from '../parameters/abilities.ts';
import { gdp, knowledgeShare, labourShare, labourSymbols, wagesInBillions, type Labour } from '../parameters/labour.ts';
import { labourElasticity, priceFactor, priceRatio, priceSymbols, type Price } from '../parameters/price.ts';

/** The quarterly grid on which newly feasible work is adopted. */
const START = 2015;
const QUARTERS = 4;
export const END = 2060;

/** The year of the wage bill. */
const PAID_IN = 2025;

export interface ForecastInputs extends Abilities, Labour, Price {
	readonly adoptionP: number;
	readonly adoptionQ: number;
	readonly wageGrowth: number;
}

/** Revenue in billions at each quarter from 2015 to `until`: work that becomes feasible is taken up along Bass's curve, each quarter's part from its own middle. */
export function revenuePath(
	inputs: ForecastInputs,
	until = END,
): { readonly year: number; readonly capability: number; readonly revenue: number }[] {
	const steps = Math.round((until - START) * QUARTERS);
	const capability = Array.from({ length: steps + 1 }, (_, j) => usefulAt(inputs, START + j / QUARTERS));
	const taken = Array.from({ length: steps }, (_, age) =>
		bassShare((age + 0.5) / QUARTERS, inputs.adoptionP, inputs.adoptionQ),
	);
	const scale = wagesInBillions(inputs) * priceFactor(inputs);
	const gained = capability.map((level, j) => level - (capability[j - 1] ?? level));
	return capability.map((level, J) => {
		let adopted = 0;
		for (let j = 1; j <= J; j++) adopted += gained[j]! * taken[J - j]!;
		const year = START + J / QUARTERS;
		return { year, capability: level, revenue: scale * (1 + inputs.wageGrowth) ** (year - PAID_IN) * adopted };
	});
}

/** The first trillion, in billions. */
export const TRILLION = 1000;

/** The years by which the near and the far view are judged. */
export const SOON = 2030;
export const LATER = 2045;

/** The years over which it is drawn: every quarter, as it is adopted. */
const DRAWN = Array.from({ length: 121 }, (_, i) => 2020 + i / QUARTERS);

/** Everything together: capability, its adoption, and the money. */
const model = defineModel({
	id: 'forecast',
	title: 'Everything together',
	parameters: {
		learnerYear,
		firstYear,
		abilities,
		ramp,
		substitutability,
		adoptionP: {
			label: 'Adoption of one’s own accord (Bass)',
			unit: '1/yr',
			scale: 'log',
			default: 0.03,
			min: 0.001,
			max: 0.2,
			p05: 0.01,
			p95: 0.06,
			tone: 'diffusion',
			positions: { 'diffusion-first': 0.005 },
			source: { cite: ['bass1969'], note: 'The average usually quoted, for consumer goods.' },
		},
		adoptionQ: {
			label: 'Adoption by imitation (Bass)',
			unit: '1/yr',
			scale: 'linear',
			default: 0.38,
			min: 0,
			max: 1.5,
			p05: 0.25,
			p95: 0.8,
			tone: 'diffusion',
			positions: { 'diffusion-first': 0.25 },
			source: { cite: ['bass1969'], note: 'Likewise.' },
		},
		wageGrowth: {
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
		},
		gdp,
		labourShare,
		knowledgeShare,
		priceRatio,
		labourElasticity,
	},
	outputs: {
		agiYear: { label: 'Year in which 95% can be done', unit: 'year', tone: 'useful' },
		capability2030: { label: 'Share that can be done by 2030', unit: 'fraction', tone: 'useful' },
		revenue2026: { label: 'Labs’ revenue, 2026', unit: 'bn$', tone: 'revenue' },
		revenue2030: { label: 'Labs’ revenue, 2030', unit: 'bn$', tone: 'revenue' },
		revenue2040: { label: 'Labs’ revenue, 2040', unit: 'bn$', tone: 'revenue' },
		trillionYear: { label: 'Year of the first trillion', unit: 'year', tone: 'revenue' },
	},
	headline: ['agiYear', 'capability2030', 'revenue2030', 'revenue2040', 'trillionYear'],
	paths: {
		/** The share that can be done, at the two years. */
		soonAndLater: (inputs) => [SOON, LATER].map((year) => [year, usefulAt(inputs, year)]),
		/** The same, year by year. */
		capability: (inputs) => DRAWN.map((year) => [year, usefulAt(inputs, year)]),
		/** Labs’ revenue in billions. */
		revenue: (inputs) =>
			revenuePath(inputs, DRAWN.at(-1))
				.filter(({ year }) => year >= DRAWN[0]!)
				.map(({ year, revenue }) => [year, revenue]),
	},
	evaluate(inputs) {
		const path = revenuePath(inputs);
		const revenueIn = (year: number) => path[Math.round((year - START) * QUARTERS)]!.revenue;
		return {
			agiYear: yearOf((year) => usefulAt(inputs, year), DONE),
			capability2030: usefulAt(inputs, 2030),
			revenue2026: revenueIn(2026),
			revenue2030: revenueIn(2030),
			revenue2040: revenueIn(2040),
			trillionYear: path.find(({ revenue }) => revenue >= TRILLION)?.year ?? Infinity,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'With all that you have set, when is the work done by machines, and what is paid for it until then?',
	symbols: {
		...abilitySymbols,
		adoptionP: 'p',
		adoptionQ: 'q',
		wageGrowth: 'w',
		...labourSymbols,
		...priceSymbols,
		agiYear: 'T',
		capability2030: 'C(2030)',
		revenue2026: 'R(2026)',
		revenue2030: 'R(2030)',
		revenue2040: 'R(2040)',
		trillionYear: 'T_{10^{12}}',
	},
	equation: String.raw`R(t) = W\,(1+\q{wageGrowth})^{t-2025}\;\kappa \int_{2015}^{t} \dot C(s)\,F(t-s)\,ds \qquad F(x) = \frac{1-e^{-(\q{adoptionP}+\q{adoptionQ})x}}{1+\frac{\q{adoptionQ}}{\q{adoptionP}}e^{-(\q{adoptionP}+\q{adoptionQ})x}}`,
	source: {
		cite: ['patel2025', 'bass1969'],
		note: 'Ours: the useful share of section 5, adopted by Bass’s curve, paid by section 4’s price.',
	},
	leavesOut:
		'Adoption is as slow for the last job as for the first; learning does not speed itself up; wages do not respond; and nothing goes wrong.',
	examples: [
		{
			given: {},
			expect: {
				agiYear: 2034.11333,
				capability2030: 0.488135,
				revenue2026: 42.4552,
				revenue2030: 499.124,
				revenue2040: 8795.55,
				trillionYear: 2031.5,
			},
		},
	],
	laws: [
		{ says: 'a later learner is never an earlier finish', output: 'agiYear', rises: 'learnerYear' },
		{ says: 'imitation brings money forward', output: 'revenue2040', rises: 'adoptionQ' },
		{
			says: 'money comes after capability',
			holds: (inputs, { revenue2030 }) =>
				revenue2030 <= wagesInBillions(inputs) * priceFactor(inputs) * (1 + inputs.wageGrowth) ** 5 * (1 + 1e-9),
		},
	],
});
