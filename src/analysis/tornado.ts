import { axisScale } from '../charts/axis.ts';
import { formatNumber } from '../engine/number-format.ts';
import type { Bar } from '../engine/sensitivity.ts';
import { quantityText, type Quantity } from '../models/quantity.ts';

/** One end of a bar: the output there, and the parameter's value. */
export interface End {
	readonly output: string;
	readonly input: string;
	readonly isInfinite: boolean;
}
export interface Row {
	readonly key: string;
	readonly label: string;
	readonly least: End;
	readonly most: End;
	/**
	 * Start and end of the bar in percent of the width. The bar includes the current output, even if both ends lie on one
	 * side of it.
	 */
	readonly from: number;
	readonly to: number;
}
/** A tornado ready to draw and describe, the longest bar first. */
export interface Picture {
	readonly title: string;
	readonly now: { readonly text: string; readonly at: number };
	readonly isLog: boolean;
	readonly rows: readonly Row[];
	/** Labels of parameters whose bar is too short to see, and of those without any effect. */
	readonly slight: readonly string[];
	readonly unmoved: readonly string[];
}

/** Ratio of outputs above which the axis is logarithmic, so that short bars stay visible. */
const WIDE = 100;
/** Percent of the width reserved at each end for infinite values. */
const INSET = 2;
const LAST = { finite: 98, beforeInfinity: 84, infinity: 97 };
/** Length in percent below which a bar counts as slight. */
const SLIGHT = 2;

/** Returns the drawn length of a bar in percent; a bar to infinity is longer than all others. */
export const lengthOf = ({ from, to, most }: Row): number => to - from + (most.isInfinite ? LAST.infinity : 0);

/** Lays out on the output's axis the bars that move it, the longest first, and formats their ends. */
export function tornadoRows(quantity: Quantity, now: number, bars: readonly Bar[]) {
	const say = (value: number) => quantityText(quantity, value);
	const all = [now, ...bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
	const finite = all.filter(Number.isFinite);
	const [from, to] = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [0, 1];
	const isLog = from > 0 && to / from > WIDE;
	const toPercent = axisScale(
		{ title: '', scale: isLog ? 'log' : 'linear', domain: [from, to > from ? to : from + 1], format: say },
		[INSET, finite.length < all.length ? LAST.beforeInfinity : LAST.finite],
	);
	const at = (value: number) => (Number.isFinite(value) ? toPercent(value) : value > 0 ? LAST.infinity : 0);

	const moving = bars.filter(({ atLow, atHigh }) => say(atLow) !== say(atHigh) || say(atLow) !== say(now));
	const parameterOf = (key: string) => quantity.model.parameters[key]!;
	const rows = moving.map(({ key, low, high, atLow, atHigh }) => {
		const end = (input: number, output: number): End => ({
			output: say(output),
			input: formatNumber(input, parameterOf(key).unit),
			isInfinite: !Number.isFinite(output),
		});
		const ends = [end(low, atLow), end(high, atHigh)] as const;
		const places = [atLow, atHigh, now].map(at);
		return {
			key,
			label: parameterOf(key).label,
			least: ends[atLow <= atHigh ? 0 : 1],
			most: ends[atLow <= atHigh ? 1 : 0],
			from: Math.min(...places),
			to: Math.max(...places),
		};
	});
	// Sorted by drawn length: on a logarithmic axis the largest difference is not the longest bar.
	rows.sort((a, b) => lengthOf(b) - lengthOf(a));
	return { rows, isLog, now: { text: say(now), at: at(now) } };
}

/** Lays bars out and says which parameter matters most. */
export function tornadoPicture(quantity: Quantity, now: number, bars: readonly Bar[]): Picture {
	const { rows, isLog, now: mark } = tornadoRows(quantity, now, bars);
	const isSlight = (row: Row) => lengthOf(row) < SLIGHT;
	const moving = new Set(rows.map(({ key }) => key));

	return {
		title:
			bars.length === 0
				? `Nothing to compare for “${quantity.label}”: no assumption here has a range that is held possible`
				: titleOf(quantity, rows),
		now: mark,
		isLog,
		rows: rows.filter((row) => !isSlight(row)),
		slight: rows.filter(isSlight).map(({ label }) => label),
		unmoved: bars.filter(({ key }) => !moving.has(key)).map(({ key }) => quantity.model.parameters[key]!.label),
	};
}

/** States in a sentence which parameter matters most, and how far the output moves with it. */
function titleOf({ label }: Quantity, [first]: readonly Row[]): string {
	if (!first) return `Nothing that is held possible here moves “${label}”`;
	const { least, most } = first;
	const ends = most.isInfinite
		? `${least.output} at one end of what is held possible, ${most.output} at the other`
		: `${least.output} to ${most.output}`;
	return `“${first.label}” matters most: ${ends}`;
}
