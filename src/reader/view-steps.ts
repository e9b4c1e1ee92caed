import { attribute, type Attribution } from '../engine/attribution.ts';
import { baselineOf, inputsFrom, type Inputs } from '../engine/model.ts';
import forecast from '../models/forecast.model.ts';
import { middleOfMonth, reported } from '../parameters/record.ts';
import type { AnswerTo, ViewQuery } from '../runs/queries.ts';

/** One person's assumptions at a date, as values that differ from the defaults. */
export interface DatedSettings {
	/** Month, as `2026-06`. */
	readonly date: string;
	readonly values: Inputs;
	/** Range of each value that a statement of this date sets, by parameter. */
	readonly ranges: Readonly<Record<string, readonly [low: number, high: number]>>;
}

/** The outputs that are followed. */
export const FOLLOWED = ['agiYear', 'revenue2030'] as const;
export type Followed = (typeof FOLLOWED)[number];

/** How one output moved from one date to the next: medians of the runs round each view. */
export interface Move {
	readonly before: number;
	/** Where the reports of the time between would have moved the earlier view by themselves. */
	readonly given: number;
	readonly after: number;
	/** Least and greatest `after` over the ranges of the statements. */
	readonly low: number;
	readonly high: number;
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

/** Returns the settings at each date: the values of its statements, and earlier values that none of them replaces. */
export function settingsAlong(
	dates: readonly {
		readonly date: string;
		readonly said: readonly {
			readonly parameter: string;
			readonly value: number;
			readonly low: number;
			readonly high: number;
		}[];
	}[],
): readonly DatedSettings[] {
	let values: Inputs = {};
	return dates.map(({ date, said }) => {
		const numbers = said.filter(({ parameter }) => parameter);
		values = { ...values, ...Object.fromEntries(numbers.map(({ parameter, value }) => [parameter, value])) };
		const ranges = Object.fromEntries(numbers.map(({ parameter, low, high }) => [parameter, [low, high] as const]));
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

/** Returns every way to put parameters at the ends of their ranges. */
const corners = (ranges: DatedSettings['ranges']): readonly Inputs[] =>
	Object.entries(ranges).reduce<readonly Inputs[]>(
		(all, [key, ends]) => all.flatMap((one) => ends.map((end) => ({ ...one, [key]: end }))),
		[{}],
	);

function now<T>(work: Generator<undefined, T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** Returns one step of a view. */
export function stepOf(from: DatedSettings, to: DatedSettings, answer: AnswerTo<ViewQuery>): ViewStep {
	const [first, last] = [inputsOf(from.values), inputsOf(to.values)];
	const moveOf = (output: Followed): Move => {
		const at = (inputs: ReturnType<typeof inputsOf>) => Number(forecast.evaluate(inputs)[output]);
		const { before, given, after } = answer[output];
		// The reading's range moves the median of the runs as it moves the result of the settings: years by a difference, money by a ratio.
		const ends = corners(to.ranges).map((corner) => {
			const result = at(inputsOf({ ...to.values, ...corner }));
			// In this order a reading without a range leaves the median exactly where it is.
			return output === 'agiYear' ? after + (result - at(last)) : after * (result / at(last));
		});
		return {
			before,
			given,
			after,
			low: Math.min(after, ...ends),
			high: Math.max(after, ...ends),
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
