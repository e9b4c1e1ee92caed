import type { Finding } from '../engine/goal-seek.ts';
import type { Inputs } from '../engine/model.ts';
import { isNumber, toPosition, type Value } from '../engine/parameter.ts';
import { quantityText, type Quantity } from '../models/quantity.ts';
import { countInWords } from '../engine/number-format.ts';
import { likelyRange, valueText } from '../engine/value-text.ts';

/** One row of the table: a value of one parameter that reaches the target. */
export interface Way {
	readonly key: string;
	readonly label: string;
	/** The reader's current value, formatted. */
	readonly now: string;
	readonly value: Value;
	readonly text: string;
	/** Whether the value is within p05 and p95; undefined for a parameter without them. */
	readonly inside: boolean | undefined;
	readonly range: string | undefined;
	/** Positions on the slider as shares, for the row's drawing; undefined for a choice. */
	readonly slider:
		{ readonly value: number; readonly now: number; readonly from: number; readonly to: number } | undefined;
}
/** A goal seek's findings as a table. */
export interface WaysTo {
	readonly title: string;
	readonly ways: readonly Way[];
	/** Labels of parameters that cannot reach the target alone, and of those that do not affect the output. */
	readonly short: readonly string[];
	readonly indifferent: readonly string[];
}

/** Returns a predicate: whether two values of an output print alike. */
export const sameText =
	(quantity: Quantity) =>
	(a: number, b: number): boolean =>
		quantityText(quantity, a) === quantityText(quantity, b);

/** Returns the rows of one finding. */
function waysOf({ model }: Quantity, inputs: Inputs, finding: Finding): Way[] {
	if (finding.kind !== 'roots') return [];
	const { key } = finding;
	const parameter = model.parameters[key]!;
	const words = {
		key,
		label: parameter.label,
		now: valueText(parameter, inputs[key]!),
		range: isNumber(parameter) ? likelyRange(parameter) : undefined,
	};
	const shareOf = (value: Value) =>
		isNumber(parameter) ? Math.min(1, Math.max(0, toPosition(parameter, Number(value)))) : 0;
	return finding.roots.map(({ value, inside }) => ({
		...words,
		value,
		text: valueText(parameter, value),
		inside,
		slider: isNumber(parameter)
			? {
					value: shareOf(value),
					now: shareOf(inputs[key]!),
					from: shareOf(parameter.p05 ?? parameter.min),
					to: shareOf(parameter.p95 ?? parameter.min),
				}
			: undefined,
	}));
}

/** Turns all findings into a table, values within p05 and p95 first. */
export function waysTo(quantity: Quantity, inputs: Inputs, target: number, findings: readonly Finding[]): WaysTo {
	const ways = findings.flatMap((finding) => waysOf(quantity, inputs, finding));
	const labelsOf = (kind: Finding['kind']) =>
		findings.filter((finding) => finding.kind === kind).map(({ key }) => quantity.model.parameters[key]!.label);
	const best = (key: string) =>
		Math.min(
			...ways
				.filter((way) => way.key === key)
				.map(({ inside }) => (inside === true ? 0 : inside === undefined ? 1 : 2)),
		);
	return {
		title: titleOf(quantity, target, findings, ways),
		ways: ways.toSorted((a, b) => best(a.key) - best(b.key)),
		short: labelsOf('none'),
		indifferent: labelsOf('indifferent'),
	};
}

/** States the result in a sentence. */
function titleOf(quantity: Quantity, target: number, findings: readonly Finding[], ways: readonly Way[]): string {
	const wanted = quantityText(quantity, target);
	if (findings.some(({ kind }) => kind === 'already'))
		return `On your settings it is ${wanted} already: there is nothing more to believe.`;
	const count = (list: readonly Way[]) => new Set(list.map(({ key }) => key)).size;
	const [all, inside, judged] = [
		ways,
		ways.filter((way) => way.inside === true),
		ways.filter((way) => way.inside !== undefined),
	].map(count) as [number, number, number];
	if (all === 0) return `For ${wanted} no single assumption here would do, wherever its slider stands.`;
	const would = `For ${wanted} ${all === 1 ? 'one assumption' : `any of ${countInWords(all)} assumptions`} would do alone`;
	if (judged === 0) return `${would}, and it is yours to choose.`;
	if (inside === 0) return `${would}, but ${all === 1 ? 'not' : 'none'} within what is held possible.`;
	if (inside === all) return `${would}, within what is held possible.`;
	return `${would}; ${countInWords(inside)} of them within what is held possible.`;
}

/**
 * Returns the roundest number between two: a power of ten, or else a multiple of the largest possible 1, 2 or 5 × 10ⁿ.
 */
export function roundest(from: number, to: number): number {
	const [low, high] = from < to ? [from, to] : [to, from];
	const power10 = low > 0 ? Number(`1e${Math.ceil(Math.log10(low))}`) : Infinity;
	if (power10 >= low && power10 <= high) return power10;
	const middle = (low + high) / 2;
	for (
		let power = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE)));
		power > -300;
		power--
	)
		for (const digit of [5, 2, 1]) {
			const step = Number(`${digit}e${power}`);
			const nearest = Number((Math.round(middle / step) * step).toPrecision(12));
			const found = [nearest, Number((nearest + step).toPrecision(12)), Number((nearest - step).toPrecision(12))].find(
				(value) => value !== 0 && value >= low && value <= high,
			);
			if (found !== undefined) return found;
			if (step < (high - low) / 100 || step === 0) return middle;
		}
	return middle;
}

/**
 * Suggests a target: a round value on the way to the farthest end of the tornado's bars that prints differently from
 * now.
 */
export function suggestion(quantity: Quantity, now: number, ends: readonly number[], otherwise: number): number {
	const finite = ends.filter(Number.isFinite);
	const start = Number.isFinite(now) ? now : (finite[0] ?? otherwise);
	const reach = finite.reduce(
		(farthest, end) => (Math.abs(end - start) > Math.abs(farthest - start) ? end : farthest),
		start,
	);
	const far = reach === start ? start * 3 : reach;
	const rounded = [0.2, 0.6].map((share) => roundest(start + (far - start) * share, far));
	return [...rounded, far].find((value) => !sameText(quantity)(value, now)) ?? far;
}
