import type { AnyModel, Inputs } from './model.ts';
import { clamp, fromPosition, isNumber, toPosition, type NumberParameter, type Value } from './parameter.ts';
import { shapley } from './shapley.ts';

/**
 * How two values of an output are compared: by their difference; by their ratio, if one is more than ten times the
 * other; by whether they are finite, if exactly one is; or not at all, if they are equal.
 */
export type Measure = 'amount' | 'factor' | 'reach' | 'none';

/**
 * Shapley share of one parameter in the difference, in units of the measure; a factor's share is a common logarithm.
 */
export interface Part {
	readonly key: string;
	readonly share: number;
	/** Standard error; 0 if all orders were enumerated. */
	readonly error: number;
}
/** How a difference between two sets of inputs divides among the parameters on which they differ. */
export interface Attribution {
	readonly measure: Measure;
	readonly mine: number;
	readonly theirs: number;
	/** The largest absolute share first. The shares sum to the difference. */
	readonly parts: readonly Part[];
	/**
	 * Share of orders averaged over: those in which no step has an infinite value. 0 if the difference cannot be divided.
	 */
	readonly counted: number;
}

/** Ratio above which a difference is measured as a factor. */
const FAR = 10;

function measureOf(mine: number, theirs: number): Measure {
	if (mine === theirs) return 'none';
	if (!Number.isFinite(mine) || !Number.isFinite(theirs)) return 'reach';
	return mine > 0 && theirs > 0 && Math.max(mine / theirs, theirs / mine) > FAR ? 'factor' : 'amount';
}
const measured: Readonly<Record<Measure, (value: number) => number>> = {
	amount: (value) => value,
	factor: Math.log10,
	reach: (value) => (Number.isFinite(value) ? 0 : 1),
	none: () => 0,
};

/** Returns the keys of a model's parameters on which two sets of inputs differ, in the model's order. */
export const differingKeys = (model: AnyModel, mine: Inputs, theirs: Inputs): string[] =>
	Object.keys(model.parameters).filter((key) => mine[key] !== theirs[key]);

/**
 * Divides the difference in one output among the parameters on which two sets of inputs differ, by Shapley value. Exact
 * up to twelve such parameters; beyond, from `orders` sampled permutations.
 */
export function* attribute(
	model: AnyModel,
	output: string,
	mine: Inputs,
	theirs: Inputs,
	orders: number,
): Generator<undefined, Attribution> {
	const keys = differingKeys(model, mine, theirs);
	const at = (inputs: Inputs): number => Number(model.evaluate(inputs)[output]);
	const ends = { mine: at(mine), theirs: at(theirs) };
	const measure = measureOf(ends.mine, ends.theirs);
	if (measure === 'none') return { measure, ...ends, parts: [], counted: 1 };
	const mixed: Record<string, Value> = { ...mine };
	const shares = yield* shapley(
		keys.length,
		(taken) => {
			keys.forEach((key, i) => (mixed[key] = (taken[i] ? theirs : mine)[key]!));
			return measured[measure](at(mixed));
		},
		orders,
	);
	const parts = keys.map((key, i): Part => ({ key, share: shares.of[i]!, error: shares.errors[i]! }));
	return {
		measure,
		...ends,
		parts: parts.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)),
		counted: shares.counted,
	};
}

/** One change of one parameter on one side that brings the two outputs near each other. */
export interface Concession {
	readonly by: 'me' | 'them';
	readonly key: string;
	readonly to: Value;
	/** Distance changed, as a share of the way to the other side's value on the parameter's scale, from 0 to 1. */
	readonly way: number;
	/** The changed side's output after the change. */
	readonly output: number;
}

/** Number of steps in the first search along a parameter. */
const PARTS = 32;
/** Number of bisections that refine the first step found. */
const HALVINGS = 12;

/**
 * Finds the single changes, by either side and never beyond the other's value, that reduce the difference to at most
 * `near` times its size. Returns the smallest change of each parameter, the smallest first.
 */
export function* findConcessions(
	model: AnyModel,
	output: string,
	mine: Inputs,
	theirs: Inputs,
	near: number,
): Generator<undefined, readonly Concession[]> {
	const at = (inputs: Inputs): number => Number(model.evaluate(inputs)[output]);
	const measure = measureOf(at(mine), at(theirs));
	if (measure === 'none') return [];
	const onScale = (value: number) => measured[measure](value);
	const apart = Math.abs(onScale(at(mine)) - onScale(at(theirs)));
	const found: Concession[] = [];
	for (const [by, own, other] of [
		['me', mine, theirs],
		['them', theirs, mine],
	] as const) {
		const wanted = onScale(at(other));
		for (const key of differingKeys(model, mine, theirs)) {
			const parameter = model.parameters[key]!;
			const valueAt = isNumber(parameter)
				? between(parameter, Number(own[key]), Number(other[key]))
				: () => other[key]!;
			const outputAt = (way: number) => at({ ...own, [key]: valueAt(way) });
			const isNear = (way: number) => Math.abs(onScale(outputAt(way)) - wanted) <= near * apart;
			const ways = isNumber(parameter) ? Array.from({ length: PARTS }, (_, i) => (i + 1) / PARTS) : [1];
			const first = ways.findIndex(isNear);
			yield;
			if (first < 0) continue;
			let [short, way] = [ways[first - 1] ?? 0, ways[first]!];
			for (let i = 0; i < HALVINGS && ways.length > 1; i++) {
				const half: number = (short + way) / 2;
				if (isNear(half)) way = half;
				else short = half;
			}
			found.push({ by, key, to: valueAt(way), way, output: outputAt(way) });
		}
	}
	return found.sort((a, b) => a.way - b.way);
}

/** Returns a function from a share of the way between two values, on the parameter's scale, to the value there. */
function between(parameter: NumberParameter, own: number, other: number): (way: number) => number {
	const [from, to] = [toPosition(parameter, own), toPosition(parameter, other)];
	// Exactly the other value at 1: a round trip through a logarithm is off by rounding.
	return (way) => (way === 1 ? other : clamp(parameter, fromPosition(parameter, from + (to - from) * way)));
}
