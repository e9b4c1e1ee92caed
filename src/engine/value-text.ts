import { formatNumber } from './number-format.ts';
import { isNumber, stepBy, type NumberParameter, type Parameter, type Value } from './parameter.ts';
import { unitRecord, type Unit } from './units.ts';

/** Formats a number as a control shows it at rest: three digits, and a fourth from 1000 on, where it distinguishes two settings. */
const numberText = (value: number, unit: Unit): string =>
	formatNumber(value, unit, {
		digits: unitRecord(unit).controlDigits ?? (Math.abs(value) < 1000 ? 3 : 4),
	});

/** Formats a parameter's value: "33 hours", or the label of a choice. */
export const valueText = (parameter: Parameter, value: Value): string =>
	isNumber(parameter) ? numberText(Number(value), parameter.unit) : (parameter.choices[value] ?? String(value));

/** Years that a slider spans beyond which a part of a year is in its field alone. */
const DECADES = 20;

/**
 * Formats a value beside its slider: as `valueText`, but a date on a slider of decades as the calendar year that sentences and labels
 * give.
 */
export const restText = (parameter: NumberParameter, value: number): string =>
	unitRecord(parameter.unit).isDate && parameter.max - parameter.min > DECADES
		? formatNumber(value, parameter.unit)
		: valueText(parameter, value);

/** Digits of a value with all that a reader may have typed. */
const EXACT = 6;

/**
 * Formats a value as a slider speaks it: with the unit's own digits, or as many more as tell it from one step up and one step down.
 * Otherwise a step that assistive technology makes would say the same value again.
 */
export function spokenText(parameter: NumberParameter, value: number, digits?: number): string {
	const { unit } = parameter;
	const neighbours = [1, -1].map((step) => stepBy(parameter, value, step)).filter((other) => other !== value);
	const speak = (number: number, digits: number | undefined) =>
		formatNumber(number, unit, { style: 'speech', ...(digits && { digits }) });
	const isClear = (digits: number | undefined) =>
		neighbours.every((other) => speak(other, digits) !== speak(value, digits));
	let enough = digits;
	for (let more = digits ?? 2; !isClear(enough) && more < EXACT; more++) enough = more + 1;
	return speak(value, enough);
}

/** Formats a value with all digits that a reader may have typed, for a field that has the focus. */
export const exactText = ({ unit }: NumberParameter, value: number): string =>
	formatNumber(value, unit, { digits: EXACT });

/** Formats the range from p05 to p95, "5 to 33 hours"; returns undefined for a parameter without one. */
export function likelyRange({ unit, p05, p95 }: NumberParameter): string | undefined {
	if (p05 === undefined || p95 === undefined) return undefined;
	return `${numberText(p05, unit)} to ${numberText(p95, unit)}`;
}

/** Returns whether a value lies outside the range from p05 to p95 and outside the values of all named positions. */
export function isBeyondAll(
	{ default: baseline, p05 = baseline, p95 = baseline, positions = {} }: NumberParameter,
	value: number,
): boolean {
	const values = [baseline, p05, p95, ...Object.values(positions).map(Number)];
	return value < Math.min(...values) || value > Math.max(...values);
}
