import { formatNumber } from './number-format.ts';
import { isNumber, type NumberParameter, type Parameter, type Value } from './parameter.ts';
import { unitRecord, type Unit } from './units.ts';

/** Formats a number as a control shows it at rest: three digits, and a fourth from 1000 on, where it distinguishes two settings. */
const numberText = (value: number, unit: Unit): string =>
	formatNumber(value, unit, { digits: unitRecord(unit).controlDigits ?? (Math.abs(value) < 1000 ? 3 : 4) });

/** Formats a parameter's value: "33 hours", or the label of a choice. */
export const valueText = (parameter: Parameter, value: Value): string =>
	isNumber(parameter) ? numberText(Number(value), parameter.unit) : (parameter.choices[value] ?? String(value));

/** Formats a value with all digits that a reader may have typed, for a field that has the focus. */
export const exactText = ({ unit }: NumberParameter, value: number): string => formatNumber(value, unit, { digits: 6 });

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
