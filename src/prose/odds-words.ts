import type { Odds } from '../runs/queries.ts';
import { LATER, SOON } from '../models/forecast.model.ts';

/** Returns a share of runs as a count of a hundred, the precision of the runs. */
export function ofHundred(share: number): string {
	if (share > 0 && share < 0.005) return 'fewer than 1';
	if (share < 1 && share > 0.995) return 'more than 99';
	return String(Math.round(share * 100));
}

/** Returns both odds in words: “by 2030 in 2 of a hundred runs, by 2045 in 71”. */
export const oddsText = ([soon, later]: Odds): string =>
	`by ${SOON} in ${ofHundred(soon)} of a hundred runs, by ${LATER} in ${ofHundred(later)}`;

/** Shares from which a chance is called even, and likely. */
const EVEN = 0.4;
const LIKELY = 0.6;
const likelihood = (share: number) => (share < EVEN ? 'unlikely' : share < LIKELY ? 'about even' : 'likely');

/** Returns the view that both odds amount to: “unlikely soon and likely later”. */
export function viewText([soon, later]: Odds): string {
	const [near, far] = [likelihood(soon), likelihood(later)];
	return near === far ? `${near}, soon and later alike` : `${near} soon and ${far} later`;
}
