import type { AnyModel, Inputs } from './model.ts';
import { rangeOf } from './monte-carlo.ts';
import { clamp, isNumber, type Parameter, type Value } from './parameter.ts';

/** What one parameter's uncertainty alone does to an output. */
export interface Bar {
	readonly key: string;
	/** Ends of what the parameter may be, in its unit, cut to its slider. */
	readonly low: number;
	readonly high: number;
	/** The output at `low` and at `high`, the rest held. */
	readonly atLow: number;
	readonly atHigh: number;
}

/** How far the output goes from one end of a bar to the other; infinite where it is never reached at one end only. */
const swingOf = ({ atLow, atHigh }: Bar): number => (atLow === atHigh ? 0 : Math.abs(atHigh - atLow));

/** Of a bar with an infinite end: how far its other end is from where the output stands. */
const finiteReach = ({ atLow, atHigh }: Bar, now: number): number =>
	Math.min(...[atLow, atHigh].map((value) => (Number.isFinite(value) ? Math.abs(value - now) : Infinity)));

const descending = (a: number, b: number): number => (a === b ? 0 : b - a);

/** Both ends of a parameter's range as its slider can take them. */
function endsOf(parameter: Parameter, value: Value, isPinned: boolean): readonly [number, number] | undefined {
	const range = rangeOf(parameter, { value, isPinned });
	return range && isNumber(parameter) ? [clamp(parameter, range[0]), clamp(parameter, range[1])] : undefined;
}

/**
 * A tornado: what the output is at the 5th and at the 95th percentile of each uncertain parameter, the rest held at the
 * reader's values. Widest swing first, then in the model's own order; parameters that the reader vouches for, and those
 * without a sourced range, have no bar. True counts as 1.
 */
export function tornado(
	model: AnyModel,
	inputs: Inputs,
	output: string,
	isPinned: (key: string) => boolean,
): { readonly now: number; readonly bars: readonly Bar[] } {
	const at = (changed: Inputs): number => Number(model.evaluate({ ...inputs, ...changed })[output]);
	const now = at({});
	const bars = Object.entries(model.parameters).flatMap(([key, parameter]): Bar[] => {
		const ends = endsOf(parameter, inputs[key]!, isPinned(key));
		if (!ends) return [];
		const [low, high] = ends;
		return [{ key, low, high, atLow: at({ [key]: low }), atHigh: at({ [key]: high }) }];
	});
	const widestFirst = (a: Bar, b: Bar): number =>
		descending(swingOf(a), swingOf(b)) ||
		(swingOf(a) === Infinity ? descending(finiteReach(a, now), finiteReach(b, now)) : 0);
	return { now, bars: bars.sort(widestFirst) };
}
