import type { OtherReader } from './other-reader.ts';
import type { WagerTerms } from './wager-terms.ts';

/** A wager between two readers, as a link carries it. */
export interface Wager {
	/** Its pairs as they stand in the link, joined: what is hashed, and what the next link carries again. */
	readonly text: string;
	readonly terms: WagerTerms;
	/** The two readers, each with the values that differ from today's defaults. */
	readonly one: OtherReader;
	readonly two: OtherReader;
	/** The oldest edition with which one of the two was made. */
	readonly edition: number;
}

/** The wager of the link that was opened. */
class OpenedWager {
	now = $state.raw<Wager | undefined>();
}
export const openedWager = new OpenedWager();
