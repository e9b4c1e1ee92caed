import { countInWords, formatNumber } from '../engine/number-format.ts';
import { valueText } from '../engine/value-text.ts';
import type { OutputsOf } from '../engine/model.ts';
import type { Parameter, Value } from '../engine/parameter.ts';
import type forecast from '../models/forecast.model.ts';
import { modelOf } from '../models/registry.ts';

/** A section's question, for the list of what the reader has not explored. */
export interface SectionQuestion {
	readonly href: string;
	/** The question that the section answers. */
	readonly question: string;
	/** Ids of the models that the section works with. */
	readonly models: readonly string[];
}

/** The most questions that are listed. */
const MOST_QUESTIONS = 3;
/** The most changes that the sentence names; the rest are counted. */
const MOST_NAMED = 3;

/** Returns the first sections, in the order of the essay, of whose models no parameter is changed. */
export const unexplored = (
	questions: readonly SectionQuestion[],
	changed: readonly string[],
): readonly SectionQuestion[] =>
	questions
		.filter(({ models }) => !models.some((id) => changed.some((key) => Object.hasOwn(modelOf(id).parameters, key))))
		.slice(0, MOST_QUESTIONS);

/** Returns a reader's forecast in the first person, to be sent to others. `changes` are the reader's changed assumptions. */
export function forecastText(
	{ agiYear, capability2030, revenue2030 }: OutputsOf<typeof forecast>,
	humanLevelYear: number,
	changes: readonly (readonly [Parameter, Value])[],
): string {
	const year = (value: number) => (Number.isFinite(value) ? `in ${formatNumber(value, 'year')}` : 'never');
	const work = formatNumber(capability2030, 'fraction', { digits: 2 });
	const money = formatNumber(revenue2030, 'bn$', { digits: 2 });
	const forecasts =
		`I expect machines to be able to do nineteen jobs in twenty of knowledge work ${year(agiYear)}. ` +
		`I expect them to learn on the job as well as a person ${year(humanLevelYear)}. ` +
		`By 2030, then, machines can do ${work} of the work, and labs earn ${money} a year for it.`;
	if (changes.length === 0) return `${forecasts} These are the essay’s own assumptions; I have changed none.`;
	const named = changes
		.slice(0, MOST_NAMED)
		.map(([parameter, value]) => `“${parameter.label}” at ${valueText(parameter, value)}`);
	const others = changes.length - named.length;
	const rest = others > 0 ? [`${countInWords(others)} more`] : [];
	const [last, ...before] = [...named, ...rest].toReversed();
	return `${forecasts} Where I differ from the essay: ${before.length > 0 ? `${before.toReversed().join(', ')} and ${last}` : last}.`;
}
