import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type { Parameter } from '../../engine/parameter.ts';
import forecast, { END, LATER, SOON } from '../../models/forecast.model.ts';
import { DONE, LATEST, NOW, usefulOver, yearOf } from '../../parameters/abilities.ts';
import { ofHundred, oddsText, viewText } from '../../prose/odds-words.ts';
import type { Odds } from '../../runs/queries.ts';

/** What an axis counts. */
export const runsBy = (year: number): string => `Chance of it by ${year}, stretched at both ends`;

const when = (year: number, end: number) =>
	!Number.isFinite(year)
		? `at no time before ${end}`
		: `in ${formatNumber(year, 'year')}${year < NOW ? ', which the record contradicts' : ''}`;

/** Returns the reader's odds and the view that they amount to. */
export const oddsSentence = (odds: Odds): string =>
	`With every number varied, it comes ${oddsText(odds)}: ${viewText(odds)}.`;

/** Returns which of the changed assumptions bear on the reader's place: those that move the date if they alone are put back. */
export function bearing(
	changed: readonly string[],
	inputs: InputsOf<typeof forecast>,
	{ agiYear }: Pick<OutputsOf<typeof forecast>, 'agiYear'>,
): readonly Parameter[] {
	return Object.entries(forecast.parameters).flatMap(([key, parameter]) =>
		changed.includes(key) && yearOf(usefulOver({ ...inputs, [key]: parameter.default }), DONE) !== agiYear
			? [parameter]
			: [],
	);
}

/** Returns how many of the reader's changes bear on the place, and which. */
export function bearingText(changed: number, bearing: readonly Pick<Parameter, 'label'>[]): string {
	if (changed === 0) return 'Only what you set of the learner and of what is missing after it moves your place.';
	const of = changed === 1 ? 'Your one change' : `Of your ${formatNumber(changed, 'count')} changes`;
	if (bearing.length === 0)
		return `${changed === 1 ? `${of} does not bear` : `${of} none bears`} on this place: it asks when machines can do the work.`;
	const names = bearing.map(({ label }) => label).join('; ');
	const count = bearing.length === 1 ? 'one bears' : `${formatNumber(bearing.length, 'count')} bear`;
	return `${changed === 1 ? `${of} bears` : `${of} ${count}`} on this place: ${names}.`;
}

/** Returns what the reader's numbers amount to, odds and dates, in one paragraph. */
export function belief({ agiYear, trillionYear }: OutputsOf<typeof forecast>, odds: Odds): string {
	const money = `They put labs’ first trillion dollars in a year ${when(trillionYear, END)}.`;
	return `Your numbers put nineteen jobs in twenty within a machine’s reach ${when(agiYear, LATEST)}. ${oddsSentence(odds)} ${money}`;
}

export const columns = ['Position', `By ${SOON}, runs of 100`, `By ${LATER}, runs of 100`];

/** Returns the table behind the figure: the reader's own odds, then the positions'. */
export const rows = (mine: Odds, positions: readonly { readonly title: string; readonly odds: Odds }[]): string[][] =>
	[{ title: 'Yours', odds: mine }, ...positions].map(({ title, odds }) => [title, ...odds.map(ofHundred)]);
