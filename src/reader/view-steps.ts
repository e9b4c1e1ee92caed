import { attribute, type Attribution } from '../engine/attribution.ts';
import { baselineOf, inputsFrom, type Inputs } from '../engine/model.ts';
import forecast from '../models/forecast.model.ts';
import { middleOfMonth, reported } from '../parameters/record.ts';
import type { AnswerTo, ViewQuery } from '../runs/queries.ts';

/** How far our reading of a value could go. */
export interface ReadingRange {
	readonly low: number;
	readonly high: number;
	/** What is not known of it. Values with the same unknown, at whatever date, are at the same end of their ranges together. */
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

/** How one output moved from one date to the next: medians of the runs round each view. */
export interface Move {
	readonly before: number;
	/** Where the reports of the time between would have moved the earlier view. */
	readonly given: number;
	readonly after: number;
	/** What the reports leave of the move, `after` less `given`, over what is not known of our readings. What both dates share cancels. */
	readonly rest: { readonly least: number; readonly most: number };
	/** How the change of the settings themselves divides among what was changed. */
	readonly parts: Attribution;
}

export interface ViewStep {
	readonly from: DatedSettings;
	readonly to: DatedSettings;
	/** Number of reports of revenue between the two dates. */
	readonly reports: number;
	/** Effective number of runs after those reports. */
	readonly effective: number;
	readonly moves: Readonly<Record<Followed, Move>>;
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

/** Reports of revenue after one month, up to another. */
export const reportsBetween = (from: string, to: string): number =>
	reported.filter(
		({ kind, year }) => kind === 'revenue' && year > middleOfMonth(from)! + 0.01 && year < middleOfMonth(to)! + 0.01,
	).length;

/** Returns the query whose answer `stepOf` needs. */
export const queryOfStep = (from: DatedSettings, to: DatedSettings): ViewQuery => ({
	kind: 'viewStep',
	earlier: from.values,
	later: to.values,
	from: middleOfMonth(from.date)! + 0.01,
	until: middleOfMonth(to.date)! + 0.01,
});

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

function now<T>(work: Generator<undefined, T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** Returns one step of a view. */
export function stepOf(from: DatedSettings, to: DatedSettings, answer: AnswerTo<ViewQuery>): ViewStep {
	const [first, last] = [inputsOf(from.values), inputsOf(to.values)];
	// An unknown of the earlier date alone stays at its middle: the later range is how far the later reading could differ from it.
	const unknowns = new Set(Object.values(to.ranges).map(({ unknown }) => unknown));
	const moveOf = (output: Followed): Move => {
		const at = (inputs: ReturnType<typeof inputsOf>) => Number(forecast.evaluate(inputs)[output]);
		const { before, given, after } = answer[output];
		const [start, end] = [at(first), at(last)];
		// An unknown moves the median of the runs as it moves the result of the settings: years by a difference, money by a ratio.
		const shift = (median: number, result: number, base: number) =>
			result === base ? 0 : output === 'agiYear' ? result - base : median * (result / base - 1);
		const rests = corners(unknowns).map((corner) => {
			const later = shift(after, at(inputsOf(atEnds(to, corner))), end);
			const earlier = shift(given, at(inputsOf(atEnds(from, corner))), start);
			// In this order an unknown that both dates share leaves the rest exactly where it is.
			return after - given + (later - earlier);
		});
		return {
			before,
			given,
			after,
			rest: { least: Math.min(after - given, ...rests), most: Math.max(after - given, ...rests) },
			parts: now(attribute(forecast, output, first, last, 100)),
		};
	};
	return {
		from,
		to,
		reports: reportsBetween(from.date, to.date),
		effective: answer.effective,
		odds: answer.odds,
		moves: { agiYear: moveOf('agiYear'), revenue2030: moveOf('revenue2030') },
	};
}
