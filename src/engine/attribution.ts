import type { AnyModel, Inputs } from './model.ts';
import { clamp, fromPosition, isNumber, toPosition, type NumberParameter, type Value } from './parameter.ts';
import { shapley } from './shapley.ts';

/**
 * How two values of an output are held apart: by their difference; by a factor, where one is more than ten times the other; by
 * whether they are ever reached, where one never is. Or not at all.
 */
export type Measure = 'amount' | 'factor' | 'reach' | 'none';

/** How much of the difference between two people one assumption carries, in units of the measure: a factor's in powers of ten. */
export interface Part {
	readonly key: string;
	readonly share: number;
	/** Standard error; 0 where all orders were counted. */
	readonly error: number;
}
/** Which of the assumptions on which two people differ carries how much of the difference. */
export interface Attribution {
	readonly measure: Measure;
	readonly mine: number;
	readonly theirs: number;
	/** The weightiest first. They sum to the difference. */
	readonly parts: readonly Part[];
	/** Share of the orders that are averaged over, those that never pass through an infinite value; 0 where the difference cannot be divided. */
	readonly counted: number;
}

/** Ratio beyond which a difference is said as a factor. */
const FAR = 10;

function measureOf(mine: number, theirs: number): Measure {
	if (mine === theirs) return 'none';
	if (!Number.isFinite(mine) || !Number.isFinite(theirs)) return 'reach';
	return mine > 0 && theirs > 0 && Math.max(mine / theirs, theirs / mine) > FAR ? 'factor' : 'amount';
}
const worthBy: Readonly<Record<Measure, (value: number) => number>> = {
	amount: (value) => value,
	factor: Math.log10,
	reach: (value) => (Number.isFinite(value) ? 0 : 1),
	none: () => 0,
};

/** Keys of a model's parameters on which two people differ, in the model's order. */
export const differingKeys = (model: AnyModel, mine: Inputs, theirs: Inputs): string[] =>
	Object.keys(model.parameters).filter((key) => mine[key] !== theirs[key]);

/**
 * Returns the attribution of a difference in one output: Shapley shares of the assumptions on which the two differ, by how often of `orders`
 * drawn orders where there are too many to count all.
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
			return worthBy[measure](at(mixed));
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

/** One change by one of the two that brings them near. */
export interface Concession {
	readonly by: 'me' | 'them';
	readonly key: string;
	readonly to: Value;
	/** How far towards the other's value that is, from 0 to 1. */
	readonly way: number;
	/** What the output would then be for whoever changed. */
	readonly output: number;
}

/** Parts of the way from one's value to the other's at which is looked. */
const PARTS = 32;
/** Halvings after which nothing more is seen. */
const HALVINGS = 12;

/**
 * The single changes, by either, of an assumption on which the two differ and never beyond the other's value, that bring the two
 * to within `near` (a share of what divides them now): the shortest way for each assumption, the shortest of all first.
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
	const worth = (value: number) => worthBy[measure](value);
	const apart = Math.abs(worth(at(mine)) - worth(at(theirs)));
	const found: Concession[] = [];
	for (const [by, own, other] of [
		['me', mine, theirs],
		['them', theirs, mine],
	] as const) {
		const wanted = worth(at(other));
		for (const key of differingKeys(model, mine, theirs)) {
			const parameter = model.parameters[key]!;
			const valueAt = isNumber(parameter)
				? between(parameter, Number(own[key]), Number(other[key]))
				: () => other[key]!;
			const outputAt = (way: number) => at({ ...own, [key]: valueAt(way) });
			const isNear = (way: number) => Math.abs(worth(outputAt(way)) - wanted) <= near * apart;
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

/** The value at a share of the way from one to another, by the parameter's own scale. */
function between(parameter: NumberParameter, own: number, other: number): (way: number) => number {
	const [from, to] = [toPosition(parameter, own), toPosition(parameter, other)];
	// The other's value itself, which a logarithm there and back would miss by a hair.
	return (way) => (way === 1 ? other : clamp(parameter, fromPosition(parameter, from + (to - from) * way)));
}
