import type { AnyModel, InputsOf } from '../../src/engine/model.ts';
import type { PathName } from '../../src/engine/path.ts';
import { DrawnPlot, readLabel } from './drawing.ts';

/** A curve and what the model says of it. Selectors are those of the drawn marks; values are in what the axis labels state. */
export interface CurveReading<I> {
	/** Which of the figure's plots, in the order of the page. */
	readonly plot?: number;
	readonly select: string;
	/** The height that the curve must have at a place along the bottom; `number` tells several of one kind apart. */
	at(inputs: I): (x: number, number: number) => number;
	/** How many of them there are, where not one. */
	count?(inputs: I): number;
	/** Where it starts and ends, if not at the edges of the plot. */
	readonly from?: (inputs: I, number: number) => number;
	readonly to?: (inputs: I, number: number) => number;
	/** Whether the essay's own is drawn behind it once its inputs differ; the selector of that, which is checked with the essay's inputs. */
	readonly ghost?: string;
	/** What the runs are asked for its bands, and how many of the axis' units one of the path's is. */
	readonly path?: PathName;
	readonly worth?: number;
	/** Where its places are counted from, if not from the zero of the axis. */
	since?(inputs: I): number;
}

/** Points, rings or dots, each at a place that the model states. */
export interface PointReading<I> {
	readonly plot?: number;
	readonly select: string;
	at(inputs: I): readonly (readonly [number, number])[];
}

/** Text beside a mark, and the number that it must state; undefined where it is not drawn. */
export interface LabelReading<I> {
	readonly select: string;
	at(inputs: I): number | undefined;
	/** How far off it may be: three digits of a number are within half a percent of it, a year or a count within one. */
	readonly within?: number;
}

/** How a figure's picture is read back, and what it must say. */
export interface Reading<M extends AnyModel = AnyModel> {
	readonly model: M;
	/** Axis labels without digits, by plot. */
	readonly words?: readonly {
		readonly x?: Readonly<Record<string, number>>;
		readonly y?: Readonly<Record<string, number>>;
	}[];
	readonly curves?: readonly CurveReading<InputsOf<M>>[];
	readonly points?: readonly PointReading<InputsOf<M>>[];
	readonly labels?: readonly LabelReading<InputsOf<M>>[];
	/** Where curves and points do not say it all, or nothing: why, and the figure's own rule. */
	readonly own?: {
		readonly because: string;
		check(figure: Element, inputs: InputsOf<M>, plots: readonly DrawnPlot[], essay: InputsOf<M>): void;
	};
}

/** Keeps a reading to its model's own inputs. */
export const reading = <const M extends AnyModel>(given: Reading<M>): Reading<M> => given;

/** What Astro handed to the figure's island: for figures whose reading depends on what the author wrote. */
export type Given = Readonly<Record<string, unknown>>;

/** A fault of a picture, in words that name the mark. */
export class Misdrawn extends Error {}

/** Percent of the plot by which a mark may be off: what rounding and the thinning of curves leave, and no eye sees. */
const TOLERANCE = 0.3;
/** The same between two vertices, where a curve is a chord: it must keep between what the model says a little before and after. */
const CHORD = 1.2;
/** How far apart a long chord is looked at, and what is a little, both in percent along the bottom. */
const EVERY = 5;
const LITTLE = 2;
/** Percent along the bottom within which a steep curve is looked for. */
const ASIDE = 0.06;

const isInside = (place: number) => place > -0.5 && place < 100.5;

function checkCurve<I>(plot: DrawnPlot, curve: CurveReading<I>, inputs: I, select: string, plotNumber: number): void {
	const name = `${select} of plot ${plotNumber + 1}`;
	const { x, y } = plot;
	if (!y) throw new Misdrawn(`${name}: the plot has no labels to read heights by.`);
	const drawn = plot.paths(select);
	const wanted = curve.count?.(inputs) ?? 1;
	if (drawn.length !== wanted)
		throw new Misdrawn(`${name}: ${drawn.length} curves are drawn where the model has ${wanted}.`);
	const at = curve.at(inputs);
	drawn.forEach((stretches, number) => {
		const heightAt = (place: number) => y.toPlace(at(x.toValue(place), number));
		const compare = (place: number, height: number, aside: number, tolerance: number) => {
			const near = [-1, -0.5, 0, 0.5, 1]
				.map((part) => heightAt(place + part * aside))
				.filter((value) => !Number.isNaN(value));
			if (near.length === 0) return;
			const [least, most] = [Math.min(...near), Math.max(...near)];
			// Beyond the edges nothing is seen: above and below only the side counts.
			if (!isInside(place)) return;
			if ((height < 0 || height > 100) && (!isInside(most) || !isInside(least))) return;
			if (height >= least - tolerance && height <= most + tolerance) return;
			const [drawnAs, said] = [y.toValue(height), at(x.toValue(place), number)].map((value) => value.toPrecision(4));
			throw new Misdrawn(
				`${name}: at ${x.toValue(place).toPrecision(6)} it stands at ${drawnAs}, where the model says ${said} ` +
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
			throw new Misdrawn(
				`${name}: it is drawn from ${from.toFixed(1)}% to ${to.toFixed(1)}% of the width, not from ${start.toFixed(1)}% to ${end.toFixed(1)}%.`,
			);
	});
}

function checkPoints<I>(plot: DrawnPlot, points: PointReading<I>, inputs: I, plotNumber: number): void {
	const name = `${points.select} of plot ${plotNumber + 1}`;
	const bounded = (place: number) => Math.min(400, Math.max(-300, place));
	const byPlace = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0] || a[1] - b[1];
	const wanted = points
		.at(inputs)
		.map(([x, y]) => [bounded(plot.x.toPlace(x)), bounded(plot.y!.toPlace(y))] as const)
		.sort(byPlace);
	const drawn = plot.circles(points.select).sort(byPlace);
	if (drawn.length !== wanted.length)
		throw new Misdrawn(`${name}: ${drawn.length} points are drawn where there are ${wanted.length}.`);
	for (const [x, y] of wanted)
		if (!drawn.some(([cx, cy]) => Math.abs(cx - x) < TOLERANCE && Math.abs(cy - y) < TOLERANCE))
			throw new Misdrawn(
				`${name}: none stands at ${plot.x.toValue(x).toPrecision(5)}, ${plot.y!.toValue(y).toPrecision(4)}; ` +
					`drawn are ${drawn.map(([cx, cy]) => `${plot.x.toValue(cx).toPrecision(5)}, ${plot.y!.toValue(cy).toPrecision(4)}`).join('; ')}.`,
			);
}

function checkLabel<I>(figure: Element, { select, at, within }: LabelReading<I>, inputs: I): void {
	const wanted = at(inputs);
	// On a narrow screen a label may have another place: then it is there twice.
	const drawn = Array.from(figure.querySelectorAll(select), (label) => label.textContent ?? '');
	if (drawn.length > 0 !== (wanted !== undefined))
		throw new Misdrawn(`${select}: ${drawn.length} labels are drawn where the model says ${wanted}.`);
	for (const text of drawn) {
		const stated = readLabel(text.slice(text.search(/[−$]?\d/)));
		if (Math.abs(stated - wanted!) > (within ?? 0.006 * Math.abs(wanted!)))
			throw new Misdrawn(`${select}: “${text}”, where the model says ${wanted}.`);
	}
}

/** What the runs say of a curve: places along the bottom, and the edges of the two bands there. */
export interface Fan {
	readonly at: readonly number[];
	readonly p05: readonly number[];
	readonly p25: readonly number[];
	readonly p75: readonly number[];
	readonly p95: readonly number[];
}

function checkBands<I>(
	plot: DrawnPlot,
	curve: CurveReading<I>,
	fan: Fan,
	drawn: (readonly [number, number])[],
	edges: 'outer' | 'inner',
	plotNumber: number,
): void {
	const [lower, upper] = edges === 'outer' ? [fan.p05, fan.p95] : [fan.p25, fan.p75];
	const { x, y } = plot;
	const edge = (values: readonly number[], i: number) =>
		Math.min(400, Math.max(-300, y!.toPlace(values[i]! * (curve.worth ?? 1))));
	const half = drawn.length / 2;
	const between = (list: readonly (readonly [number, number])[], place: number) => {
		const sorted = list.toSorted((a, b) => a[0] - b[0]);
		const after = sorted.findIndex(([at]) => at >= place - 1e-9);
		if (after < 0) return undefined;
		const [b, a] = [sorted[after]!, sorted[Math.max(0, after - 1)]!];
		return b[0] === a[0] ? b[1] : a[1] + ((place - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
	};
	// An area runs along one edge and back along the other.
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
				throw new Misdrawn(
					`The ${edges} band of plot ${plotNumber + 1} at ${at.toPrecision(5)}: its ${which === 0 ? 'lower' : 'upper'} ` +
						`edge stands at ${heights[which].toFixed(1)}% of the height, where the runs put ${wanted.toFixed(1)}%.`,
				);
		});
	});
}

/** Whether a curve stands elsewhere than the essay's own, as far as an eye would see, somewhere in the plot. */
function isMoved<I>({ x, y }: DrawnPlot, { at }: CurveReading<I>, inputs: I, essay: I): boolean {
	const [mine, own] = [at(inputs), at(essay)];
	return [10, 30, 50, 70, 90].some((place) => {
		const [a, b] = [mine, own].map((heightOf) => y!.toPlace(heightOf(x.toValue(place), 0))) as [number, number];
		return Math.abs(a - b) > 2 && isInside(a) && isInside(b);
	});
}

/** Compares a figure's picture with what its model says for these inputs; throws a `Misdrawn` that names the mark. */
export function check<M extends AnyModel>(
	{ curves = [], points = [], labels = [], own, words }: Reading<M>,
	figure: Element,
	inputs: InputsOf<M>,
	essay: InputsOf<M>,
	fanOf?: (name: PathName) => Fan,
): void {
	const plots = Array.from(figure.querySelectorAll('.plot'), (plot, i) => new DrawnPlot(plot, words?.[i]));
	for (const curve of curves) {
		const number = curve.plot ?? 0;
		const plot = plots[number]!;
		checkCurve(plot, curve, inputs, curve.select, number);
		if (curve.ghost && plot.element.querySelector(curve.ghost)) checkCurve(plot, curve, essay, curve.ghost, number);
		else if (curve.ghost && isMoved(plot, curve, inputs, essay))
			throw new Misdrawn(`${curve.select} of plot ${number + 1} has moved, and the essay’s own is not behind it.`);
		if (curve.path && fanOf) {
			const tone = /tone-[\w-]+/.exec(curve.select)![0];
			const bands = plot.paths(`.range-band.${tone}`);
			if (bands.length < 2)
				throw new Misdrawn(`Ranges are on, and plot ${number + 1} has ${bands.length} bands of ${tone}.`);
			const since = curve.since?.(inputs) ?? 0;
			const asked = fanOf(curve.path);
			const fan = { ...asked, at: asked.at.map((at) => at + since) };
			checkBands(plot, curve, fan, bands[0]!.flat(), 'outer', number);
			checkBands(plot, curve, fan, bands[1]!.flat(), 'inner', number);
		}
	}
	for (const point of points) checkPoints(plots[point.plot ?? 0]!, point, inputs, point.plot ?? 0);
	for (const label of labels) checkLabel(figure, label, inputs);
	own?.check(figure, inputs, plots, essay);
}
