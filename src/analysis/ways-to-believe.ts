import { goalSeekOne } from '../engine/goal-seek.ts';
import type { InputsOf } from '../engine/model.ts';
import { clamp, toPosition } from '../engine/parameter.ts';
import { valueText } from '../engine/value-text.ts';
import forecast from '../models/forecast.model.ts';

type Inputs = InputsOf<typeof forecast>;

/**
 * What is sought: an output that is a year, how the sentence names it, the difference below which two dates are equal, and how far before
 * and after the asked year the date is sought, so that a date at the year itself is still moved.
 */
export const GOALS = {
	work: { output: 'agiYear', text: 'the work is within reach', near: 0.01, before: 0.02, after: 0.02 },
	// Revenue is computed by the quarter.
	money: { output: 'trillionYear', text: 'labs earn $1 trillion a year', near: 0.13, before: 0, after: 0.25 },
} as const;
export type Goal = keyof typeof GOALS;

/** What a reader would have to believe, with the value in its place. Other assumptions of the forecast say little in a sentence, and are not tried; nor is the time that an ability takes, since the year in which it is half there stays, so that slower means an earlier start. */
const SENTENCES = {
	humanLevelYear: (value) => `a machine learns on the job as well as a person in ${value}`,
	afterLearner: (value) => `${value} are still missing once it does`,
	yearsPerBottleneck: (value) => `each missing ability comes ${value} after the one before`,
	abilities: (value) => `the job needs ${value}`,
	adoptionP: (value) => `of the firms without a new tool, ${value} take it up unasked`,
	adoptionQ: (value) => `where all others have it, a further ${value} follow them`,
	priceRatio: (value) => `machines are paid ${value} of the wage for the same work`,
} as const satisfies Partial<Record<keyof Inputs, (value: string) => string>>;
type Key = keyof typeof SENTENCES;
export const BELIEFS = Object.keys(SENTENCES) as readonly Key[];

/** Returns the sentence that states a value of an assumption. */
export const beliefText = (key: Key, value: number): string =>
	SENTENCES[key](valueText(forecast.parameters[key], value));

/** A value of one assumption with which, all else unchanged, the date falls on the other side of a year. */
export interface Way {
	readonly key: Key;
	readonly value: number;
	/** The sentence that states it. */
	readonly text: string;
	/** Whether the value is within what the essay holds likely; undefined if that is not stated. */
	readonly isLikely: boolean | undefined;
	/** Size of the change as a share of the slider, from 0 to 1. */
	readonly distance: number;
}
export interface Ways {
	/** Whether the date is before the year already, so that the ways lead beyond it. */
	readonly isAlready: boolean;
	/** The smallest change first. */
	readonly ways: readonly Way[];
}

/** Returns a value at or just beyond an approximate root for which the date is on the wanted side, or undefined. */
function beyond(
	inputs: Inputs,
	goal: Goal,
	key: Key,
	root: number,
	year: number,
	isBefore: boolean,
): number | undefined {
	const values = [0, 1e-4, 1e-3, 0.01, 0.03, 0.06, 0.1, 0.2].map((more) =>
		clamp(forecast.parameters[key], root + (root - inputs[key]) * more),
	);
	return values.find(
		(value) => forecast.evaluate({ ...inputs, [key]: value })[GOALS[goal].output] <= year === isBefore,
	);
}

/**
 * Returns the ways to move a date to the other side of a year, each by one assumption alone. `breathe` is awaited between steps of some
 * milliseconds each; if it resolves to false, the search stops and returns undefined.
 */
export default async function waysToBelieve(
	inputs: Inputs,
	goal: Goal,
	year: number,
	breathe: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<Ways | undefined> {
	const { output, near, before, after } = GOALS[goal];
	const isAlready = forecast.evaluate(inputs)[output] <= year;
	const target = isAlready ? year + after : year - before;
	const ways: Way[] = [];
	for (const key of BELIEFS) {
		if (!(await breathe())) return undefined;
		const finding = goalSeekOne(forecast, inputs, output, target, (a, b) => Math.abs(a - b) < near, key);
		if (finding.kind !== 'roots') continue;
		const parameter = forecast.parameters[key];
		const found = finding.roots.flatMap(({ value: root, inside }) => {
			const value = beyond(inputs, goal, key, Number(root), year, !isAlready);
			if (value === undefined) return [];
			const distance = Math.abs(toPosition(parameter, value) - toPosition(parameter, inputs[key]));
			return [{ key, value, text: beliefText(key, value), isLikely: inside, distance }];
		});
		const nearest = found.toSorted((a, b) => a.distance - b.distance)[0];
		if (nearest) ways.push(nearest);
	}
	return { isAlready, ways: ways.toSorted((a, b) => a.distance - b.distance) };
}

/** Years that a reader can ask about. */
export const ASKED_YEARS = [2028, 2030, 2032, 2035, 2040, 2045, 2050, 2060] as const;
