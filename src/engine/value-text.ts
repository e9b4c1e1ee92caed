import { formatNumber } from './number-format.ts';
import { isNumber, type NumberParameter, type Parameter, type Value } from './parameter.ts';

/** Digits of a value that stands alone, in a control or a list: enough to tell any two settings apart. */
const DIGITS = { digits: 6 };

/** A parameter's value in words: "33 hours", or what a choice is called. */
export const valueText = (parameter: Parameter, value: Value): string =>
	isNumber(parameter)
		? formatNumber(Number(value), parameter.unit, DIGITS)
		: (parameter.choices[value] ?? String(value));

/** What is held possible of a number, "5 to 33 hours"; undefined where it is the reader's own choice. */
export function heldPossible({ unit, p05, p95 }: NumberParameter): string | undefined {
	if (p05 === undefined || p95 === undefined) return undefined;
	const text = (value: number) => formatNumber(value, unit, DIGITS);
	return `${text(p05)} to ${text(p95)}`;
}

/** Whether a value lies outside all that is held: what we hold possible, and what each named position does. */
export function isBeyondAll(
	{ default: usual, p05 = usual, p95 = usual, positions = {} }: NumberParameter,
	value: number,
): boolean {
	const held = [usual, p05, p95, ...Object.values(positions).map(Number)];
	return value < Math.min(...held) || value > Math.max(...held);
}
