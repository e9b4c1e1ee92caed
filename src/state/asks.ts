import type { PathName } from '../engine/path.ts';
import type { Value } from '../engine/parameter.ts';

/** What the runs are asked. Plain data: it is sent to a worker, and its JSON is its name. */
export type Ask = {
	readonly model: string;
	/** Runs round a named position instead of the reader's own assumptions. */
	readonly position?: string;
} & (
	| { readonly kind: 'outputs' }
	| { readonly kind: 'path'; readonly name: PathName }
	/** Where a path stands at two places along the bottom, run by run; and the share of all runs that stand at `mark` or above there. */
	| { readonly kind: 'pairs'; readonly path: string; readonly at: readonly [number, number]; readonly mark: number }
);

/** What nine runs of ten, half of them, and twenty equally likely runs give for one output. Infinite where a run never gets there. */
export interface Spread {
	readonly p05: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p95: number;
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
export interface Pairs {
	readonly points: readonly (readonly [number, number])[];
	/** Shares of runs at the mark or above, at the first and at the second place. */
	readonly reached: readonly [number, number];
	/** Share of runs at the mark at neither, at the second only, at both. */
	readonly never: number;
	readonly later: number;
	readonly soon: number;
}
export type AnswerTo<A extends Ask> = A extends { kind: 'outputs' } ? Readonly<Record<string, Spread>> : A extends { kind: 'path' } ? Fan : Pairs;
export type Answer = Readonly<Record<string, Spread>> | Fan | Pairs;

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
