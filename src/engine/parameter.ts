import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import type { Unit } from './units.ts';

/** Who stands behind a default. `cite` holds keys of the bibliography; none of them means that the number is our own assumption. */
export interface Source {
	readonly cite: readonly string[];
	/** What the source says, or why we chose the number, in a reader's words. */
	readonly note: string;
}

interface Described {
	/** One or two words for tight places; the label is the full name. */
	readonly label: string;
	readonly unit: Unit;
	readonly source: Source;
	/** Name of the quantity's colour in styles/tokens.css, the same in sentence, equation, slider and curve. */
	readonly tone?: string;
	/** What this parameter is under each named position that has a view of it (ids: positions/positions.ts). */
	readonly positions?: Readonly<Record<string, number | string>>;
}

/** A number that the reader may change. */
export interface NumberParameter extends Described {
	readonly scale: 'linear' | 'log';
	readonly default: number;
	/** Ends of the slider, both allowed. */
	readonly min: number;
	readonly max: number;
	readonly integer?: true;
	/** Values marked on its slider: where something happens. */
	readonly marks?: readonly number[];
	/** 5th and 95th percentile of what we hold possible; absent where the number is the reader's own choice. */
	readonly p05?: number;
	readonly p95?: number;
	/** Why a named position, or the default, may lie outside p05 to p95; absent where none does. Printed wherever that is said. */
	readonly beyond?: string;
}

/** A choice between named alternatives. */
export interface ChoiceParameter<C extends string = string> extends Described {
	readonly scale: 'choice';
	readonly default: C;
	/** Value as it stands in a link → words for the reader. */
	readonly choices: Readonly<Record<C, string>>;
}

export type Parameter = NumberParameter | ChoiceParameter;
export type Value = number | string;

/** Narrows a parameter to one with a range. */
export const isNumber = (parameter: Parameter): parameter is NumberParameter => parameter.scale !== 'choice';

const scales = new WeakMap<NumberParameter, ScaleContinuousNumeric<number, number>>();

/** The parameter's own scale: value → share of the slider, from 0 to 1, and back by `invert`. Both stay within their ends. */
export function scaleOf(parameter: NumberParameter): ScaleContinuousNumeric<number, number> {
	const known = scales.get(parameter);
	if (known) return known;
	const scale = (parameter.scale === 'log' ? scaleLog() : scaleLinear())
		.domain([parameter.min, parameter.max])
		.clamp(true);
	scales.set(parameter, scale);
	return scale;
}

/** Share of the slider (0 to 1) at which a value stands. */
export const toPosition = (parameter: NumberParameter, value: number): number => scaleOf(parameter)(value);

/** The value at a share of the slider. Ends are exact: there and back through a logarithm they would miss by a hair. */
export const fromPosition = (parameter: NumberParameter, position: number): number =>
	position <= 0 ? parameter.min : position >= 1 ? parameter.max : scaleOf(parameter).invert(position);

/** One step of a slider near `value`: a hundredth of its length, rounded down to 1, 2 or 5 times a power of ten. */
function stepAt(parameter: NumberParameter, value: number): number {
	const { min, max, scale, integer } = parameter;
	const hundredth = scale === 'log' ? value * ((max / min) ** 0.01 - 1) : (max - min) / 100;
	const power = 10 ** Math.floor(Math.log10(hundredth));
	const step = [5, 2, 1].find((n) => n * power <= hundredth * (1 + 1e-9))! * power;
	return integer ? Math.max(1, Math.round(step)) : step;
}

/** Twelve significant digits: enough for any slider, few enough to drop the dust that decimal steps leave in binary. */
const withoutDust = (value: number): number => Number(value.toPrecision(12)) + 0;

/** The nearest allowed value. Leaves a value inside the range as it is, but for parameters that count whole things. */
export const clamp = ({ min, max, integer }: NumberParameter, value: number): number =>
	Math.min(max, Math.max(min, integer ? Math.round(value) : value)) + 0;

/** A value rounded to the slider's own steps, for a drag that ends anywhere; the default and both ends are steps too. */
export function snap(parameter: NumberParameter, value: number): number {
	const step = stepAt(parameter, value);
	const rounded = clamp(parameter, withoutDust(Math.round(value / step) * step));
	const farther = (a: number, b: number) => Math.abs(value - a) - Math.abs(value - b);
	return [parameter.default, parameter.min, parameter.max, rounded].reduce((nearest, other) =>
		farther(other, nearest) < 0 ? other : nearest,
	);
}

/** The value `count` steps on (back, where negative). Never steps over the default without stopping there. */
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

/** Steps in a page: ten, or a tenth of the slider where it counts few whole things. */
const page = (parameter: NumberParameter): number =>
	parameter.integer && parameter.scale === 'linear'
		? Math.min(10, Math.max(1, Math.round((parameter.max - parameter.min) / 10 / stepAt(parameter, parameter.min))))
		: 10;

/** What an arrow, Page, Home or End key does to a value: one step, ten, or an end; undefined for every other key. */
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

/** Why a value cannot be this parameter's, in words that name the range; undefined if it can. */
export function whyNot(key: string, parameter: Parameter, value: unknown): string | undefined {
	if (!isNumber(parameter)) {
		const known = Object.keys(parameter.choices);
		return typeof value === 'string' && known.includes(value)
			? undefined
			: `"${key}" is one of ${known.join(', ')}, not ${JSON.stringify(value)}`;
	}
	if (typeof value !== 'number' || !Number.isFinite(value)) return `"${key}" is a number, not ${JSON.stringify(value)}`;
	if (value < parameter.min || value > parameter.max)
		return `"${key}" goes from ${parameter.min} to ${parameter.max}; ${value} is outside`;
	if (parameter.integer && !Number.isInteger(value)) return `"${key}" is a whole number, not ${value}`;
	return undefined;
}
