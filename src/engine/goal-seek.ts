import type { AnyModel, Inputs } from './model.ts';
import { shareToRoot } from './root.ts';
import { clamp, fromPosition, isNumber, type NumberParameter, type Parameter } from './parameter.ts';

/** A value of a parameter at which the output equals the target. */
export interface Root {
	readonly value: number | string;
	/** Whether the value is within the parameter's p05 and p95; undefined if the parameter has none. */
	readonly inside: boolean | undefined;
}

/** What changing one parameter alone can achieve. */
export type Finding =
	| { readonly key: string; readonly kind: 'roots'; readonly roots: readonly Root[] }
	/** The output changes with the parameter but never equals the target within the slider. */
	| { readonly key: string; readonly kind: 'none' }
	/** The output does not depend on the parameter. */
	| { readonly key: string; readonly kind: 'indifferent' }
	/** The output equals the target at the current inputs. */
	| { readonly key: string; readonly kind: 'already' };

/** Returns whether two values of an output print alike. */
export type Same = (a: number, b: number) => boolean;

/** A position on the slider, and the output there. */
interface Point {
	readonly at: number;
	readonly value: number;
	/** Whether the output prints as the target does. */
	readonly isHit: boolean;
}

/** The search along one parameter's slider. */
interface Search {
	readonly parameter: NumberParameter;
	readonly current: number;
	readonly target: number;
	readonly pointAt: (at: number) => Point;
}

/**
 * Number of intervals in the first scan of a slider: resolves every bend of the models' curves at a cost the slowest
 * model can bear.
 */
const PARTS = 64;

/**
 * Finds, for each parameter alone, the values within its slider at which the output equals `target`, with the other
 * inputs fixed. Two outputs are equal if they print alike (`same`). `target` may be Infinity ("never").
 */
export const goalSeek = (
	model: AnyModel,
	inputs: Inputs,
	output: string,
	target: number,
	same: Same,
): readonly Finding[] =>
	Object.keys(model.parameters).map((key) => goalSeekOne(model, inputs, output, target, same, key));

/**
 * Returns the finding of `goalSeek` for one parameter. Takes about a hundred evaluations, so that a page can spread the
 * parameters over several tasks.
 */
export function goalSeekOne(
	model: AnyModel,
	inputs: Inputs,
	output: string,
	target: number,
	same: Same,
	key: string,
): Finding {
	const parameter = model.parameters[key];
	if (!parameter)
		throw new Error(
			`goalSeek: "${key}" is not a parameter of ${model.id}. Known: ${Object.keys(model.parameters).join(', ')}.`,
		);
	const outputAt = (value: number | string): number => Number(model.evaluate({ ...inputs, [key]: value })[output]);
	const now = outputAt(inputs[key]!);
	if (same(now, target)) return { key, kind: 'already' };
	const pointAt = (at: number): Point => {
		const value = outputAt(at);
		return { at, value, isHit: same(value, target) };
	};
	const { values, roots } = isNumber(parameter)
		? along({ parameter, current: Number(inputs[key]), target, pointAt })
		: among(Object.keys(parameter.choices), outputAt, (value) => same(value, target));
	if (roots.length > 0)
		return { key, kind: 'roots', roots: roots.map((value) => ({ value, inside: isInside(parameter, value) })) };
	return { key, kind: values.every((value) => isAlike(value, now)) ? 'indifferent' : 'none' };
}

function isInside(parameter: Parameter, value: number | string): boolean | undefined {
	if (!isNumber(parameter) || parameter.p05 === undefined || parameter.p95 === undefined) return undefined;
	return Number(value) >= parameter.p05 && Number(value) <= parameter.p95;
}

/** Returns whether two outputs are equal up to rounding error in the order of summation. */
const isAlike = (a: number, b: number): boolean =>
	a === b || (Number.isFinite(b) && Math.abs(a - b) <= 1e-12 * Math.abs(b));

interface Found {
	/** The output at every position evaluated. */
	readonly values: readonly number[];
	readonly roots: readonly (number | string)[];
}

function among(
	choices: readonly string[],
	outputAt: (choice: string) => number,
	isHit: (value: number) => boolean,
): Found {
	const values = choices.map(outputAt);
	return { values, roots: choices.filter((_, i) => isHit(values[i]!)) };
}

function along(search: Search): Found {
	const points = withTurns(search, placesOn(search).map(search.pointAt));
	const roots = stretches(points).flatMap((stretch) => {
		const root = rootIn(search, stretch);
		return root === undefined ? [] : [tidy(search, root, stretch)];
	});
	return { values: points.map(({ value }) => value), roots: Array.from(new Set(roots)).sort((a, b) => a - b) };
}

/**
 * Returns the positions of the first scan: even on the slider's scale, or every whole number if there are few; plus the
 * default and the current value.
 */
function placesOn({ parameter, current }: Search): number[] {
	const { min, max, integer } = parameter;
	const isShort = integer && max - min <= PARTS;
	const places = isShort
		? Array.from({ length: max - min + 1 }, (_, i) => min + i)
		: Array.from({ length: PARTS + 1 }, (_, i) => clamp(parameter, fromPosition(parameter, i / PARTS)));
	return Array.from(new Set([...places, parameter.default, current])).sort((a, b) => a - b);
}

const isHit = (point: Point): boolean => point.isHit;
const isAbove = ({ target }: Search, { value }: Point): boolean => value > target;
const distance = ({ target }: Search, { value }: Point): number => Math.abs(value - target);

/**
 * Adds a point at each local extremum towards the target, where the curve may touch or cross the target between two
 * points.
 */
function withTurns(search: Search, points: readonly Point[]): Point[] {
	return points.flatMap((point, i) => {
		const [before, after] = [points[i - 1], points[i + 1]];
		const here = distance(search, point);
		if (point.isHit || !Number.isFinite(here)) return [point];
		const isNearer = (to: Point) => isAbove(search, to) === isAbove(search, point) && distance(search, to) >= here;
		if (before && after)
			return isNearer(before) && isNearer(after) && distance(search, before) > here
				? inOrder(point, turnBetween(search, before, after))
				: [point];
		const inwards = (before ?? after)!;
		return isNearer(inwards) && turnsBack(search, point, inwards)
			? inOrder(point, turnBetween(search, point, inwards))
			: [point];
	});
}

const inOrder = (...points: readonly Point[]): Point[] => points.toSorted((a, b) => a.at - b.at);

/**
 * Returns whether the curve first approaches the target from this end of the slider, although it is farther off at the
 * next point.
 */
function turnsBack(search: Search, end: Point, next: Point): boolean {
	const close = search.pointAt(clamp(search.parameter, end.at + (next.at - end.at) / 1000));
	return distance(search, close) < distance(search, end);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Finds by golden-section search the point between two others, both on one side of the target, at which the output is
 * nearest to it. Stops early at a point beyond the target.
 */
function turnBetween(search: Search, from: Point, to: Point): Point {
	const side = isAbove(search, from) ? 1 : -1;
	const left = ({ value }: Point) => side * (value - search.target);
	const inner = (a: number, b: number) => search.pointAt(clamp(search.parameter, b + GOLDEN * (a - b)));
	let [a, b] = [from.at, to.at];
	let [c, d] = [inner(a, b), inner(b, a)];
	const nearer = () => (left(c) < left(d) ? c : d);
	for (let step = 0; step < 50 && Math.abs(b - a) > 1e-9 * Math.abs(c.at); step++) {
		const nearest = nearer();
		if (left(nearest) < 0 && !nearest.isHit) return nearest;
		if (nearest === c) {
			b = d.at;
			d = c;
			c = inner(a, b);
		} else {
			a = c.at;
			c = d;
			d = inner(b, a);
		}
	}
	return nearer();
}

/**
 * Splits the points into intervals with at most one root each: a run of points at the target with one neighbour on
 * either side, or two adjacent points off the target.
 */
function stretches(points: readonly Point[]): Point[][] {
	const found: Point[][] = [];
	for (let i = 0; i < points.length; i++) {
		const start = i;
		while (i < points.length && points[i]!.isHit) i++;
		if (i > start) found.push(points.slice(Math.max(0, start - 1), i + 1));
		const pair = points.slice(i, i + 2);
		if (pair.length === 2 && pair.every((point) => !point.isHit)) found.push(pair);
	}
	return found;
}

/**
 * Returns the root in an interval: the crossing of the target, or the position nearest to the current value if the
 * output equals the target over a length (a step or plateau). Returns undefined if the output jumps over the target.
 */
function rootIn(search: Search, stretch: readonly Point[]): number | undefined {
	const { current, target } = search;
	const outwards = current <= stretch[0]!.at ? stretch[0]! : stretch.at(-1)!;
	const isExact = ({ value }: Point) => value === target;
	const crossings = stretch.some(isExact) ? [] : crossingsIn(search, stretch);
	const hits = [...stretch, ...crossings]
		.filter(isHit)
		.sort((a, b) => Math.abs(a.at - current) - Math.abs(b.at - current));
	const exact = hits.find(isExact);
	if (exact) return lastOf(search, exact.at, outwards.at, isExact);
	const scale = Math.max(...[target, ...stretch.map(({ value }) => value)].filter(Number.isFinite).map(Math.abs));
	// A crossing farther from the target than this is the edge of a step, whose exact position is an accident of the
	// bisection.
	const crossed = hits.find((point) => crossings.includes(point) && distance(search, point) <= 1e-9 * scale);
	return crossed ? crossed.at : hits[0] && lastOf(search, hits[0].at, outwards.at, isHit);
}

const crossingsIn = (search: Search, stretch: readonly Point[]): Point[] =>
	stretch
		.slice(1)
		.flatMap((point, i) =>
			isAbove(search, stretch[i]!) === isAbove(search, point) ? [] : [crossing(search, stretch[i]!, point)],
		);

/**
 * Bisects from `from`, where `holds` is true, to `to`, where it is false; returns the last position at which it is
 * true.
 */
function lastOf({ pointAt, parameter }: Search, from: number, to: number, holds: (point: Point) => boolean): number {
	const nearby = from + (to - from) * 1e-9;
	if (!parameter.integer && !holds(pointAt(nearby))) return from;
	let [inside, outside] = [from, to];
	for (
		let middle = between(parameter, inside, outside);
		middle !== undefined;
		middle = between(parameter, inside, outside)
	) {
		if (holds(pointAt(middle))) inside = middle;
		else outside = middle;
	}
	return inside;
}

/**
 * Returns the midpoint, rounded down for integers; undefined if no position that the slider can distinguish is left
 * between.
 */
function between({ integer, scale, min, max }: NumberParameter, a: number, b: number): number | undefined {
	const middle = integer ? Math.floor((a + b) / 2) : (a + b) / 2;
	// An absolute limit: next to 0 the intervals would shrink for ever.
	const least = scale === 'linear' ? 1e-17 * (max - min) : 0;
	return middle === a || middle === b || Math.abs(b - a) <= least ? undefined : middle;
}

/**
 * Finds the root between two points on opposite sides of the target; returns whichever of the last two points is
 * nearer.
 */
function crossing(search: Search, from: Point, to: Point): Point {
	const { parameter, pointAt, target } = search;
	let [a, b] = [to, from];
	let share = 0.5;
	while (between(parameter, a.at, b.at) !== undefined && a.value !== target) {
		const wanted = a.at + share * (b.at - a.at);
		const next = pointAt(parameter.integer ? strictlyBetween(a.at, b.at, Math.round(wanted)) : wanted);
		const isSameSide = isAbove(search, next) === isAbove(search, a);
		const c = isSameSide ? a : b;
		if (!isSameSide) b = a;
		a = next;
		share = shareToRoot(a, b, c, target);
	}
	return distance(search, a) <= distance(search, b) ? a : b;
}

const strictlyBetween = (a: number, b: number, whole: number): number =>
	Math.min(Math.max(a, b) - 1, Math.max(Math.min(a, b) + 1, whole));

/**
 * Rounds a root to the fewest digits, at least three, at which the output still equals the target: the value appears on
 * a slider and in a link.
 */
function tidy({ pointAt }: Search, root: number, stretch: readonly Point[]): number {
	const [from, to] = [stretch[0]!.at, stretch.at(-1)!.at];
	for (let digits = 3; digits < 16; digits++) {
		const near = Number(root.toPrecision(digits));
		const step = 10 ** (Math.floor(Math.log10(Math.abs(root))) - digits + 1);
		const other = Number((near + Math.sign(root - near) * step).toPrecision(digits));
		for (const at of [near, other]) if (at >= from && at <= to && pointAt(at).isHit) return at;
	}
	return root;
}
