import type { AnyModel, Inputs } from './model.ts';
import { rangeOf } from './monte-carlo.ts';
import { clamp, isNumber, type Parameter, type Value } from './parameter.ts';

/** The effect of one parameter's uncertainty alone on an output. */
export interface Bar {
	readonly key: string;
	/** The parameter's 5th and 95th percentile, in its unit, clamped to its slider. */
	readonly low: number;
	readonly high: number;
	/** The output at `low` and at `high`, with the other inputs fixed. */
	readonly atLow: number;
	readonly atHigh: number;
}

/** Returns the distance between the outputs at both ends; infinite if exactly one is infinite. */
const swingOf = ({ atLow, atHigh }: Bar): number => (atLow === atHigh ? 0 : Math.abs(atHigh - atLow));

/** For a bar with one infinite end, returns the distance of the finite end from the current output. */
const finiteReach = ({ atLow, atHigh }: Bar, now: number): number =>
	Math.min(...[atLow, atHigh].map((value) => (Number.isFinite(value) ? Math.abs(value - now) : Infinity)));

const descending = (a: number, b: number): number => (a === b ? 0 : b - a);

/** Returns both ends of a parameter's range, clamped to its slider. */
function endsOf(parameter: Parameter, value: Value, isPinned: boolean): readonly [number, number] | undefined {
	const range = rangeOf(parameter, { value, isPinned });
	return range && isNumber(parameter) ? [clamp(parameter, range[0]), clamp(parameter, range[1])] : undefined;
}

/**
 * Computes a tornado: the output at the 5th and 95th percentile of each uncertain parameter, with the other inputs
 * fixed at the reader's values. Sorted by swing, the widest first, then in the model's order. Pinned parameters, and
 * those without p05 and p95, have no bar. True counts as 1.
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
