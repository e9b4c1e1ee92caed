import type { AnyModel, Inputs } from './model.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { clamp, isNumber, type Parameter, type Value } from './parameter.ts';

/** What the reader holds of one parameter. */
export interface Assumption {
	readonly value: Value;
	/** The reader vouches for the value: it has no spread. */
	readonly isPinned: boolean;
}

/** Columns of drawn inputs: key → one value for each run. Certain parameters have none. */
export type Draws = ReadonlyMap<string, Float64Array>;

/** Standard deviations between the median of a normal and its 95th percentile. */
const TO_P95 = 1.6448536269514722;

/**
 * 5th and 95th percentile round the reader's value, in the parameter's unit; undefined where it is certain: without a
 * sourced range, a choice, or pinned. At its default a parameter has its own range. One that was moved keeps its relative
 * spread (p05·value/default); where the default is 0, its absolute one. Not cut to the slider: `draw` does that.
 */
export function rangeOf(parameter: Parameter, { value, isPinned }: Assumption): readonly [number, number] | undefined {
	if (!isNumber(parameter) || typeof value !== 'number' || isPinned) return undefined;
	const { default: usual, p05, p95 } = parameter;
	if (p05 === undefined || p95 === undefined) return undefined;
	if (value === usual) return [p05, p95];
	if (usual === 0) return [p05 + value, p95 + value];
	const [a, b] = [(p05 * value) / usual, (p95 * value) / usual];
	return a <= b ? [a, b] : [b, a];
}

/**
 * One value for each uniform, rising with it: a two-piece normal (on a logarithmic scale, of its logarithm) whose median is
 * the value, with `rangeOf` as 5th and 95th percentile, cut to the slider by inverse CDF (so that nothing piles up at its
 * ends); whole where the parameter counts whole things. A side without width puts its half on the value. Undefined where the
 * parameter is certain. Writes into `into` where given.
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

/** The same for one uniform at a time; undefined where the parameter is certain. */
export function quantileOf(parameter: Parameter, assumption: Assumption): ((uniform: number) => number) | undefined {
	const range = rangeOf(parameter, assumption);
	const { value } = assumption;
	if (!range || !isNumber(parameter) || typeof value !== 'number') return undefined;
	const { scale, min, max } = parameter;
	const isLog = scale === 'log';
	const to = (x: number) => (isLog ? Math.log(x) : x);
	const middle = to(value);
	const below = Math.max(0, middle - to(range[0])) / TO_P95;
	const above = Math.max(0, to(range[1]) - middle) / TO_P95;
	const held = clamp(parameter, value);
	const start = below === 0 ? 0 : normalCdf((to(min) - middle) / below);
	const end = above === 0 ? 1 : normalCdf((to(max) - middle) / above);
	return (uniform) => {
		const standard = normalQuantile(start + (end - start) * uniform);
		const deviation = standard < 0 ? below : above;
		// A logarithm there and back would miss the value by a hair.
		if (deviation === 0) return held;
		const normal = middle + deviation * standard;
		return clamp(parameter, isLog ? Math.exp(normal) : normal);
	};
}

/** The inputs of one model as they stand in one run, read from the columns when the model asks. */
interface Tape {
	run: number;
	readonly columns: (Float64Array | undefined)[];
	readonly fixed: (Value | undefined)[];
	readonly inputs: Inputs;
}

// One for each model, kept: the compiler knows its shape, and reads a column as fast as a field. Writing each run's values into
// a record takes a third of the whole time.
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
 * A model run once for each draw, 0 to n−1: the reader's values, overlaid by the columns drawn for its parameters. One
 * Float64Array for each output asked for; true is 1, false 0, and Infinity stays.
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
	// The cache must not keep the columns alive.
	tape.columns.fill(undefined);
	return Object.fromEntries(outputs.map((key, i) => [key, results[i]!]));
}

/**
 * Values below which these shares (0 to 1) of all lie: between neighbours in rank by linear interpolation (type 7 of
 * Hyndman and Fan, as in R and d3), beside an infinite neighbour the nearer of the two. Leaves `values` as they are.
 */
export function percentiles<const S extends readonly number[]>(
	values: Float64Array,
	shares: S,
): { -readonly [K in keyof S]: number };
export function percentiles(values: Float64Array, shares: readonly number[]): number[] {
	if (values.length === 0) throw new Error('No values to take percentiles of.');
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

/** Parts as short as this are sorted outright. */
const SHORT = 24;

/** Hoare's quickselect for several ranks at once: puts what belongs at each of these ranks there, between `left` and `right`. */
function settle(values: Float64Array, left: number, right: number, ranks: readonly number[], depth = 0): void {
	if (ranks.length === 0) return;
	// So deep only where the pivots are against us; a sort never takes long.
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

/** So many outcomes, each as likely as the next: the values in the middles of `count` equal shares, as a quantile dot plot draws them. */
export const outcomes = (values: Float64Array, count: number): number[] =>
	percentiles(
		values,
		Array.from({ length: count }, (_, i) => (i + 0.5) / count),
	);

/** Share of values of which something holds: a chance, where they are the runs of a model. */
export function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
	let count = 0;
	for (const value of values) if (holds(value)) count++;
	return values.length === 0 ? 0 : count / values.length;
}
