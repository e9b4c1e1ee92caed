import { defineModel, type Card, type Path } from '../engine/model.ts';
import {
	abilities,
	type Abilities,
	abilitySymbols,
	afterLearner,
	DONE,
	firstYear,
	halfWayYear,
	humanLevelYear,
	ramp,
	substitutability,
	usefulOver,
	yearOf,
	yearsPerBottleneck,
} from '../parameters/abilities.ts';
import {
	adoptionP,
	adoptionQ,
	adoptionSymbols,
	END,
	paidShare,
	QUARTERS,
	revenueOver,
	revenuePath,
	START,
	wageGrowth,
} from '../parameters/adoption.ts';
import { gdp, knowledgeShare, labourShare, labourSymbols, wagesInBillions } from '../parameters/labour.ts';
import { declineSymbols, labourElasticity, priceDecline, priceRatio, priceSymbols } from '../parameters/price.ts';

export { END, revenuePath };

/** One trillion dollars, in billions. */
export const TRILLION = 1000;

/** The years by which the near and the far view are judged. */
export const SOON = 2030;
export const LATER = 2045;

/** The years at which curves are drawn: every quarter, as on the adoption grid. */
const DRAWN_YEARS = Array.from({ length: 121 }, (_, i) => 2020 + i / QUARTERS);

/** Returns the share of work that can be done in each of these years. */
function capabilityIn(years: readonly number[], inputs: Abilities): Path {
	const useful = usefulOver(inputs);
	return years.map((year) => [year, useful(year)]);
}

/** The combined forecast: capability, its adoption, and revenue. */
const model = defineModel({
	id: 'forecast',
	title: 'Everything together',
	parameters: {
		humanLevelYear,
		firstYear,
		abilities,
		ramp,
		substitutability,
		afterLearner,
		yearsPerBottleneck,
		adoptionP,
		adoptionQ,
		wageGrowth,
		gdp,
		labourShare,
		knowledgeShare,
		priceRatio,
		priceDecline,
		labourElasticity,
	},
	outputs: {
		agiYear: { label: 'Year in which 95% can be done', unit: 'year', tone: 'useful' },
		capability2030: { label: 'Share that can be done by 2030', unit: 'fraction', tone: 'useful' },
		revenue2026: { label: 'Labs’ revenue, 2026', unit: 'bn$', tone: 'revenue' },
		revenue2030: { label: 'Labs’ revenue, 2030', unit: 'bn$', tone: 'revenue' },
		revenue2040: { label: 'Labs’ revenue, 2040', unit: 'bn$', tone: 'revenue' },
		trillionYear: { label: 'Year of the first trillion', unit: 'year', tone: 'revenue', never: `not before ${END}` },
	},
	headline: ['agiYear', 'capability2030', 'revenue2030', 'revenue2040', 'trillionYear'],
	paths: {
		/** Share of work that can be done, in the near and in the far year. */
		soonAndLater: (inputs) => capabilityIn([SOON, LATER], inputs),
		/** Share of work that can be done, by year. */
		capability: (inputs) => capabilityIn(DRAWN_YEARS, inputs),
		/** Labs’ revenue in billions, by year. */
		revenue: (inputs) =>
			revenuePath(inputs, DRAWN_YEARS.at(-1))
				.filter(({ year }) => year >= DRAWN_YEARS[0]!)
				.map(({ year, revenue }) => [year, revenue]),
	},
	evaluate(inputs) {
		const useful = usefulOver(inputs);
		const revenue = revenueOver(inputs);
		const revenueIn = (year: number) => revenue[Math.round((year - START) * QUARTERS)]!;
		const first = revenue.findIndex((billions) => billions >= TRILLION);
		return {
			agiYear: yearOf(useful, DONE),
			capability2030: useful(2030),
			revenue2026: revenueIn(2026),
			revenue2030: revenueIn(2030),
			revenue2040: revenueIn(2040),
			trillionYear: first < 0 ? Infinity : START + first / QUARTERS,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'With all that you have set, when is the work done by machines, and what is paid for it until then?',
	symbols: {
		...abilitySymbols,
		...adoptionSymbols,
		...labourSymbols,
		...priceSymbols,
		...declineSymbols,
		agiYear: 'T',
		capability2030: 'C(2030)',
		revenue2026: 'R(2026)',
		revenue2030: 'R(2030)',
		revenue2040: 'R(2040)',
		trillionYear: 'T_{10^{12}}',
	},
	equation: String.raw`R(t) = W\,(1+\q{wageGrowth})^{t-2025}\;\kappa(t) \int_{2015}^{t} \dot C(s)\,F(t-s)\,ds
		\qquad F(x) = \frac{1-e^{-(\q{adoptionP}+\q{adoptionQ})x}}{1+\frac{\q{adoptionQ}}{\q{adoptionP}}e^{-(\q{adoptionP}+\q{adoptionQ})x}}
		\qquad \kappa(t) = \left(\frac{\q{priceRatio}}{\q{priceDecline}^{\max(0,\,t-2026)}}\right)^{1-\q{labourElasticity}}`,
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
				agiYear: 2037.70862,
				capability2030: 0.262344,
				revenue2026: 19.4336,
				revenue2030: 248.283,
				revenue2040: 6582.54,
				trillionYear: 2033.25,
			},
		},
		{
			given: { humanLevelYear: 2035.5, afterLearner: 1 },
			expect: {
				agiYear: 2036.81914,
				capability2030: 0.2722,
				revenue2026: 17.3171,
				revenue2030: 239.224,
				revenue2040: 7041.79,
				trillionYear: 2033,
			},
		},
		{
			given: { humanLevelYear: 2035.5, afterLearner: 0 },
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
		{ says: 'a later learner is never an earlier finish', output: 'agiYear', rises: 'humanLevelYear' },
		{
			says: 'one ability more after a learner that comes last is no earlier finish',
			holds: (inputs, { agiYear }) =>
				halfWayYear(inputs) < inputs.firstYear ||
				model.evaluate({ ...inputs, afterLearner: inputs.afterLearner + 1 }).agiYear >= agiYear - 1e-9,
		},
		{
			says: 'a price that falls changes nothing before 2026',
			holds: (inputs, { revenue2026 }) =>
				Math.abs(model.evaluate({ ...inputs, priceDecline: 1 }).revenue2026 - revenue2026) <= 1e-9 * revenue2026,
		},
		{ says: 'imitation brings money forward', output: 'revenue2040', rises: 'adoptionQ' },
		{
			says: 'money comes after capability',
			holds: (inputs, { revenue2030 }) =>
				revenue2030 <= wagesInBillions(inputs) * paidShare(inputs, 2030) * (1 + inputs.wageGrowth) ** 5 * (1 + 1e-9),
		},
	],
});
