import type { AnyModel, Inputs, InputsOf } from '../../src/engine/model.ts';
import type { PathName } from '../../src/engine/path.ts';
import type { Unit } from '../../src/engine/units.ts';
import type { AnswerTo, Query } from '../../src/runs/queries.ts';
import type { DatedPoint } from '../../src/sources/dated-point.ts';
import { DrawnPlot, readLabel } from './drawn-plot.ts';

/** A curve and the values that the model gives for it. Selectors match the drawn marks; values are in the units of the axis labels. */
export interface CurveSpec<I> {
	/** Index of the plot within the figure, in document order. */
	readonly plot?: number;
	readonly select: string;
	/** Returns the expected y value at an x value. `index` distinguishes several curves that match `select`. */
	at(inputs: I): (x: number, index: number) => number;
	/** Number of matching curves; 1 by default. */
	count?(inputs: I): number;
	/** First and last x value, if these are not the edges of the plot. */
	readonly from?: (inputs: I, index: number) => number;
	readonly to?: (inputs: I, index: number) => number;
	/** Selector of the baseline curve, which must be drawn once the reader's curve differs from it. */
	readonly ghost?: string;
	/** Path whose runs give the bands around this curve, and whose values the export has. */
	readonly path?: PathName;
	/** Name of the curve in the heads of the export, if its plot has several and it is not named after its output. */
	readonly name?: string;
	/** Number of axis units in one unit of the path. */
	readonly unitScale?: number;
	/** Axis value at the path's x = 0; 0 by default. */
	origin?(inputs: I): number;
}

/** Points, rings or dots, each at a position that the model gives. */
export interface PointSpec<I> {
	readonly plot?: number;
	readonly select: string;
	at(inputs: I): readonly (readonly [number, number])[];
}

/** A text label and the number that it must state; `at` returns undefined where no label may be drawn. */
export interface LabelSpec<I> {
	readonly select: string;
	at(inputs: I): number | undefined;
	/** Largest accepted difference; by default 0.6%, since a label has three digits. Use 1 for a year or a count. */
	readonly tolerance?: number;
}

/** A reported figure, with its source. */
export type Reported = Pick<DatedPoint, 'label' | 'year' | 'date' | 'value' | 'reported' | 'source'>;

/** The other reader, or a named position, that is drawn beside the reader's own settings. */
export interface Compared {
	readonly id: string;
	readonly title: string;
	readonly inputs: Inputs;
}

/** Returns the answer of the runs to a query, for the settings that are drawn. */
export type Answers = <Q extends Query>(query: Q) => AnswerTo<Q>;

/** What a cell of an exported table states: a text, a number in a unit, or a length of time. */
export type Cell = string | readonly [number, Unit] | { readonly months: number };

/** How to read values back from a figure's drawing, and the values that its model gives for them. */
export interface FigureSpec<M extends AnyModel = AnyModel> {
	readonly model: M;
	/** Values of axis labels without digits, by plot. */
	readonly labelValues?: readonly {
		readonly x?: Readonly<Record<string, number>>;
		readonly y?: Readonly<Record<string, number>>;
	}[];
	readonly curves?: readonly CurveSpec<InputsOf<M>>[];
	readonly points?: readonly PointSpec<InputsOf<M>>[];
	readonly labels?: readonly LabelSpec<InputsOf<M>>[];
	/** The rows below the heads of the export, if it is the figure's table: if no curve has a `path`. */
	table?(inputs: InputsOf<M>, answers: Answers, other: Compared | undefined): readonly (readonly Cell[])[];
	/** Dated points of the export, if these are not the `points` in the island’s props. */
	readonly reported?: readonly Reported[];
	/** A check that only this figure needs, for marks that are not curves, points or labels; `reason` states why. */
	readonly custom?: {
		readonly reason: string;
		check(
			figure: Element,
			inputs: InputsOf<M>,
			plots: readonly DrawnPlot[],
			baseline: InputsOf<M>,
			answers?: Answers,
		): void;
	};
}

/** Returns the spec unchanged; infers the input keys from its model. */
export const figureSpec = <const M extends AnyModel>(spec: FigureSpec<M>): FigureSpec<M> => spec;

/** Props that Astro serialized for the figure's island, for specs that depend on what the author wrote. */
export type IslandProps = Readonly<Record<string, unknown>>;

/** A difference between drawing and model; the message names the mark. */
export class DrawingError extends Error {}

/** Accepted deviation of a mark, in percent of the plot. Covers rounding and the thinning of curves. */
const TOLERANCE = 0.3;
/** Accepted deviation between two vertices, where the drawn curve is a chord of the model's. */
const CHORD = 1.2;
/** Distance between checked positions on a long chord, and the half-width of the x interval compared there, in percent. */
const EVERY = 5;
const LITTLE = 2;
/** Half-width of the x interval compared at a vertex, in percent: a steep curve changes much within one rounding step. */
const ASIDE = 0.06;

const isInside = (place: number) => place > -0.5 && place < 100.5;

function checkCurve<I>(plot: DrawnPlot, curve: CurveSpec<I>, inputs: I, select: string, plotNumber: number): void {
	const name = `${select} of plot ${plotNumber + 1}`;
	const { x, y } = plot;
	if (!y) throw new DrawingError(`${name}: the plot has no y axis labels. Draw at least two.`);
	const drawn = plot.paths(select);
	const wanted = curve.count?.(inputs) ?? 1;
	if (drawn.length !== wanted)
		throw new DrawingError(`${name}: ${drawn.length} curves are drawn; the model has ${wanted}.`);
	const at = curve.at(inputs);
	drawn.forEach((stretches, number) => {
		const heightAt = (place: number) => y.toPlace(at(x.toValue(place), number));
		const compare = (place: number, height: number, aside: number, tolerance: number) => {
			const near = [-1, -0.5, 0, 0.5, 1]
				.map((part) => heightAt(place + part * aside))
				.filter((value) => !Number.isNaN(value));
			if (near.length === 0) return;
			const [least, most] = [Math.min(...near), Math.max(...near)];
			// Outside the plot only the side (above or below) is compared.
			if (!isInside(place)) return;
			if ((height < 0 || height > 100) && (!isInside(most) || !isInside(least))) return;
			if (height >= least - tolerance && height <= most + tolerance) return;
			const [drawnAs, expected] = [y.toValue(height), at(x.toValue(place), number)].map((value) =>
				value.toPrecision(4),
			);
			throw new DrawingError(
				`${name}: at ${x.toValue(place).toPrecision(6)} it is drawn at ${drawnAs}; the model gives ${expected} ` +
					`(${height.toFixed(2)}% of the height, not ${heightAt(place).toFixed(2)}%).`,
			);
		};
		const vertices = stretches.flat();
		for (const stretch of stretches)
			stretch.forEach(([place, height], i) => {
				compare(place, height, ASIDE, TOLERANCE);
				const next = stretch[i + 1];
				if (!next || next[0] - place <= 2 * ASIDE) return;
				const [wide, rise] = [next[0] - place, next[1] - height];
				const parts = Math.max(2, Math.ceil(wide / EVERY));
				for (let part = 1; part < parts; part++) {
					const between = height + (part / parts) * rise;
					if (isInside(between)) compare(place + (part / parts) * wide, between, Math.min(wide / 2, LITTLE), CHORD);
				}
			});
		const [from, to] = [Math.min(...vertices.map(([place]) => place)), Math.max(...vertices.map(([place]) => place))];
		const [start, end] = [
			curve.from ? x.toPlace(curve.from(inputs, number)) : 0,
			curve.to ? x.toPlace(curve.to(inputs, number)) : 100,
		];
		if (vertices.length > 0 && (from > Math.max(0, start) + 1 || to < Math.min(100, end) - 1))
			throw new DrawingError(
				`${name}: drawn from ${from.toFixed(1)}% to ${to.toFixed(1)}% of the width; expected ${start.toFixed(1)}% to ${end.toFixed(1)}%.`,
			);
	});
}

function checkPoints<I>(plot: DrawnPlot, points: PointSpec<I>, inputs: I, plotNumber: number): void {
	const name = `${points.select} of plot ${plotNumber + 1}`;
	const bounded = (place: number) => Math.min(400, Math.max(-300, place));
	const byPlace = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0] || a[1] - b[1];
	const wanted = points
		.at(inputs)
		.map(([x, y]) => [bounded(plot.x.toPlace(x)), bounded(plot.y!.toPlace(y))] as const)
		.sort(byPlace);
	const drawn = plot.circles(points.select).sort(byPlace);
	if (drawn.length !== wanted.length)
		throw new DrawingError(`${name}: ${drawn.length} points are drawn; expected ${wanted.length}.`);
	for (const [x, y] of wanted)
		if (!drawn.some(([cx, cy]) => Math.abs(cx - x) < TOLERANCE && Math.abs(cy - y) < TOLERANCE))
			throw new DrawingError(
				`${name}: no point at ${plot.x.toValue(x).toPrecision(5)}, ${plot.y!.toValue(y).toPrecision(4)}; ` +
					`the drawn points are ${drawn.map(([cx, cy]) => `${plot.x.toValue(cx).toPrecision(5)}, ${plot.y!.toValue(cy).toPrecision(4)}`).join('; ')}.`,
			);
}

function checkLabel<I>(figure: Element, { select, at, tolerance }: LabelSpec<I>, inputs: I): void {
	const wanted = at(inputs);
	// A label whose position differs on a narrow screen is drawn twice.
	const drawn = Array.from(figure.querySelectorAll(select), (label) => label.textContent ?? '');
	if (drawn.length > 0 !== (wanted !== undefined))
		throw new DrawingError(`${select}: ${drawn.length} labels are drawn; the model gives ${wanted}.`);
	for (const text of drawn) {
		const stated = readLabel(text.slice(text.search(/[−$]?\d/)));
		if (Math.abs(stated - wanted!) > (tolerance ?? 0.006 * Math.abs(wanted!)))
			throw new DrawingError(`${select}: “${text}” is drawn; the model gives ${wanted}.`);
	}
}

/** Percentiles of a path over the Monte Carlo runs, at each x value of `at`. */
export interface Fan {
	readonly at: readonly number[];
	readonly p05: readonly number[];
	readonly p25: readonly number[];
	readonly p75: readonly number[];
	readonly p95: readonly number[];
}

function checkBands<I>(
	plot: DrawnPlot,
	curve: CurveSpec<I>,
	fan: Fan,
	drawn: (readonly [number, number])[],
	edges: 'outer' | 'inner',
	plotNumber: number,
): void {
	const [lower, upper] = edges === 'outer' ? [fan.p05, fan.p95] : [fan.p25, fan.p75];
	const { x, y } = plot;
	const edge = (values: readonly number[], i: number) =>
		Math.min(400, Math.max(-300, y!.toPlace(values[i]! * (curve.unitScale ?? 1))));
	const half = drawn.length / 2;
	const between = (list: readonly (readonly [number, number])[], place: number) => {
		const sorted = list.toSorted((a, b) => a[0] - b[0]);
		const after = sorted.findIndex(([at]) => at >= place - 1e-9);
		if (after < 0) return undefined;
		const [b, a] = [sorted[after]!, sorted[Math.max(0, after - 1)]!];
		return b[0] === a[0] ? b[1] : a[1] + ((place - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
	};
	// An SVG area path runs along one edge and back along the other.
	const [there, back] = [drawn.slice(0, half), drawn.slice(half)];
	fan.at.forEach((at, i) => {
		const place = x.toPlace(at);
		if (!isInside(place)) return;
		const heights = [between(there, place), between(back, place)]
			.filter((height) => height !== undefined)
			.sort((a, b) => b - a);
		[edge(lower, i), edge(upper, i)].forEach((wanted, which) => {
			if (Number.isNaN(wanted) || !isInside(wanted) || heights[which] === undefined) return;
			if (Math.abs(heights[which] - wanted) > CHORD)
				throw new DrawingError(
					`The ${edges} band of plot ${plotNumber + 1} at ${at.toPrecision(5)}: its ${which === 0 ? 'lower' : 'upper'} ` +
						`edge is drawn at ${heights[which].toFixed(1)}% of the height; the runs give ${wanted.toFixed(1)}%.`,
				);
		});
	});
}

/** Returns whether the curve differs visibly (by 2% of the height) from the baseline curve inside the plot. */
function isMoved<I>({ x, y }: DrawnPlot, { at }: CurveSpec<I>, inputs: I, essay: I): boolean {
	const [mine, own] = [at(inputs), at(essay)];
	return [10, 30, 50, 70, 90].some((place) => {
		const [a, b] = [mine, own].map((heightOf) => y!.toPlace(heightOf(x.toValue(place), 0))) as [number, number];
		return Math.abs(a - b) > 2 && isInside(a) && isInside(b);
	});
}

/** Compares a drawn figure with its spec for these inputs. Throws a `DrawingError` that names the wrong mark. */
export function checkDrawing<M extends AnyModel>(
	{ curves = [], points = [], labels = [], custom, labelValues }: FigureSpec<M>,
	figure: Element,
	inputs: InputsOf<M>,
	essay: InputsOf<M>,
	fanOf?: (name: PathName) => Fan,
	answers?: Answers,
): void {
	const plots = Array.from(figure.querySelectorAll('.plot'), (plot, i) => new DrawnPlot(plot, labelValues?.[i]));
	for (const curve of curves) {
		const number = curve.plot ?? 0;
		const plot = plots[number]!;
		checkCurve(plot, curve, inputs, curve.select, number);
		if (curve.ghost && plot.element.querySelector(curve.ghost)) checkCurve(plot, curve, essay, curve.ghost, number);
		else if (curve.ghost && isMoved(plot, curve, inputs, essay))
			throw new DrawingError(
				`${curve.select} of plot ${number + 1} differs from the baseline, but no baseline curve is drawn.`,
			);
		if (curve.path && fanOf) {
			const tone = /tone-[\w-]+/.exec(curve.select)![0];
			const bands = plot.paths(`.range-band.${tone}`);
			if (bands.length < 2)
				throw new DrawingError(
					`Plot ${number + 1} has ${bands.length} bands of ${tone} while ranges are shown; expected 2.`,
				);
			const origin = curve.origin?.(inputs) ?? 0;
			const asked = fanOf(curve.path);
			const fan = { ...asked, at: asked.at.map((at) => at + origin) };
			checkBands(plot, curve, fan, bands[0]!.flat(), 'outer', number);
			checkBands(plot, curve, fan, bands[1]!.flat(), 'inner', number);
		}
	}
	for (const point of points) checkPoints(plots[point.plot ?? 0]!, point, inputs, point.plot ?? 0);
	for (const label of labels) checkLabel(figure, label, inputs);
	custom?.check(figure, inputs, plots, essay, answers);
}
