import { formatNumber } from '../engine/number-format.ts';
import { SURPRISE_LIMIT, type Evidence } from '../runs/queries.ts';

/** Returns a probability as “one in so many”, from two to 2,000. */
export const oneIn = (share: number): string =>
	`one in ${formatNumber(Math.max(2, Math.round(1 / Math.max(share, 1 / 2000))), '–')}`;

/** Returns how likely some assumptions made the record, compared with the post's. */
export function evidenceText({ odds, surprise }: Evidence): string {
	if (surprise < SURPRISE_LIMIT) return `hardly at all: a ${oneIn(surprise)} surprise`;
	if (odds > 0.95 && odds < 1.05) return 'as well as the post’s';
	return odds > 1
		? `${formatNumber(odds, '×', { digits: 2 })} as well as the post’s`
		: `${formatNumber(1 / odds, '×', { digits: 2 })} worse than the post’s`;
}
