import type { InputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/bottlenecks.model.ts';
import type { Thread } from './thread.ts';

export const chanceText = (chance: number): string =>
	formatNumber(chance, 'fraction', { digits: chance < 0.01 ? 1 : 2 });
export const countText = (count: number): string => formatNumber(count, 'count', { digits: 2 });
/** Formats the year in which a thread ends; beyond the century it says no more than that. */
export const yearText = (year: number): string => (year > 2100 ? 'after 2100' : formatNumber(Math.round(year), 'year'));

/** Returns what the figure shows, in one paragraph. */
export function summary({ solved }: InputsOf<typeof model>, threads: readonly Thread[]): string {
	const each = threads.map(
		({ name, expected, year, nextIsLast }) =>
			`${name}: ${countText(expected)} more, ${yearText(year)}, the next being the last with a chance of ${chanceText(nextIsLast)}`,
	);
	return `${countText(solved)} fallen. Three starting beliefs, with what each expects still. ${each.join('. ')}.`;
}

export const columns = ['Starting belief', 'Still expected', 'Chance that the next is the last', 'The last falls'];

/** Returns the table behind the figure: one row for each starting belief. */
export const rows = (threads: readonly Thread[]): string[][] =>
	threads.map(({ name, expected, nextIsLast, year }) => [
		name,
		countText(expected),
		chanceText(nextIsLast),
		yearText(year),
	]);
