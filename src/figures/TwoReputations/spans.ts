/** The compute over which a trend was fitted, and that of the largest run it was carried to, in a unit of its own. */
export interface Span {
	readonly from: number;
	readonly to: number;
	readonly held: number;
}
/** The ends of both trends as multiples of the smallest run in the fit. */
export interface Multiples {
	readonly fitted: number;
	readonly held: number;
}
export const multiplesOf = ({ from, to, held }: Span): Multiples => ({ fitted: to / from, held: held / from });

/** Ends of the shared axis of compute: below the smallest run fitted, and beyond GPT-4. */
export const AXIS = [0.05, 1e8] as const;
