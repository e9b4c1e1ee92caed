import { attribute, type Attribution } from '../engine/attribution.ts';
import { baselineOf, inputsFrom, type Inputs } from '../engine/model.ts';
import forecast from '../models/forecast.model.ts';
import { middleOf, reported } from '../parameters/record.ts';
import type { AnswerTo, ViewQuery } from '../runs/queries.ts';

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

/** How one output moved from one date to the next: the results of the settings, and what the reports do to them. */
export interface Move {
	readonly before: number;
	/**
	 * `before`, changed as the reports of the time between change the median of the runs round the earlier view. The median itself is no
	 * measure of a view: no run begins before today and some end decades on, so that it is later than the date that was given.
	 */
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

/** Reports of revenue that were published after one date, up to another. */
export const reportsBetween = (from: string, to: string): number =>
	reported.filter(
		({ kind, published }) => kind === 'revenue' && published > middleOf(from)! && published <= middleOf(to)!,
	).length;

/** Returns the query whose answer `stepOf` needs. */
export const queryOfStep = (from: DatedSettings, to: DatedSettings): ViewQuery => ({
	kind: 'viewStep',
	earlier: from.values,
	later: to.values,
	from: middleOf(from.date)!,
	until: middleOf(to.date)!,
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
	const unknowns = new Set([from, to].flatMap(({ ranges }) => Object.values(ranges).map(({ unknown }) => unknown)));
	const moveOf = (output: Followed): Move => {
		const at = (inputs: ReturnType<typeof inputsOf>) => Number(forecast.evaluate(inputs)[output]);
		const [before, after] = [at(first), at(last)];
		// The wait from the earlier date on, or the revenue, changes in the proportion in which that of the middle run does.
		const middle = answer[output];
		const base = output === 'agiYear' ? middleOf(from.date)! : 0;
		const givenOf = (value: number): number => {
			if (middle.before === middle.given) return value;
			if (!Number.isFinite(middle.before) || !Number.isFinite(value)) return middle.given;
			return base + (value - base) * ((middle.given - base) / (middle.before - base));
		};
		const rests = corners(unknowns).map(
			(corner) => at(inputsOf(atEnds(to, corner))) - givenOf(at(inputsOf(atEnds(from, corner)))),
		);
		const given = givenOf(before);
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
