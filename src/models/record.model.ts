import { defineModel, type Card } from '../engine/model.ts';
import {
	abilities,
	abilitySymbols,
	afterLearner,
	firstYear,
	humanLevelYear,
	ramp,
	substitutability,
	testedShare,
	yearsPerBottleneck,
} from '../parameters/abilities.ts';
import { adoptionP, adoptionQ, adoptionSymbols, wageGrowth } from '../parameters/adoption.ts';
import { gdp, knowledgeShare, labourShare, labourSymbols } from '../parameters/labour.ts';
import { declineSymbols, labourElasticity, priceDecline, priceRatio, priceSymbols } from '../parameters/price.ts';
import {
	likelihoodOf,
	reported,
	reportsOf,
	residualsOf,
	type Counting,
	type ModelErrors,
	type Observing,
} from '../parameters/record.ts';

/** Returns how likely settings make the reports, without those of some months. */
function likelihoodWithout(
	inputs: Observing & ModelErrors & Counting,
	leftOut: readonly string[],
): { logLikelihood: number } {
	const reports = reportsOf({ ...inputs, leftOut });
	const { modelError, slopeError } = inputs;
	return {
		logLikelihood: likelihoodOf(inputs, reports)({ residuals: residualsOf(inputs, reports), modelError, slopeError }),
	};
}

const COUNTED = { off: 'Left out', on: 'Counted' } as const;

/** How well the forecast explains the reported figures. */
const model = defineModel({
	id: 'record',
	title: 'The forecast against the record',
	parameters: {
		humanLevelYear,
		firstYear,
		abilities,
		ramp,
		substitutability,
		afterLearner,
		yearsPerBottleneck,
		testedShare,
		adoptionP,
		adoptionQ,
		wageGrowth,
		gdp,
		labourShare,
		knowledgeShare,
		priceRatio,
		priceDecline,
		labourElasticity,
		modelError: {
			label: 'How far the forecast may be wrong',
			unit: '×',
			scale: 'log',
			default: 2,
			min: 1.2,
			max: 4,
			p05: 1.4,
			p95: 4,
			tone: 'gap',
			source: {
				cite: ['kennedyohagan2001'],
				note: 'Our assumption. That a model may be wrong whatever its settings, and that this must be allowed for before it learns from data, is Kennedy and O’Hagan’s idea; how far is ours, and the record has a say in it.',
			},
		},
		slopeError: {
			label: 'How far its yearly growth may be wrong',
			unit: '×/yr',
			scale: 'log',
			default: 1.3,
			min: 1,
			max: 2,
			p05: 1.1,
			p95: 1.7,
			tone: 'gap',
			source: { cite: [], note: 'Our assumption. At 1 the forecast cannot doubt how fast its revenue grows.' },
		},
		recordUntil: {
			label: 'Record counted up to',
			unit: 'year',
			scale: 'linear',
			default: 2027,
			min: 2024,
			max: 2027,
			tone: 'revenue',
			marks: reportsOf({ wholeProjects: 'off', clearBriefs: 'off' }).map(({ year }) => year),
			source: { cite: [], note: 'Your choice; each mark is a report of revenue.' },
		},
		wholeProjects: {
			label: 'Whole projects as further evidence',
			unit: 'choice',
			scale: 'choice',
			default: 'off',
			choices: COUNTED,
			source: {
				cite: ['rli2026'],
				note: 'Your choice. The Remote Labor Index counts freelance projects, which are not all of knowledge work.',
			},
		},
		clearBriefs: {
			label: 'Clear briefs as further evidence',
			unit: 'choice',
			scale: 'choice',
			default: 'off',
			choices: COUNTED,
			source: {
				cite: ['gdpval2025'],
				note: 'Your choice. GDPval counts briefed tasks won against experts, which is not the share of abilities that tests see.',
			},
		},
	},
	outputs: {
		logLikelihood: {
			label: 'How likely these settings make the record',
			unit: '–',
			tone: 'revenue',
			isOfSettings: true,
		},
	},
	headline: ['logLikelihood'],
	evaluate: (inputs) => likelihoodWithout(inputs, []),
	evaluateWithout: likelihoodWithout,
});

export default model;

/** Keys of the parameters that say how the record is counted; the reader's values apply to every position. */
export const COUNTING = ['modelError', 'slopeError', 'recordUntil', 'wholeProjects', 'clearBriefs'] as const;
const isCounting = (key: string): boolean => COUNTING.some((counts) => counts === key);

/** Returns whether the record is informative about a model: whether both share a parameter besides `COUNTING`. */
export const bearsOn = (parameters: Readonly<Record<string, unknown>>): boolean =>
	Object.keys(parameters).some((key) => Object.hasOwn(model.parameters, key) && !isCounting(key));

export const card = (): Card<typeof model> => ({
	question: 'How well does the forecast, with all that you have set, produce the revenue that was reported?',
	symbols: {
		...abilitySymbols,
		testedShare: 'b',
		...adoptionSymbols,
		...labourSymbols,
		...priceSymbols,
		...declineSymbols,
		modelError: 'm',
		slopeError: 'r',
		recordUntil: 'T',
		wholeProjects: 'P',
		clearBriefs: 'B',
		logLikelihood: '\\ell',
	},
	equation: String.raw`\q{logLikelihood} = -\tfrac12\, e^{\mathsf T}\Sigma^{-1}e - \tfrac12\ln\det\Sigma - \tfrac{N}{2}\ln 2\pi
		\qquad e_j = \ln\frac{R(t_j)}{R_j},\; t_j \le \q{recordUntil}
		\qquad \Sigma_{jk} = (\ln \q{modelError})^2\, e^{-|t_j-t_k|/2} + (\ln \q{slopeError})^2\,(t_j-2026)(t_k-2026) + 0.15^2\,[j=k]`,
	source: {
		cite: ['kennedyohagan2001'],
		note: 'Ours, on Kennedy and O’Hagan’s idea: what the model cannot get right at any setting is an error of its own, alike in neighbouring months, and its growth may be wrong as well.',
	},
	leavesOut:
		'A model of money is no model of minds. Run rates are reported, not audited; the model’s memory of two years and the reports’ 15% are assumed, and six points, the last two of which share one lab’s figure, say little of how far it is wrong. Whole projects and clear briefs, where counted, measure neither curve exactly.',
	examples: [
		{ given: {}, expect: { logLikelihood: -2.832382 } },
		{ given: { recordUntil: 2026.65 }, expect: { logLikelihood: -3.116255 } },
		{ given: { humanLevelYear: 2035.5, afterLearner: 1, slopeError: 1 }, expect: { logLikelihood: -3.249675 } },
		{ given: { recordUntil: 2024 }, expect: { logLikelihood: 0 } },
	],
	laws: [
		{
			says: 'where nothing counts there is nothing to be wrong about',
			holds: ({ recordUntil: until }, { logLikelihood }) => until >= reported[0]!.year || logLikelihood === 0,
		},
	],
});
