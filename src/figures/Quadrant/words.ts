import type { OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import forecast, { END, LATER, SOON } from '../../models/forecast.model.ts';
import { LATEST, NOW } from '../../parameters/abilities.ts';
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
	`Spread round your numbers as we would spread them, that comes ${oddsText(odds)}: ${viewText(odds)}.`;

/** Returns what the reader's numbers amount to, odds and dates, in one paragraph. */
export function belief({ agiYear, trillionYear }: OutputsOf<typeof forecast>, odds: Odds): string {
	const money = `They put labs’ first trillion dollars in a year ${when(trillionYear, END)}.`;
	return `Your numbers put nineteen jobs in twenty within a machine’s reach ${when(agiYear, LATEST)}. ${oddsSentence(odds)} ${money}`;
}

export const columns = ['Position', `By ${SOON}, runs of 100`, `By ${LATER}, runs of 100`];

/** Returns the table behind the figure: the reader's own odds, then the positions'. */
export const rows = (mine: Odds, positions: readonly { readonly title: string; readonly odds: Odds }[]): string[][] =>
	[{ title: 'Yours', odds: mine }, ...positions].map(({ title, odds }) => [title, ...odds.map(ofHundred)]);
