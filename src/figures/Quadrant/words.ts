import type { OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import { valueText } from '../../engine/value-text.ts';
import forecast, { END, LATER, SOON } from '../../models/forecast.model.ts';
import { DONE, LATEST } from '../../parameters/abilities.ts';
import type { Odds } from '../../runs/queries.ts';
import type { Crossing } from './crossing.ts';

/** Returns a share of runs as a count of a hundred, the precision of the runs. */
export function ofHundred(share: number): string {
	if (share > 0 && share < 0.005) return 'fewer than 1';
	if (share < 1 && share > 0.995) return 'more than 99';
	return String(Math.round(share * 100));
}

/** Chances that an axis names. */
export const CHANCES = [
	{ share: 0.001, text: '1 in 1,000' },
	{ share: 0.01, text: '1 in 100' },
	{ share: 0.1, text: '1 in 10' },
	{ share: 0.5, text: '1 in 2' },
	{ share: 0.9, text: '9 in 10' },
	{ share: 0.99, text: '99 in 100' },
] as const;

/** What an axis counts. */
export const runsBy = (year: number): string =>
	`Chance that ${formatNumber(DONE, 'fraction', { digits: 2 })} of knowledge work is within reach by ${year}`;

/** Returns the view that the settings imply; the odds tell how certain it is. */
function viewOf(done: number): string {
	if (done <= SOON) return 'bullish soon, and so later';
	return done <= LATER ? 'bearish soon, bullish later' : 'bearish soon, and bearish later';
}

const when = (year: number, end: number) =>
	Number.isFinite(year) ? `in ${formatNumber(year, 'year')}` : `at no time before ${end}`;

/** Returns the reader's view, dates and odds, in one paragraph. */
export function belief({ agiYear, trillionYear }: OutputsOf<typeof forecast>, [soon, later]: Odds): string {
	const view = `Your settings are ${viewOf(agiYear)}.`;
	const work = `They put nineteen jobs in twenty within a machine’s reach ${when(agiYear, LATEST)}`;
	const money = `labs’ first trillion dollars in a year ${when(trillionYear, END)}`;
	const odds = `that comes by ${SOON} in ${ofHundred(soon)} of a hundred runs, by ${LATER} in ${ofHundred(later)}`;
	return `${view} ${work}, and ${money}. Spread round them as we would spread it, ${odds}.`;
}

/** The change that moves the reader over a line: the assumption, its value, and the view that follows. */
export function crossingText({ key, value, year, isDone }: Crossing): { label: string; value: string; then: string } {
	const parameter = forecast.parameters[key];
	return {
		label: parameter.label.toLowerCase(),
		value: valueText(parameter, value),
		then: `${isDone ? 'within reach by' : 'out of reach until'} ${year}`,
	};
}

export const columns = ['Position', `By ${SOON}, runs of 100`, `By ${LATER}, runs of 100`];

/** Returns the table behind the figure: the reader's own odds, then the positions'. */
export const rows = (mine: Odds, positions: readonly { readonly title: string; readonly odds: Odds }[]): string[][] =>
	[{ title: 'Yours', odds: mine }, ...positions].map(({ title, odds }) => [title, ...odds.map(ofHundred)]);
