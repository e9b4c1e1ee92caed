import { defineModel, type Card } from '../engine/model.ts';
import { gdp, knowledgeShare, labourShare, labourSymbols, wageBill, wagesInBillions } from '../parameters/labour.ts';
import { revenue, revenueSymbols } from '../parameters/revenue.ts';

interface Growth {
	readonly revenue: number;
	readonly revenueGrowth: number;
	readonly growthHalving: number;
}

/** Returns the decay rate a year of the log growth rate; below, the logarithm of all growth still to come. */
const decayOf = ({ growthHalving }: Growth): number => Math.LN2 / growthHalving;
const toCome = (growth: Growth): number => Math.log(growth.revenueGrowth) / decayOf(growth);

/** Returns revenue in billions after `years`, if the log growth rate halves every `growthHalving` years. */
export const revenueAfter = (growth: Growth, years: number): number =>
	growth.revenue * Math.exp(toCome(growth) * -Math.expm1(-decayOf(growth) * years));

/** Years after the date of the run rate at which the curve is drawn. */
const DRAWN = Array.from({ length: 101 }, (_, i) => i / 4);

/** Labs' revenue against knowledge workers' wages, and the years until they meet (claim D4). */
const model = defineModel({
	id: 'revenue-gap',
	title: 'The revenue gap',
	parameters: {
		gdp,
		labourShare,
		knowledgeShare,
		revenue,
		revenueGrowth: {
			label: 'Growth of revenue now',
			unit: '×/yr',
			scale: 'log',
			default: 3,
			min: 1.1,
			max: 10,
			p05: 2,
			p95: 5,
			tone: 'revenue',
			positions: { 'year-on-2026': 4 },
			source: {
				cite: ['friar2026', 'epoch2026revenue'],
				note: 'Reported: about 3 times a year at OpenAI, about 10 at Anthropic. From December 2025 to September 2026 the two together grew at about 6 times a year; the range is for the years to come.',
			},
		},
		growthHalving: {
			label: 'Years until growth is half as fast',
			unit: 'yr',
			scale: 'log',
			default: 5,
			min: 0.5,
			max: 100,
			p05: 2,
			p95: 15,
			tone: 'revenue',
			source: {
				cite: [],
				note: 'Our assumption: nothing grows threefold a year for ever. A hundred years is as good as never slowing. Half as fast in logarithms: from threefold to 1.7 times a year.',
			},
		},
		targetShare: {
			label: 'Share of the wage bill to reach',
			unit: 'fraction',
			scale: 'log',
			default: 1,
			min: 0.01,
			max: 1,
			tone: 'wages',
			source: { cite: [], note: 'Your choice.' },
		},
	},
	outputs: {
		wageBill: { label: 'Knowledge workers’ wages', unit: 'tn$', tone: 'wages' },
		gap: { label: 'Wages over revenue', unit: '×', tone: 'gap' },
		orders: { label: 'The gap', unit: 'orders', tone: 'gap' },
		yearsToClose: { label: 'Years to close it', unit: 'yr', tone: 'gap' },
		revenueIn5Years: { label: 'Revenue in five years', unit: 'bn$', tone: 'revenue' },
		revenueCeiling: { label: 'Where that growth ends', unit: 'bn$', tone: 'revenue' },
		revenueAtFourOrders: { label: 'Revenue that four orders would mean', unit: 'bn$', tone: 'gap' },
	},
	guess: 'gap',
	drawing: {
		months: 12,
		unit: 'bn$',
		min: 1,
		max: 1000,
		adopts: 'revenueGrowth',
		valueFor: (yearlyFactor) => yearlyFactor,
	},
	headline: ['yearsToClose', 'orders', 'revenueIn5Years'],
	paths: {
		/** Revenue in billions a year, by years after the date of the run rate. */
		revenue: (inputs) => DRAWN.map((years) => [years, revenueAfter(inputs, years)]),
	},
	evaluate(inputs) {
		const { revenue: R0, targetShare } = inputs;
		const wages = wagesInBillions(inputs);
		const gap = wages / R0;
		const logGap = Math.log(gap);
		const wanted = logGap + Math.log(targetShare);
		// Share of all growth to come that the target needs: if it is 1 or more, the target is never reached.
		const used = wanted / toCome(inputs);
		return {
			wageBill: wageBill(inputs),
			gap,
			orders: logGap / Math.LN10,
			yearsToClose: wanted <= 0 ? 0 : used < 1 ? -Math.log1p(-used) / decayOf(inputs) : Infinity,
			revenueIn5Years: revenueAfter(inputs, 5),
			revenueCeiling: R0 * Math.exp(toCome(inputs)),
			revenueAtFourOrders: wages / 1e4,
		};
	},
	presets: [
		{ name: 'December 2025', cite: ['friar2026'], values: { revenue: 29, revenueGrowth: 3 } },
		{ name: 'September 2026', cite: ['ft2026openai', 'willison2026'], values: { revenue: 115, revenueGrowth: 4 } },
	],
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How far is what labs earn from what knowledge workers are paid, and when would the two meet?',
	symbols: {
		...labourSymbols,
		...revenueSymbols,
		revenueGrowth: 'm',
		growthHalving: 'H',
		targetShare: 's',
		wageBill: 'W',
		gap: 'W/R_0',
		orders: '\\log_{10}(W/R_0)',
		yearsToClose: 'T',
		revenueIn5Years: 'R(5)',
		revenueCeiling: 'R_\\infty',
		revenueAtFourOrders: 'R_{10^4}',
	},
	equation: String.raw`\begin{gathered}
		\q{wageBill} = \q{gdp}\,\q{labourShare}\,\q{knowledgeShare} \qquad \text{gap} = \q{orders} \\[0.6em]
		R(\tau) = \q{revenue}\,\exp\!\left[\ln \q{revenueGrowth}\,\frac{1-e^{-\delta \tau}}{\delta}\right] \\[0.4em] \delta = \frac{\ln 2}{\q{growthHalving}}
		\end{gathered}`,
	source: {
		cite: ['patel2025'],
		note: 'The post’s comparison, with a growth path of our own: the log growth rate decays.',
	},
	leavesOut:
		'Wages stay where they are; revenue is not value (readers of this essay may pay nothing for what they get); run rates are a month times twelve, unaudited.',
	examples: [
		{
			given: {},
			expect: {
				wageBill: 36.7774,
				gap: 1268.18,
				orders: 3.10318,
				yearsToClose: 16.7291,
				revenueIn5Years: 1524.93,
				revenueCeiling: 80_186.3,
				revenueAtFourOrders: 3.67774,
			},
		},
		{ given: { revenue: 105 }, expect: { gap: 350.26, orders: 2.5444 } },
		{ given: { growthHalving: 0.5, revenueGrowth: 1.1 }, expect: { yearsToClose: Infinity } },
	],
	laws: [
		{ says: 'the gap narrows as revenue rises', output: 'orders', falls: 'revenue' },
		{
			says: 'ten times the revenue is one order less',
			holds: (inputs, { orders }) =>
				Math.abs(model.evaluate({ ...inputs, revenue: 10 * inputs.revenue }).orders - (orders - 1)) < 1e-9,
		},
		{ says: 'knowledge work earns no more than the world does', holds: ({ gdp: y }, { wageBill: w }) => w <= y },
		{ says: 'a lower mark is reached no later', output: 'yearsToClose', rises: 'targetShare' },
		{ says: 'growth that lasts longer closes the gap no later', output: 'yearsToClose', falls: 'growthHalving' },
		{
			says: 'revenue stays under its ceiling',
			holds: (_, { revenueIn5Years, revenueCeiling }) => revenueIn5Years <= revenueCeiling * (1 + 1e-12),
		},
	],
});
