import type { Concession, Attribution } from '../engine/attribution.ts';
import type { Inputs } from '../engine/model.ts';
import type { PathName } from '../engine/path.ts';
import type { Value } from '../engine/parameter.ts';
import type { Prospect, Separation } from '../engine/wager.ts';
import type { WageredName } from '../parameters/wagered.ts';

/** Monte Carlo runs behind every range. */
export const RUNS = 10_000;
/** Runs behind each predictive distribution of a wager, drawn from all of them by weight. */
export const PREDICTED = 1000;

/** A query about the runs of one model. */
export type ModelQuery = {
	readonly model: string;
	/** Assumptions to draw the runs from: those of a named position or of the other reader (`OTHER_READER`). Default: the reader's. */
	readonly position?: string;
	/** Whether to condition the runs on the record. Default: `RunSettings.given`. */
	readonly given?: boolean;
} & (
	| { readonly kind: 'outputs' }
	| { readonly kind: 'path'; readonly name: PathName }
	/** Share of runs in which a path of two points is at `mark` or above, for each point. */
	| { readonly kind: 'odds'; readonly path: string; readonly mark: number }
	/** The same for each pair of values of two parameters, which do not count as they are set. Never conditioned on the record. */
	| {
			readonly kind: 'oddsGrid';
			readonly path: string;
			readonly mark: number;
			readonly over: readonly [GridAxis, GridAxis];
	  }
);

/** A parameter of a grid, and its values in ascending order. */
export interface GridAxis {
	readonly key: string;
	readonly values: readonly number[];
}

/** A query about the record and the forecast. Where not stated otherwise, the reader's own settings for counting the record apply to every position. */
export type RecordQuery =
	/** The year in which the work can be done: prior, then posterior after each report. */
	| { readonly kind: 'evidenceSteps'; readonly position?: string }
	/** Parameters whose distribution the record changed. */
	| { readonly kind: 'shifts'; readonly position?: string }
	/** Evidence of the reader's assumptions, and of the other reader's if there are any. */
	| { readonly kind: 'evidence' }
	/** Evidence of each position, under the essay's own way to count the record: no setting of the reader's moves it. */
	| { readonly kind: 'positionEvidence' }
	/** Predicted reports at the end of year `by`, and the odds conditional on them. */
	| { readonly kind: 'expected'; readonly by: number; readonly position?: string }
	/** A parameter in the low or the high third of the reader's runs before the record: set there by hand, and learnt to be there. */
	| { readonly kind: 'suppose'; readonly key: string; readonly third: 'low' | 'high' };

/** A query about the difference between two sets of assumptions. */
export type PairQuery = {
	/** "model.output". */
	readonly about: string;
	/** Values that differ from the essay's defaults. `mine` defaults to the reader's assumptions. */
	readonly mine?: Inputs;
	readonly theirs: Inputs;
} & (
	| { readonly kind: 'attribution' }
	/** Single changes that reduce the difference to at most this share of it. */
	| { readonly kind: 'concessions'; readonly near: number }
);

/** A query about a wager between two readers, each given by the values that differ from the defaults. */
export type WagerQuery = {
	readonly one: Inputs;
	readonly two: Inputs;
	/** Date of the wager, in years: both know the reports that were published by then. */
	readonly made: number;
} & (
	| { readonly kind: 'wager'; readonly years: readonly number[] }
	/** The terms of a wager, computed again; `came` is the reported value, if there is one. */
	| {
			readonly kind: 'wagerScores';
			readonly quantity: WageredName;
			readonly year: number;
			readonly threshold: number;
			readonly came?: number;
	  }
);

/** The settings before and after one step of a person's view, as values that differ from the defaults. */
export interface ViewReading {
	readonly earlier: Inputs;
	readonly later: Inputs;
}

/** A query about one step of a person's view, between two dates in years. */
export interface ViewQuery {
	readonly kind: 'viewStep';
	/** Our reading of the person, then every way to put what is unknown of it at an end of its range. */
	readonly readings: readonly [ViewReading, ...ViewReading[]];
	readonly from: number;
	readonly until: number;
}

/** Plain data: a query is posted to the worker, and its JSON is its identifier. */
export type Query = ModelQuery | RecordQuery | PairQuery | WagerQuery | ViewQuery;

/** Percentiles of one output, and 20 equally likely outcomes. Infinite where a run never reaches the output. */
export interface Spread {
	readonly p05: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p95: number;
	/** Number of runs; the effective sample size if the runs are weighted. */
	readonly runs: number;
	/** Twenty equally likely outcomes, ascending. */
	readonly outcomes: readonly number[];
}
/** Percentiles of a curve at each x, and a few whole runs. */
export interface Fan {
	readonly at: readonly number[];
	readonly p05: readonly number[];
	readonly p25: readonly number[];
	readonly p50: readonly number[];
	readonly p75: readonly number[];
	readonly p95: readonly number[];
	readonly runs: readonly (readonly number[])[];
	/** Effective sample size; absent if the runs are unweighted. */
	readonly effective?: number;
}
/** Shares of runs at the mark or above, at the first and at the second point. */
export type Odds = readonly [number, number];
export interface PathOdds {
	readonly odds: Odds;
	/** Effective sample size; absent if the runs are unweighted. */
	readonly effective?: number;
}

/** Odds by the values of two parameters: a row for each value of the first. */
export type OddsGrid = readonly (readonly Odds[])[];

/** Fit of a set of assumptions to the reports up to a date. */
export interface RecordFit {
	/** Effective sample size of the weighted runs. */
	readonly effective: number;
	/** Logarithm of the marginal likelihood: the likelihood of the record averaged over the prior's runs. */
	readonly logEvidence: number;
	/**
	 * Prior predictive p-value: the share of records simulated from these assumptions (one run each, with errors drawn for it) whose
	 * marginal likelihood is at most that of the reported record. 0.002 means a surprise of 1 in 500. Counted over 2,000 simulated
	 * records, so never below 1/2,000. 1 if nothing was reported.
	 */
	readonly surprise: number;
}
/** If `RecordFit.surprise` is below this, the page states it instead of drawing the few runs that remain. */
export const SURPRISE_LIMIT = 0.01;

export interface EvidenceStep extends RecordFit {
	/** The date of the newest report that counts; undefined for the prior. */
	readonly until: number | undefined;
	readonly agiYear: Percentiles;
	/** Chances that the work can be done by the near and by the far year. */
	readonly odds: Odds;
}
/** Percentiles of a parameter before and after the record. */
export interface Shift {
	readonly key: string;
	readonly before: Percentiles;
	readonly after: Percentiles;
	/** First Wasserstein distance between prior and posterior, in standard deviations of the prior. */
	readonly distance: number;
}
export type Percentiles = Pick<Spread, 'p05' | 'p25' | 'p50' | 'p75' | 'p95'>;
export interface Evidence extends RecordFit {
	/** Bayes factor against the essay's assumptions. */
	readonly odds: number;
}
/** The predictive distribution of one report, and the odds conditional on it. */
export interface Expectation {
	/** Of the reported value: includes the model's error and the report's own. */
	readonly spread: Percentiles;
	/** The low, the middle and the high third: its upper end (infinite for the last) and the odds conditional on it. */
	readonly thirds: readonly { readonly below: number; readonly odds: Odds }[];
}
export interface Expected {
	/** Odds given the record so far. */
	readonly odds: Odds;
	/** Labs' yearly run rate, in billions. */
	readonly revenue: Expectation;
	/** Share of whole projects. */
	readonly wholeProjects: Expectation;
	readonly effective: number;
}

/** What one quantity at one date would say about two readers, and the chance that each gives to a value above the threshold. */
export interface WagerProspect extends Prospect, Separation {
	readonly quantity: WageredName;
	/** Rounded, in the quantity's unit. */
	readonly threshold: number;
	readonly chances: readonly [number, number];
}

/** Something of the earlier view, of that view given the reports of the step alone, and of the later view. */
export interface Moved<T = number> {
	readonly before: T;
	readonly given: T;
	readonly after: T;
}

/** Medians of the runs round a reading: the earlier view's given the reports until its date, and until the later one; the later view's given the same. */
export interface ReadingMedians {
	readonly agiYear: Moved;
	readonly revenue2030: Moved;
	/** Largest standard error of these medians, by the number of runs: of the year, in years, and of revenue, as a share of it. */
	readonly strays: { readonly year: number; readonly revenue: number };
}

/** What follows from a parameter's being in one third of its range, by two questions. Years are medians of the runs. */
export interface Supposed {
	/** The end of the third: the parameter is above it or below it. */
	readonly mark: number;
	/** The year in which the work can be done, with nothing supposed. */
	readonly now: number;
	/** The same with the parameter drawn as in the runs of that third, and every other assumption as in all runs. */
	readonly set: number;
	/** The same in the runs of that third alone. */
	readonly learnt: number;
	/** Effective number of runs of that third. */
	readonly effective: number;
	/** Whether any report counts. */
	readonly isGiven: boolean;
	/** The other assumption whose middle differs most between the runs of that third and all runs, in standard deviations of the prior. */
	readonly other:
		{ readonly key: string; readonly before: number; readonly after: number; readonly distance: number } | undefined;
}

interface Answers {
	readonly outputs: Readonly<Record<string, Spread>>;
	readonly path: Fan;
	readonly odds: PathOdds;
	readonly oddsGrid: OddsGrid;
	readonly evidenceSteps: readonly EvidenceStep[];
	/** The largest distance first. */
	readonly shifts: readonly Shift[];
	readonly evidence: { readonly mine: Evidence; readonly other?: Evidence };
	readonly positionEvidence: Readonly<Record<string, Evidence>>;
	readonly expected: Expected;
	/** Undefined if the parameter does not vary. */
	readonly suppose: { readonly supposed: Supposed | undefined; readonly isWhole: boolean };
	readonly attribution: Attribution;
	readonly concessions: readonly Concession[];
	readonly viewStep: {
		/** Number of reports that count and were published between the two dates. */
		readonly reports: number;
		/** One for each reading of the query. */
		readonly readings: readonly ReadingMedians[];
		/** Chances that the work can be done by the near and by the far year, by the first reading. */
		readonly odds: Moved<Odds>;
	};
	readonly wager: { readonly made: number; readonly prospects: readonly WagerProspect[]; readonly isWhole: boolean };
	readonly wagerScores: {
		readonly chances: readonly [number, number];
		/** Logarithm of the density that each gave to what came. */
		readonly scores?: readonly [number, number];
		readonly isWhole: boolean;
	};
}
export type AnswerTo<Q extends Query> = Answers[Q['kind']];
export type Answer = Answers[Query['kind']];

/** Everything that the runs depend on. */
export interface RunSettings {
	readonly seed: number;
	/** The reader's value of every parameter. */
	readonly values: Readonly<Record<string, Value>>;
	/** The other reader's values, if the reader compares with a link. */
	readonly other?: Readonly<Record<string, Value>> | undefined;
	/** Keys of pinned parameters. */
	readonly pinned: readonly string[];
	/** Whether runs are conditioned on the record, for each model that shares a parameter with the forecast. */
	readonly given?: boolean;
	/** Months of the reports that do not count, for the reader and for every position. */
	readonly leftOut?: readonly string[];
}

/** What the page posts to the worker. */
export interface Request {
	readonly settings: RunSettings;
	/** Queries by identifier (their JSON) that something near the viewport shows. */
	readonly queries: readonly string[];
	/** Queries that only parts of the page far from the viewport show: answered once no newer request arrives. */
	readonly far: readonly string[];
}
/**
 * What the worker posts back after `STARTED`: an answer, first from a few runs and later from all; 'ready' when
 * every first answer has been posted, so that another request is welcome; 'counted' when every answer is from all runs.
 */
export type Reply = { readonly query: string; readonly answer: Answer } | 'ready' | 'counted';
