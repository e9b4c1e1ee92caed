import { defineModel, type Card } from '../engine/model.ts';
import {
	abilities,
	abilitySymbols,
	afterLearner,
	DONE,
	firstYear,
	halfWayYear,
	humanLevelYear,
	impressiveAt,
	NOW,
	ramp,
	substitutability,
	testedShare,
	usefulOver,
	yearOf,
	yearsPerBottleneck,
} from '../parameters/abilities.ts';

export { impressiveAt };

/** The years at which both curves are drawn. */
const DRAWN_YEARS = Array.from({ length: 106 }, (_, i) => 2015 + i / 3);

/** Compares the schedule of test results with that of economic use (claim G5). */
const model = defineModel({
	id: 'impressive-useful',
	title: 'Impressive and useful',
	parameters: {
		humanLevelYear,
		firstYear,
		abilities,
		ramp,
		testedShare,
		substitutability,
		afterLearner,
		yearsPerBottleneck,
	},
	outputs: {
		impressiveNow: { label: 'Impressive, 2026', unit: 'fraction', tone: 'impressive' },
		usefulNow: { label: 'Useful, 2026', unit: 'fraction', tone: 'useful' },
		impressiveYear: { label: 'Year in which it has impressed', unit: 'year', tone: 'impressive' },
		usefulYear: { label: 'Year in which it is of use', unit: 'year', tone: 'useful' },
		lagYears: { label: 'Years between the two', unit: 'yr', tone: 'useful' },
	},
	headline: ['usefulYear', 'impressiveYear', 'lagYears', 'usefulNow'],
	paths: {
		/** Mean level of the tested abilities, by year. */
		impressive: (inputs) => DRAWN_YEARS.map((year) => [year, impressiveAt(inputs, year)]),
		/** Share of a job's worth that can be done, by year. */
		useful: (inputs) => {
			const useful = usefulOver(inputs);
			return DRAWN_YEARS.map((year) => [year, useful(year)]);
		},
	},
	evaluate(inputs) {
		const impressiveYear = yearOf((year) => impressiveAt(inputs, year), DONE);
		const useful = usefulOver(inputs);
		const usefulYear = yearOf(useful, DONE);
		return {
			impressiveNow: impressiveAt(inputs, NOW),
			usefulNow: useful(NOW),
			impressiveYear,
			usefulYear,
			lagYears: usefulYear - impressiveYear,
		};
	},
});

export default model;

export const card = (): Card<typeof model> => ({
	question: 'How long after a model impresses is it of use?',
	symbols: {
		...abilitySymbols,
		testedShare: 'b',
		impressiveNow: 'I(2026)',
		usefulNow: 'U(2026)',
		impressiveYear: 'T_I',
		usefulYear: 'T_U',
		lagYears: 'T_U-T_I',
	},
	equation: String.raw`a_i(t) = \frac{1}{1+e^{-(t-m_i)/\tau}},\quad m_i = \begin{cases} \q{firstYear} + (T_L-\q{firstYear})\frac{i}{\q{abilities}-1} & i < \q{abilities} \\ T_L + (i-\q{abilities}+1)\,\q{yearsPerBottleneck} & i \ge \q{abilities} \end{cases}\quad T_L = \q{humanLevelYear} - \frac{\q{ramp}}{2}
		\qquad U = \left(\frac{1}{\q{abilities}+\q{afterLearner}}\sum_i a_i^{\rho}\right)^{1/\rho}`,
	source: {
		cite: ['patel2025', 'jones2026'],
		note: 'Ours, to draw the post’s sentence; the mean of constant elasticity is the usual one for weak links.',
	},
	leavesOut:
		'Nobody has counted the abilities of a job, or shown that they mature in a row; the last is simply named learning.',
	examples: [
		{
			given: {},
			expect: {
				impressiveNow: 0.881782,
				usefulNow: 0.0415794,
				impressiveYear: 2027.0764,
				usefulYear: 2037.70862,
				lagYears: 10.63222,
			},
		},
		{
			given: { humanLevelYear: 2035.5, afterLearner: 1 },
			expect: {
				impressiveNow: 0.797236,
				usefulNow: 0.0382132,
				impressiveYear: 2028.11229,
				usefulYear: 2036.81914,
				lagYears: 8.70684,
			},
		},
		{
			given: { humanLevelYear: 2035.5, afterLearner: 0 },
			expect: { usefulNow: 0.0873801, usefulYear: 2034.11333, lagYears: 6.00104 },
		},
	],
	laws: [
		{ says: 'a later learner is a later use', output: 'usefulYear', rises: 'humanLevelYear' },
		{
			says: 'abilities that stand in for one another are of use sooner',
			output: 'usefulNow',
			rises: 'substitutability',
		},
		{
			says: 'one ability more after a learner that comes last is no earlier use',
			holds: (inputs, { usefulYear }) =>
				halfWayYear(inputs) < inputs.firstYear ||
				model.evaluate({ ...inputs, afterLearner: inputs.afterLearner + 1 }).usefulYear >= usefulYear - 1e-9,
		},
		{
			says: 'tests that cover all impress no sooner, if the learner comes last',
			holds: (inputs, { impressiveYear }) =>
				halfWayYear(inputs) < inputs.firstYear ||
				model.evaluate({ ...inputs, testedShare: 1 }).impressiveYear >= impressiveYear - 1e-9,
		},
	],
});
