import type { AnyModel, Inputs } from './model.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { clamp, isNumber, type NumberParameter, type Parameter, type Value } from './parameter.ts';

/** A parameter's value for this reader, and whether it is certain. */
export interface Assumption {
	readonly value: Value;
	/** Whether the reader holds the value certain, so that it has no spread. */
	readonly isPinned: boolean;
}

/** Drawn inputs: key → one value for each run. Parameters without spread have no column. */
export type Draws = ReadonlyMap<string, Float64Array>;

/** Standard deviations between the median of a normal and its 95th percentile. */
const TO_P95 = 1.6448536269514722;

/**
 * Returns the 5th and 95th percentile for the reader's value, in the parameter's unit. At the default these are the
 * parameter's own; a changed value keeps the relative spread (p05·value/default), or the absolute one if the default is
 * 0. Not truncated to the slider: `draw` does that. Returns undefined if the parameter is a choice, is pinned or has no
 * p05 and p95.
 */
export function rangeOf(parameter: Parameter, { value, isPinned }: Assumption): readonly [number, number] | undefined {
	if (!isNumber(parameter) || typeof value !== 'number' || isPinned) return undefined;
	const { default: baseline, p05, p95 } = parameter;
	if (p05 === undefined || p95 === undefined) return undefined;
	if (value === baseline) return [p05, p95];
	if (baseline === 0) return [p05 + value, p95 + value];
	const [a, b] = [(p05 * value) / baseline, (p95 * value) / baseline];
	return a <= b ? [a, b] : [b, a];
}

/**
 * Returns one value for each uniform, increasing with it, or undefined if the parameter is certain. The distribution is
 * a two-piece normal (of the logarithm on a logarithmic scale) with the value as median and `rangeOf` as 5th and 95th
 * percentile, truncated to the slider by inverse CDF and rounded for integer parameters. If the value stands at an
 * end of the slider, or a side has width 0, all runs come from the other side (a half-normal). Writes into `into` if
 * given.
 */
export function draw(
	parameter: Parameter,
	assumption: Assumption,
	uniforms: Float64Array,
	into: Float64Array = new Float64Array(uniforms.length),
): Float64Array | undefined {
	const valueAt = quantileOf(parameter, assumption);
	if (!valueAt) return undefined;
	for (let i = 0; i < uniforms.length; i++) into[i] = valueAt(uniforms[i]!);
	return into;
}

interface Sides {
	/** The value and the deviations to each side of it, on the parameter's scale; a side without runs has 0. */
	readonly middle: number;
	readonly below: number;
	readonly above: number;
}

/** Returns how runs spread to each side of a value; undefined if the parameter is certain. */
function sidesOf(parameter: NumberParameter, assumption: Assumption): Sides | undefined {
	const range = rangeOf(parameter, assumption);
	const { value } = assumption;
	if (!range || typeof value !== 'number') return undefined;
	const to = (x: number) => (parameter.scale === 'log' ? Math.log(x) : x);
	const middle = to(value);
	return {
		middle,
		below: value <= parameter.min ? 0 : Math.max(0, middle - to(range[0])) / TO_P95,
		above: value >= parameter.max ? 0 : Math.max(0, to(range[1]) - middle) / TO_P95,
	};
}

/** Returns the quantile function that `draw` applies to each uniform; undefined if the parameter is certain. */
export function quantileOf(parameter: Parameter, assumption: Assumption): ((uniform: number) => number) | undefined {
	const { value } = assumption;
	if (!isNumber(parameter) || typeof value !== 'number') return undefined;
	const sides = sidesOf(parameter, assumption);
	if (!sides) return undefined;
	const { middle, below, above } = sides;
	const { scale, min, max } = parameter;
	const isLog = scale === 'log';
	const to = (x: number) => (isLog ? Math.log(x) : x);
	const median = clamp(parameter, value);
	// The shares of a normal between which the runs lie: half of it if they come from one side.
	const start = below === 0 ? 0.5 : normalCdf((to(min) - middle) / below);
	const end = above === 0 ? 0.5 : normalCdf((to(max) - middle) / above);
	return (uniform) => {
		const standard = normalQuantile(start + (end - start) * uniform);
		const deviation = standard < 0 ? below : above;
		// Exactly the value: a round trip through a logarithm is off by rounding.
		if (deviation === 0) return median;
		const normal = middle + deviation * standard;
		return clamp(parameter, isLog ? Math.exp(normal) : normal);
	};
}

/** The inputs of one model in one run, read from the columns on access. */
interface Tape {
	run: number;
	readonly columns: (Float64Array | undefined)[];
	readonly fixed: (Value | undefined)[];
	readonly inputs: Inputs;
}

// Cached by model: the fixed shape makes reading a column as fast as reading a field. Copying each run's values into a
// record takes a third of the total time.
const tapes = new WeakMap<AnyModel, Tape>();

function tapeOf(model: AnyModel): Tape {
	const known = tapes.get(model);
	if (known) return known;
	const tape: Tape = { run: 0, columns: [], fixed: [], inputs: {} };
	Object.keys(model.parameters).forEach((key, i) => {
		const get = () => {
			const column = tape.columns[i];
			return column === undefined ? tape.fixed[i] : column[tape.run];
		};
		Object.defineProperty(tape.inputs, key, { enumerable: true, get });
	});
	tapes.set(model, tape);
	return tape;
}

/**
 * Runs a model once for each draw from 0 to n−1, with the drawn columns overriding the reader's values. Returns one
 * Float64Array for each requested output: true is 1, false is 0, Infinity stays.
 */
export function runModel(
	model: AnyModel,
	fixed: Inputs,
	draws: Draws,
	outputs: readonly string[],
	n: number,
): Record<string, Float64Array> {
	const tape = tapeOf(model);
	Object.keys(model.parameters).forEach((key, i) => {
		tape.columns[i] = draws.get(key);
		tape.fixed[i] = fixed[key];
	});
	const results = outputs.map(() => new Float64Array(n));
	for (tape.run = 0; tape.run < n; tape.run++) {
		const values = model.evaluate(tape.inputs);
		for (let i = 0; i < outputs.length; i++) results[i]![tape.run] = Number(values[outputs[i]!]);
	}
	// The cache must not retain the columns.
	tape.columns.fill(undefined);
	return Object.fromEntries(outputs.map((key, i) => [key, results[i]!]));
}

/**
 * Returns the percentiles at these shares (0 to 1): interpolated linearly between ranks (type 7 of Hyndman and Fan, as
 * in R and d3), or the nearer rank next to an infinite value. Does not change `values`.
 */
export function percentiles<const S extends readonly number[]>(
	values: Float64Array,
	shares: S,
): { -readonly [K in keyof S]: number };
export function percentiles(values: Float64Array, shares: readonly number[]): number[] {
	if (values.length === 0) throw new Error('percentiles: `values` is empty. Pass at least one value.');
	const places = shares.map((share) => (values.length - 1) * Math.min(1, Math.max(0, share)));
	const ranks = places.flatMap((place) => [Math.floor(place), Math.ceil(place)]);
	const ordered = values.slice();
	settle(ordered, 0, ordered.length - 1, ranks);
	return places.map((place) => between(ordered[Math.floor(place)]!, ordered[Math.ceil(place)]!, place % 1));
}

function between(low: number, high: number, share: number): number {
	if (low === high) return low;
	return Number.isFinite(low) && Number.isFinite(high) ? low + (high - low) * share : share <= 0.5 ? low : high;
}

/** Length below which a part is sorted outright. */
const SHORT = 24;

/**
 * Hoare's quickselect for several ranks in one pass: moves the right value to each of these ranks between `left` and
 * `right`.
 */
function settle(values: Float64Array, left: number, right: number, ranks: readonly number[], depth = 0): void {
	if (ranks.length === 0) return;
	// Falls back to a sort at this depth, which only unlucky pivots reach.
	if (right - left < SHORT || depth > 40) return void values.subarray(left, right + 1).sort();
	const pivot = values[(left + right) >> 1]!;
	let [i, j] = [left, right];
	while (i <= j) {
		while (values[i]! < pivot) i++;
		while (values[j]! > pivot) j--;
		if (i > j) break;
		const other = values[i]!;
		values[i++] = values[j]!;
		values[j--] = other;
	}
	const [below, above] = [ranks.filter((rank) => rank <= j), ranks.filter((rank) => rank >= i)];
	settle(values, left, j, below, depth + 1);
	settle(values, i, right, above, depth + 1);
}

/**
 * Returns `count` equally likely outcomes: the values in the middle of equal shares, as a quantile dot plot draws them.
 */
export const outcomes = (values: Float64Array, count: number): number[] =>
	percentiles(
		values,
		Array.from({ length: count }, (_, i) => (i + 0.5) / count),
	);

/** Returns the share of values for which `holds` is true. */
export function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
	let count = 0;
	for (const value of values) if (holds(value)) count++;
	return values.length === 0 ? 0 : count / values.length;
}
