import type { PathName } from '../engine/path.ts';
import type { Value } from '../engine/parameter.ts';

/** Runs behind every range. */
export const RUNS = 10_000;

/** What the runs are asked. Plain data: it is sent to a worker, and its JSON is its name. */
export type Ask = {
	readonly model: string;
	/** Runs round a named position instead of the reader's own assumptions. */
	readonly position?: string;
} & (
	| { readonly kind: 'outputs' }
	| { readonly kind: 'path'; readonly name: PathName }
	/** How often a path of two points stands at `mark` or above, at the first and at the second. */
	| { readonly kind: 'likely'; readonly path: string; readonly mark: number }
);

/** What nine runs of ten, half of them, and twenty equally likely runs give for one output. Infinite where a run never gets there. */
export interface Spread {
	readonly p05: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p95: number;
	/** Runs that this is made from. */
	readonly runs: number;
	/** Twenty equally likely outcomes, ascending. */
	readonly outcomes: readonly number[];
}
/** A curve's spread at each place along the bottom, and some runs whole. */
export interface Fan {
	readonly at: readonly number[];
	readonly p05: readonly number[];
	readonly p25: readonly number[];
	readonly p75: readonly number[];
	readonly p95: readonly number[];
	readonly runs: readonly (readonly number[])[];
}
/** Shares of runs at the mark or above, at the first and at the second point. */
export type Odds = readonly [number, number];
export interface Likely {
	readonly odds: Odds;
	/** The same among the runs that have one parameter in one tenth of its range, for each parameter that varies: what it would be to know. */
	readonly known: Readonly<Record<string, readonly Odds[]>>;
}
export type AnswerTo<A extends Ask> = A extends { kind: 'outputs' }
	? Readonly<Record<string, Spread>>
	: A extends { kind: 'path' }
		? Fan
		: Likely;
export type Answer = Readonly<Record<string, Spread>> | Fan | Likely;

/** Everything that the runs depend on. */
export interface Beliefs {
	readonly seed: number;
	/** Every parameter's value for this reader. */
	readonly values: Readonly<Record<string, Value>>;
	/** Parameters held certain. */
	readonly pinned: readonly string[];
}

export interface Request {
	readonly beliefs: Beliefs;
	/** Asks by name (their JSON). */
	readonly asks: readonly string[];
}
/** An answer, first from a few of the runs, later from all; or word that every first answer is out, and that another request is welcome. */
export type Reply = { readonly ask: string; readonly answer: Answer } | 'ready';
