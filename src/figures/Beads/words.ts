import type { InputsOf, OutputsOf } from '../../engine/model.ts';
import { formatNumber } from '../../engine/number-format.ts';
import type model from '../../models/bottlenecks.model.ts';
import type { Bead } from './thread.ts';

export const chanceText = (chance: number): string =>
	formatNumber(chance, 'fraction', { digits: chance < 0.01 ? 1 : 2 });
export const countText = (count: number): string => formatNumber(count, 'count', { digits: 2 });

/** Returns what the figure shows, in one paragraph. */
export function summary(
	{ solved }: InputsOf<typeof model>,
	{ expectedRemaining, nextIsLast }: OutputsOf<typeof model>,
	ahead: readonly Bead[],
): string {
	const counts = `${countText(solved)} fallen, ${countText(expectedRemaining)} more expected`;
	const last = `the next being the last with a chance of ${chanceText(nextIsLast)}`;
	const some = [2, 5, 10].map((nth) => `${chanceText(ahead[nth - 1]!.exists)} for number ${nth} from here`);
	return `${counts}, ${last}. Ahead of today each bead is as large as it is likely to exist: ${some.join(', ')}.`;
}

export const columns = ['Bead ahead of today', 'Chance that it exists', 'Chance that it is the last'];

/** Returns the table behind the figure: some beads ahead. */
export const rows = (ahead: readonly Bead[]): string[][] =>
	[1, 2, 3, 4, 5, 7, 10, 15, 20].map((nth) => {
		const { exists, isLast } = ahead[nth - 1]!;
		return [String(nth), chanceText(exists), chanceText(isLast)];
	});
