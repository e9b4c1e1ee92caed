import type { Concession, Crux } from '../engine/crux.ts';
import type { Inputs } from '../engine/model.ts';
import type { PathName } from '../engine/path.ts';
import type { Value } from '../engine/parameter.ts';

/** Runs behind every range. */
export const RUNS = 10_000;

/** What the runs of a model are asked. */
type OfModel = {
	readonly model: string;
	/** Runs round a named position, or the other reader's assumptions (`OTHER`), instead of the reader's own. */
	readonly position?: string;
	/** Whether these are the runs that the record leaves; as the reader has it for the page unless said. */
	readonly given?: boolean;
} & (
	| { readonly kind: 'outputs' }
	| { readonly kind: 'path'; readonly name: PathName }
	/** How often a path of two points stands at `mark` or above, at the first and at the second. */
	| { readonly kind: 'likely'; readonly path: string; readonly mark: number }
);
/** What is asked of the record and the forecast. How the record is counted is the reader's to say, whoever's runs these are. */
type OfRecord =
	/** The year in which the work can be done, before the record and after each report. */
	| { readonly kind: 'worth'; readonly position?: string }
	/** Which assumptions the record moved. */
	| { readonly kind: 'moved'; readonly position?: string }
	/** How well the reader's assumptions, each named position's, and the other reader's where there is one, foretold the record. */
	| { readonly kind: 'foretold' }
	/** What will be reported by the end of a year, and what it would then change. */
	| { readonly kind: 'expected'; readonly by: number; readonly position?: string };

/** What is asked of two people's assumptions: the reader's, unless others are given as mine, and somebody's. */
type OfPair = {
	/** "model.output". */
	readonly about: string;
	/** Where each parts from the essay. */
	readonly mine?: Inputs;
	readonly theirs: Inputs;
} & (
	| { readonly kind: 'crux' }
	/** Which single change brings the two to within this share of what divides them. */
	| { readonly kind: 'middle'; readonly near: number }
);

/** Plain data: an ask is sent to a worker, and its JSON is its name. */
export type Ask = OfModel | OfRecord | OfPair;
export type ModelAsk = OfModel;
export type RecordAsk = OfRecord;
export type PairAsk = OfPair;

/** What nine runs of ten, half of them, and twenty equally likely runs give for one output. Infinite where a run never gets there. */
export interface Spread {
	readonly p05: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p95: number;
	/** Runs that this is made from; where they have weights, so many equal ones as are worth the same. */
	readonly runs: number;
	/** Twenty equally likely outcomes, ascending. */
	readonly outcomes: readonly number[];
}
/** A curve's spread at each place along the bottom, and some runs whole. */
export interface Fan {
	readonly at: readonly number[];
	readonly p05: readonly number[];
	readonly p25: readonly number[];
	readonly p50: readonly number[];
	readonly p75: readonly number[];
	readonly p95: readonly number[];
	readonly runs: readonly (readonly number[])[];
	/** Equal runs that the band is worth; absent where all are equal. */
	readonly effective?: number;
}
/** Shares of runs at the mark or above, at the first and at the second point. */
export type Odds = readonly [number, number];
export interface Likely {
	readonly odds: Odds;
	/** The same among the runs that have one parameter in one tenth of its range, for each parameter that varies: what it would be to know. */
	readonly known: Readonly<Record<string, readonly Odds[]>>;
	/** Equal runs that the odds are worth; absent where all are equal. */
	readonly effective?: number;
}

/** How assumptions stand to what was reported up to a date. */
export interface Standing {
	/** Equal runs that the weighted ones are worth. */
	readonly effective: number;
	/** Logarithm of the likelihood of the record, averaged over the assumptions' runs before they saw it. */
	readonly logEvidence: number;
	/**
	 * How often a record made by these assumptions themselves (one of their runs, and errors drawn for it) would be as hard for
	 * them to produce as the one reported: 1 in 500, and they make it a one-in-500 surprise. Counted over 2,000 such records, so
	 * never below 1 in 2,000. 1 where nothing was reported.
	 */
	readonly surprise: number;
}
/** A surprise below this is said instead of drawing what little is left. */
export const HARDLY = 0.01;

export interface WorthStep extends Standing {
	/** The date of the report that came in; undefined before any had. */
	readonly until: number | undefined;
	readonly agiYear: Spread;
	/** Chances that it has come by the near and by the far year. */
	readonly odds: Odds;
}
/** Percentiles of an assumption before and after the record. */
export interface Moved {
	readonly key: string;
	readonly before: Percentiles;
	readonly after: Percentiles;
	/** Mean distance, in standard deviations of the prior, between what was held likely and what is: what moved, and what narrowed. */
	readonly distance: number;
}
export type Percentiles = Pick<Spread, 'p05' | 'p25' | 'p50' | 'p75' | 'p95'>;
export interface Foretold extends Standing {
	/** How many times as well as the essay's assumptions. */
	readonly odds: number;
}
/** What is expected of one report, and what it would change. */
export interface Expectation {
	/** Without `outcomes` of its own: what will be reported, the model's error and the report's own among it. */
	readonly spread: Percentiles;
	/** The low, the middle and the high third: where each ends (the last never), and the odds of the near and the far year in it. */
	readonly thirds: readonly { readonly below: number; readonly odds: Odds }[];
}
export interface Expected {
	/** The odds now, given the record. */
	readonly odds: Odds;
	/** Labs' yearly run rate, in billions. */
	readonly revenue: Expectation;
	/** Share of whole projects. */
	readonly wholeProjects: Expectation;
	readonly effective: number;
}

interface Answers {
	readonly outputs: Readonly<Record<string, Spread>>;
	readonly path: Fan;
	readonly likely: Likely;
	readonly worth: readonly WorthStep[];
	/** What moved farthest first. */
	readonly moved: readonly Moved[];
	readonly foretold: { readonly mine: Foretold; readonly positions: Readonly<Record<string, Foretold>> };
	readonly expected: Expected;
	readonly crux: Crux;
	readonly middle: readonly Concession[];
}
export type AnswerTo<A extends Ask> = Answers[A['kind']];
export type Answer = Answers[Ask['kind']];

/** Everything that the runs depend on. */
export interface Beliefs {
	readonly seed: number;
	/** Every parameter's value for this reader. */
	readonly values: Readonly<Record<string, Value>>;
	/** And for the other reader, whose link is compared with. */
	readonly other?: Readonly<Record<string, Value>> | undefined;
	/** Parameters held certain. */
	readonly pinned: readonly string[];
	/** Whether runs are those that the record leaves, wherever a model shares a parameter with the forecast. */
	readonly given?: boolean;
}

export interface Request {
	readonly beliefs: Beliefs;
	/** Asks by name (their JSON). */
	readonly asks: readonly string[];
}
/**
 * An answer, first from a few of the runs, later from all; or word that every first answer is out, and that another request is welcome;
 * or that every answer is counted in full.
 */
export type Reply = { readonly ask: string; readonly answer: Answer } | 'ready' | 'counted';
