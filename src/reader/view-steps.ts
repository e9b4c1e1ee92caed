import { attribute, type Attribution } from '../engine/attribution.ts';
import { baselineOf, inputsFrom, type Inputs } from '../engine/model.ts';
import forecast from '../models/forecast.model.ts';
import { middleOf } from '../parameters/record.ts';
import type { AnswerTo, Moved, ViewQuery, ViewReading } from '../runs/queries.ts';

/** How far our reading of a value could go. */
export interface ReadingRange {
	readonly low: number;
	readonly high: number;
	/** Name of the uncertain quantity behind the range. Ranges of the same name, at any date, take the same end together. */
	readonly unknown: string;
}

/** One person's assumptions at a date, as values that differ from the defaults. */
export interface DatedSettings {
	/** Month, as `2026-06`. */
	readonly date: string;
	readonly values: Inputs;
	/** Range of each value, by parameter. */
	readonly ranges: Readonly<Record<string, ReadingRange>>;
}

/** The outputs that are followed. */
export const FOLLOWED = ['agiYear', 'revenue2030'] as const;
export type Followed = (typeof FOLLOWED)[number];

/** How one output moved from one date to the next. */
export interface Move extends Moved {
	/** What the reports leave of the move, `after` less `given`, over what is not known of our readings. What both dates share cancels. */
	readonly rest: { readonly least: number; readonly most: number };
	/** `after` over what is not known of our reading. */
	readonly afterRange: { readonly least: number; readonly most: number };
	/** How the change of the settings themselves divides among what was changed. */
	readonly parts: Attribution;
}

export interface ViewStep {
	readonly from: DatedSettings;
	readonly to: DatedSettings;
	/** Number of reports between the two dates. */
	readonly reports: number;
	/** Standard errors of the medians, from the number of runs: of the year, in years, and of revenue, as a share. */
	readonly strays: { readonly year: number; readonly revenue: number; readonly revenueAtEnds: number };
	/** Median of the later view's runs given the reports, which learn the date too. */
	readonly learntYear: number;
	readonly moves: {
		/**
		 * The results of the settings; `given` is the first, changed as the reports change the wait in the runs round the earlier view. The
		 * runs' own median is no measure of a view: no run begins before today and some end decades on, so that it is later than the
		 * date that was given.
		 */
		readonly agiYear: Move;
		/** Medians of the runs, given the reports until each date. */
		readonly revenue2030: Move;
	};
	/** Chances that the work can be done by the near and by the far year. */
	readonly odds: AnswerTo<ViewQuery>['odds'];
}

/** A statement's number for a parameter, which is empty if none holds it. */
export interface Said {
	readonly parameter: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** `ReadingRange.unknown`; by default the statement has an unknown of its own. */
	readonly unknown?: string;
}

/** Returns the settings at each date: the values of its statements, and earlier values that none of them replaces, with their ranges. */
export function settingsAlong(
	dates: readonly { readonly date: string; readonly said: readonly Said[] }[],
): readonly DatedSettings[] {
	let [values, ranges]: [Inputs, DatedSettings['ranges']] = [{}, {}];
	return dates.map(({ date, said }) => {
		for (const { parameter, value, low, high, unknown } of said) {
			if (!parameter) continue;
			values = { ...values, [parameter]: value };
			ranges = { ...ranges, [parameter]: { low, high, unknown: unknown || `${parameter} as of ${date}` } };
		}
		return { date, values, ranges };
	});
}

const baseline = baselineOf(forecast);
const inputsOf = (values: Inputs) => inputsFrom(forecast, (key) => values[key] ?? (baseline as Inputs)[key]!);

type End = 'low' | 'high';

/** Returns every way to put unknowns at the ends of their ranges. */
const corners = (unknowns: ReadonlySet<string>): readonly ReadonlyMap<string, End>[] =>
	[...unknowns].reduce<readonly ReadonlyMap<string, End>[]>(
		(all, unknown) => all.flatMap((one) => (['low', 'high'] as const).map((end) => new Map(one).set(unknown, end))),
		[new Map()],
	);

/** Returns settings with the values of these unknowns at the ends of their ranges. */
const atEnds = ({ values, ranges }: DatedSettings, ends: ReadonlyMap<string, End>): Inputs => ({
	...values,
	...Object.fromEntries(
		Object.entries(ranges).flatMap(([key, range]) => {
			const end = ends.get(range.unknown);
			return end ? [[key, range[end]]] : [];
		}),
	),
});

/** Returns our reading of both dates, then every other way to put what is unknown of it at an end. */
function readingsOf(from: DatedSettings, to: DatedSettings): ViewQuery['readings'] {
	const unknowns = new Set([from, to].flatMap(({ ranges }) => Object.values(ranges).map(({ unknown }) => unknown)));
	const middle = { earlier: from.values, later: to.values };
	const ends = corners(unknowns).map((corner) => ({ earlier: atEnds(from, corner), later: atEnds(to, corner) }));
	return [middle, ...ends.filter((end) => JSON.stringify(end) !== JSON.stringify(middle))];
}

/** Returns the query whose answer `stepOf` needs. */
export const queryOfStep = (from: DatedSettings, to: DatedSettings): ViewQuery => ({
	kind: 'viewStep',
	readings: readingsOf(from, to),
	from: middleOf(from.date)!,
	until: middleOf(to.date)!,
});

function now<T>(work: Generator<undefined, T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

const rangeOf = (values: readonly number[]) => ({ least: Math.min(...values), most: Math.max(...values) });

/** Returns how the year moved by one reading. */
function yearMove({ earlier, later }: ViewReading, runs: Moved, from: number): Moved {
	const at = (values: Inputs) => Number(forecast.evaluate(inputsOf(values)).agiYear);
	const [before, after] = [at(earlier), at(later)];
	if (runs.before === runs.given) return { before, given: before, after };
	if (!Number.isFinite(runs.before) || !Number.isFinite(before)) return { before, given: runs.given, after };
	return { before, given: from + (before - from) * ((runs.given - from) / (runs.before - from)), after };
}

/** Returns one step of a view from the answer to its query. */
export function stepOf(from: DatedSettings, to: DatedSettings, answer: AnswerTo<ViewQuery>): ViewStep {
	const readings = readingsOf(from, to);
	const moveOf = (output: Followed, moves: readonly Moved[]): Move => {
		return {
			...moves[0]!,
			rest: rangeOf(moves.map(({ given, after }) => after - given)),
			afterRange: rangeOf(moves.map(({ after }) => after)),
			parts: now(attribute(forecast, output, inputsOf(from.values), inputsOf(to.values), 100)),
		};
	};
	const { reports, odds, readings: medians } = answer;
	const [middle] = medians;
	return {
		from,
		to,
		reports,
		strays: {
			...middle!.strays,
			revenueAtEnds: Math.max(...medians.map(({ strays }) => strays.revenue)),
		},
		learntYear: middle!.agiYear.after,
		odds,
		moves: {
			agiYear: moveOf(
				'agiYear',
				medians.map(({ agiYear }, i) => yearMove(readings[i]!, agiYear, middleOf(from.date)!)),
			),
			revenue2030: moveOf(
				'revenue2030',
				medians.map(({ revenue2030 }) => revenue2030),
			),
		},
	};
}
