/**
 * Reads values back from a drawn figure: the drawn axis labels give the scales, and the scales turn positions of marks into values.
 * Independent of the code that draws, and works on any DOM (a browser's or jsdom's).
 */
import { fromSuperscript } from '../../src/engine/superscript.ts';

const SIZES: Readonly<Record<string, number>> = {
	thousand: 1e3,
	million: 1e6,
	m: 1e6,
	billion: 1e9,
	bn: 1e9,
	trillion: 1e12,
	tn: 1e12,
};

/** Returns the number in an axis label: "$1 tn", "50%", "1/10", "10²⁴", "1 million×", "2034". `values` gives those of labels without digits. */
export function readLabel(label: string, values: Readonly<Record<string, number>> = {}): number {
	const text = label.replaceAll(/[\u00a0\u202f]/g, ' ').trim();
	if (text in values) return values[text]!;
	const match =
		/^(−)?\$?(?:(?:([\d.]+)·)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(\d[\d,]*(?:\.\d+)?)(?:\/(\d[\d,]*))?) ?(thousand|million|billion|trillion|bn|tn|m)?(%)?/.exec(
			text,
		);
	if (!match)
		throw new Error(`The axis label “${label}” has no number. Add its value to labelValues of the figure spec.`);
	const [, minus, mantissa, power, digits, over, size, percent] = match;
	const plain = (written: string) => Number(written.replaceAll(',', ''));
	const value =
		power === undefined
			? plain(digits!) / (over ? plain(over) : 1)
			: Number(mantissa ?? 1) * 10 ** Number(fromSuperscript(power));
	return (minus ? -1 : 1) * value * (size ? SIZES[size]! : 1) * (percent ? 0.01 : 1);
}

/** Returns the months in a text such as "42 days", "1.4 months" or "20 years"; NaN if it has none. */
export function readSpan(text: string): number {
	const [, number = '', unit = ''] = /([\d,.]+)\s(day|month|year)/.exec(text.replaceAll('\u00a0', ' ')) ?? [];
	const months: Readonly<Record<string, number>> = { day: 12 / 365.25, month: 1, year: 12 };
	return Number(number.replaceAll(',', '')) * (months[unit] ?? NaN);
}

/** A scale derived from drawn labels. Positions are in percent of the plot, from the left or from the top. */
export interface Ruler {
	readonly isLog: boolean;
	toValue(place: number): number;
	toPlace(value: number): number;
	/** First and last labelled value. */
	readonly ends: readonly [number, number];
}

const percent = (element: Element, attribute: string): number => {
	const written = element.getAttribute(attribute) ?? '0';
	const value = Number(written.replace('%', ''));
	if (!Number.isFinite(value))
		throw new Error(`<${element.tagName} ${attribute}="${written}"> is not a position in percent.`);
	return value;
};

/** Returns the scale through the labels, logarithmic if `isLog`. Throws if a label is off that scale. */
export function rulerOf(
	labels: readonly { readonly text: string; readonly place: number }[],
	isLog: boolean,
	values?: Readonly<Record<string, number>>,
): Ruler {
	const along = (value: number) => (isLog ? Math.log10(value) : value);
	const marks = labels
		.filter(({ text }) => text.trim() !== '')
		.map(({ text, place }) => ({ place, value: readLabel(text, values) }));
	const [first, last] = [marks[0], marks.at(-1)];
	if (!first || !last || first === last)
		throw new Error(`An axis needs at least two labels to derive its scale; this one has ${marks.length}.`);
	const slope = (last.place - first.place) / (along(last.value) - along(first.value));
	const toPlace = (value: number) => first.place + (along(value) - along(first.value)) * slope;
	for (const { value, place } of marks)
		if (Math.abs(toPlace(value) - place) > 0.6)
			throw new Error(
				`The label for ${value} is at ${place}%; the scale of the other labels gives ${toPlace(value).toFixed(2)}%.`,
			);
	const toValue = (place: number) => {
		const at = along(first.value) + (place - first.place) / slope;
		return isLog ? 10 ** at : at;
	};
	return { isLog, toPlace, toValue, ends: [first.value, last.value] };
}

/** Returns the vertices of each subpath of a path that has straight segments only. */
export function verticesOf(d: string): (readonly [number, number])[][] {
	const stretches: (readonly [number, number])[][] = [];
	for (const [, command, written] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
		const numbers = Array.from(written!.matchAll(/-?\d*\.?\d+(?:e-?\d+)?/g), ([number]) => Number(number));
		const before = stretches.at(-1)?.at(-1);
		if (command === 'M') stretches.push([]);
		if (command === 'M' || command === 'L')
			for (let i = 0; i < numbers.length; i += 2) stretches.at(-1)!.push([numbers[i]!, numbers[i + 1]!]);
		else if (command === 'm') stretches.push([[before![0] + numbers[0]!, before![1] + numbers[1]!]]);
		else if (command === 'H') for (const x of numbers) stretches.at(-1)!.push([x, before![1]]);
		else if (command === 'h') for (const x of numbers) stretches.at(-1)!.push([before![0] + x, before![1]]);
		else if (command === 'V') for (const y of numbers) stretches.at(-1)!.push([before![0], y]);
		else if (command !== 'Z')
			throw new Error(
				`The path command “${command}” is not supported; only M, m, L, H, h, V and Z are: ${d.slice(0, 80)}`,
			);
	}
	return stretches;
}

/** One plot of a figure: its scales, and its marks in percent of its width and height. */
export class DrawnPlot {
	readonly element: Element;
	readonly x: Ruler;
	readonly y: Ruler | undefined;

	constructor(
		element: Element,
		labelValues: { readonly x?: Readonly<Record<string, number>>; readonly y?: Readonly<Record<string, number>> } = {},
	) {
		this.element = element;
		const ruler = (axis: 'x' | 'y', title: string) => {
			const labels = Array.from(element.querySelectorAll(`.axis-${axis} text`), (text) => ({
				text: text.textContent ?? '',
				place: percent(text, axis),
			}));
			return labels.length > 1
				? rulerOf(labels, /logarithmic|orders of magnitude|stretched/i.test(title), labelValues[axis])
				: undefined;
		};
		const titleX = element.querySelector('.axis-title-x')?.textContent ?? '';
		const titleY = element.querySelector('.axis-title:not(.axis-title-x)')?.textContent ?? '';
		this.x = ruler('x', titleX)!;
		this.y = ruler('y', titleY);
		// A mirrored axis whose labels are mirrored too agrees with itself.
		for (const [axis, scale, sign] of [
			['x', this.x, 1],
			['y', this.y, -1],
		] as const) {
			if (!scale) continue;
			const [first, last] = scale.ends;
			if (Math.sign(scale.toPlace(Math.max(first, last)) - scale.toPlace(Math.min(first, last))) !== sign)
				throw new Error(
					`The ${axis} axis is mirrored: its labels fall from ${Math.max(first, last)} to ${Math.min(first, last)}.`,
				);
		}
	}

	/** Returns the subpaths of each matching path. Excludes single runs and compared positions, which have the tone of the reader's curve. */
	paths(selector: string): (readonly [number, number])[][][] {
		return Array.from(this.element.querySelectorAll(selector))
			.filter((path) => !path.closest('.single-runs, .position'))
			.map((path) => this.verticesIn(path));
	}
	/** Returns the subpaths of one path. */
	verticesIn(path: Element): (readonly [number, number])[][] {
		return verticesOf(path.getAttribute('d') ?? '');
	}
	/** Returns the centres of matching circles, or the positions of matching marks of another shape. */
	circles(selector: string): (readonly [number, number])[] {
		return Array.from(this.element.querySelectorAll(selector), (mark) =>
			mark.tagName === 'circle'
				? ([percent(mark, 'cx'), percent(mark, 'cy')] as const)
				: ([percent(mark, 'x'), percent(mark, 'y')] as const),
		);
	}
	/** Returns the ends of matching lines. */
	lines(selector: string): { x1: number; x2: number; y1: number; y2: number }[] {
		return Array.from(this.element.querySelectorAll(selector), (line) => ({
			x1: percent(line, 'x1'),
			x2: percent(line, 'x2'),
			y1: percent(line, 'y1'),
			y2: percent(line, 'y2'),
		}));
	}
	/** Returns the sides of matching rectangles. */
	rectangles(selector: string): { left: number; right: number; top: number; bottom: number }[] {
		return Array.from(this.element.querySelectorAll(selector), (rectangle) => {
			const [left, top] = [percent(rectangle, 'x'), percent(rectangle, 'y')];
			return { left, right: left + percent(rectangle, 'width'), top, bottom: top + percent(rectangle, 'height') };
		});
	}
}
