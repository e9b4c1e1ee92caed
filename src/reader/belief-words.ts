import { countInWords, formatNumber } from '../engine/number-format.ts';
import { valueText } from '../engine/value-text.ts';
import type { OutputsOf } from '../engine/model.ts';
import type { Parameter, Value } from '../engine/parameter.ts';
import type forecast from '../models/forecast.model.ts';

/** A section as a reader may still be sent to it. */
export interface Question {
	readonly href: string;
	/** What it lets a reader find out. */
	readonly question: string;
	/** Parameters that it gives the reader to set. */
	readonly keys: readonly string[];
}

/** How many open questions are named at once. */
const MOST_ASKED = 3;
/** How many changes are named in the sentence; the link carries all of them. */
const MOST_NAMED = 3;

/** Sections of which the reader has moved nothing, in the order of the essay. */
export const untouched = (questions: readonly Question[], changed: readonly string[]): readonly Question[] =>
	questions.filter(({ keys }) => !keys.some((key) => changed.includes(key))).slice(0, MOST_ASKED);

/** What somebody believes, in words that they could send. `changes`: what they assume otherwise than the essay does. */
export function beliefText(
	{ agiYear, capability2030, revenue2030 }: OutputsOf<typeof forecast>,
	learnerYear: number,
	changes: readonly (readonly [Parameter, Value])[],
): string {
	const year = (value: number) => (Number.isFinite(value) ? `in ${formatNumber(value, 'year')}` : 'never');
	const work = formatNumber(capability2030, 'fraction', { digits: 2 });
	const money = formatNumber(revenue2030, 'bn$', { digits: 2 });
	const believed =
		`I expect machines to be able to do nineteen jobs in twenty of knowledge work ${year(agiYear)}. ` +
		`I put learning on the job half way to a person’s level ${year(learnerYear)}. ` +
		`By 2030, then, machines can do ${work} of the work, and labs earn ${money} a year for it.`;
	if (changes.length === 0) return `${believed} These are the essay’s own assumptions; I have changed none.`;
	const named = changes
		.slice(0, MOST_NAMED)
		.map(([parameter, value]) => `“${parameter.label}” at ${valueText(parameter, value)}`);
	const others = changes.length - named.length;
	const rest = others > 0 ? [`${countInWords(others)} more`] : [];
	const [last, ...before] = [...named, ...rest].toReversed();
	return `${believed} Where I differ from the essay: ${before.length > 0 ? `${before.toReversed().join(', ')} and ${last}` : last}.`;
}
