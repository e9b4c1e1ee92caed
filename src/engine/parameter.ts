import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import type { Unit } from './units.ts';

/** The source of a default. `cite` holds keys of the bibliography; an empty list marks the essay's own assumption. */
export interface Source {
	readonly cite: readonly string[];
	/** Shown to readers: what the source states, or why the value was chosen. */
	readonly note: string;
}

interface Described {
	/** Name of the quantity, without its unit. */
	readonly label: string;
	readonly unit: Unit;
	readonly source: Source;
	/** Name of the quantity's colour in styles/tokens.css. */
	readonly tone?: string;
	/** The value under each named position that has one, by position id (positions/positions.ts). */
	readonly positions?: Readonly<Record<string, number | string>>;
}

/** A numeric parameter. */
export interface NumberParameter extends Described {
	readonly scale: 'linear' | 'log';
	readonly default: number;
	/** Ends of the slider, both included. */
	readonly min: number;
	readonly max: number;
	readonly integer?: true;
	/** Values marked on the slider. */
	readonly marks?: readonly number[];
	/** 5th and 95th percentile of the essay's distribution; absent if the value is the reader's own choice. */
	readonly p05?: number;
	readonly p95?: number;
	/**
	 * Why a position's value or the default lies outside p05 to p95; absent if none does. Printed beside such a value.
	 */
	readonly beyond?: string;
}

/** A parameter with named alternatives. */
export interface ChoiceParameter<C extends string = string> extends Described {
	readonly scale: 'choice';
	readonly default: C;
	/** Value in a link → label for the reader. */
	readonly choices: Readonly<Record<C, string>>;
}

export type Parameter = NumberParameter | ChoiceParameter;
export type Value = number | string;

/** Narrows a parameter to a numeric one. */
export const isNumber = (parameter: Parameter): parameter is NumberParameter => parameter.scale !== 'choice';

const scales = new WeakMap<NumberParameter, ScaleContinuousNumeric<number, number>>();

/** Returns the slider's scale: value → share of the slider from 0 to 1, with `invert` for the way back. Both clamp. */
export function sliderScale(parameter: NumberParameter): ScaleContinuousNumeric<number, number> {
	const known = scales.get(parameter);
	if (known) return known;
	const scale = (parameter.scale === 'log' ? scaleLog() : scaleLinear())
		.domain([parameter.min, parameter.max])
		.clamp(true);
	scales.set(parameter, scale);
	return scale;
}

/** Returns the share of the slider (0 to 1) at which a value lies. */
export const toPosition = (parameter: NumberParameter, value: number): number => sliderScale(parameter)(value);

/** Returns the value at a share of the slider. Exact at the ends, which a round trip through a logarithm would miss. */
export const fromPosition = (parameter: NumberParameter, position: number): number =>
	position <= 0 ? parameter.min : position >= 1 ? parameter.max : sliderScale(parameter).invert(position);

/**
 * Returns one step of the slider near `value`: a hundredth of its length, rounded down to 1, 2 or 5 times a power of
 * ten.
 */
function stepAt(parameter: NumberParameter, value: number): number {
	const { min, max, scale, integer } = parameter;
	const hundredth = scale === 'log' ? value * ((max / min) ** 0.01 - 1) : (max - min) / 100;
	const power = 10 ** Math.floor(Math.log10(hundredth));
	const step = [5, 2, 1].find((n) => n * power <= hundredth * (1 + 1e-9))! * power;
	return integer ? Math.max(1, Math.round(step)) : step;
}

/**
 * Rounds to 12 significant digits: enough for any slider, few enough to remove the rounding error of decimal steps in
 * binary.
 */
const withoutDust = (value: number): number => Number(value.toPrecision(12)) + 0;

/** Returns the nearest allowed value. Changes a value inside the range only if the parameter is an integer. */
export const clamp = ({ min, max, integer }: NumberParameter, value: number): number =>
	Math.min(max, Math.max(min, integer ? Math.round(value) : value)) + 0;

/** Rounds a value to the slider's steps, as after a drag; the default and both ends are steps too. */
export function snap(parameter: NumberParameter, value: number): number {
	const step = stepAt(parameter, value);
	const rounded = clamp(parameter, withoutDust(Math.round(value / step) * step));
	const farther = (a: number, b: number) => Math.abs(value - a) - Math.abs(value - b);
	return [parameter.default, parameter.min, parameter.max, rounded].reduce((nearest, other) =>
		farther(other, nearest) < 0 ? other : nearest,
	);
}

/** Returns the value `count` steps up (down if negative). Stops at the default instead of stepping over it. */
export function stepBy(parameter: NumberParameter, value: number, count: number): number {
	const direction = Math.sign(count);
	let current = value;
	for (let i = 0; i < Math.abs(count); i++) {
		const step = stepAt(parameter, current);
		const grid = current / step;
		const next = withoutDust((direction > 0 ? Math.floor(grid + 1e-6) + 1 : Math.ceil(grid - 1e-6) - 1) * step);
		const passesDefault = (current - parameter.default) * (next - parameter.default) < 0;
		current = clamp(parameter, passesDefault ? parameter.default : next);
	}
	return current;
}

/** Returns the number of steps of a Page key: ten, or a tenth of the slider if that has few whole numbers. */
const page = (parameter: NumberParameter): number =>
	parameter.integer && parameter.scale === 'linear'
		? Math.min(10, Math.max(1, Math.round((parameter.max - parameter.min) / 10 / stepAt(parameter, parameter.min))))
		: 10;

const SLIDER_KEYS = ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
/** Whether a key moves a slider. */
export const isSliderKey = (key: string): boolean => SLIDER_KEYS.includes(key);

/** Returns the value after an arrow, Page, Home or End key; undefined for every other key. */
export function valueAfterKey(parameter: NumberParameter, value: number, key: string): number | undefined {
	switch (key) {
		case 'ArrowRight':
		case 'ArrowUp':
			return stepBy(parameter, value, 1);
		case 'ArrowLeft':
		case 'ArrowDown':
			return stepBy(parameter, value, -1);
		case 'PageUp':
			return stepBy(parameter, value, page(parameter));
		case 'PageDown':
			return stepBy(parameter, value, -page(parameter));
		case 'Home':
			return parameter.min;
		case 'End':
			return parameter.max;
		default:
			return undefined;
	}
}

/**
 * Returns the value after a range input moved from one position to another (shares of the slider) without a pointer: by
 * assistive technology, or by a key that the browser handles. A move of less than a hundredth of the slider is one step, as is
 * a longer one that would snap back to `value`; any other snaps.
 */
export function valueAfterMove(parameter: NumberParameter, value: number, from: number, to: number): number {
	const direction = Math.sign(to - from);
	const next = snap(parameter, fromPosition(parameter, to));
	return Math.abs(to - from) < 0.01 || Math.sign(next - value) !== direction
		? stepBy(parameter, value, direction)
		: next;
}

/** Returns why a value is not allowed for a parameter, with the range in words; undefined if it is allowed. */
export function invalidReason(key: string, parameter: Parameter, value: unknown): string | undefined {
	if (!isNumber(parameter)) {
		const known = Object.keys(parameter.choices);
		return typeof value === 'string' && known.includes(value)
			? undefined
			: `"${key}" must be one of ${known.join(', ')}, not ${JSON.stringify(value)}`;
	}
	if (typeof value !== 'number' || !Number.isFinite(value))
		return `"${key}" must be a number, not ${JSON.stringify(value)}`;
	if (value < parameter.min || value > parameter.max)
		return `"${key}" must be from ${parameter.min} to ${parameter.max}, not ${value}`;
	if (parameter.integer && !Number.isInteger(value)) return `"${key}" must be a whole number, not ${value}`;
	return undefined;
}
