import { formatNumber, type Unit } from './number-format.ts';
import { isNumber, type NumberParameter, type Parameter, type Value } from './parameter.ts';

/** Digits of a value that stands alone, in a control or a list: three, and a fourth where it tells two settings apart. */
const digitsOf = (value: number, unit: Unit) => ({ digits: unit === 'year' ? 5 : Math.abs(value) < 1000 ? 3 : 4 });

/** A number of a parameter as a control shows it at rest. */
const numberText = (value: number, unit: Unit): string => formatNumber(value, unit, digitsOf(value, unit));

/** A parameter's value in words: "33 hours", or what a choice is called. */
export const valueText = (parameter: Parameter, value: Value): string =>
	isNumber(parameter) ? numberText(Number(value), parameter.unit) : (parameter.choices[value] ?? String(value));

/** All that was typed or set, for a field that is being written in. */
export const exactText = ({ unit }: NumberParameter, value: number): string => formatNumber(value, unit, { digits: 6 });

/** What is held possible of a number, "5 to 33 hours"; undefined where it is the reader's own choice. */
export function heldPossible({ unit, p05, p95 }: NumberParameter): string | undefined {
	if (p05 === undefined || p95 === undefined) return undefined;
	return `${numberText(p05, unit)} to ${numberText(p95, unit)}`;
}

/** Whether a value lies outside all that is held: what we hold possible, and what each named position does. */
export function isBeyondAll(
	{ default: usual, p05 = usual, p95 = usual, positions = {} }: NumberParameter,
	value: number,
): boolean {
	const held = [usual, p05, p95, ...Object.values(positions).map(Number)];
	return value < Math.min(...held) || value > Math.max(...held);
}
