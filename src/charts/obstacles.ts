import { max } from 'd3';
import type { PlotPoint } from './axis.ts';
import { paddedBox, textBox } from './label-sides.ts';
import { boxesOverlap, PixelCurve, segmentMeetsBox, translate, type Box } from './pixel-geometry.ts';
import { textWidth } from './text-width.ts';

/** What labels avoid: curves, and marks around points with a radius in pixels. */
export interface Surroundings {
	readonly curves: readonly (readonly PlotPoint[])[];
	readonly points: readonly { readonly at: PlotPoint; readonly radius: number }[];
}

/** A plot at the minimum width of a layout, in pixels. */
export interface Frame {
	readonly width: number;
	readonly height: number;
	/** Space for labels right of the plot. */
	readonly margin: number;
	/** Texts that start at the left edge: y axis numbers inside the plot. `y` is the height of their base line. */
	readonly words: readonly { readonly text: string; readonly size: number; readonly y: number }[];
}

/** A point that a label names, in percent and in pixels, with the radius of its mark. */
export interface Anchor {
	readonly place: PlotPoint;
	readonly x: number;
	readonly y: number;
	readonly radius: number;
}

/**
 * Cost of each kind of overlap. Words are worst; a curve under a label's halo is legible; a leader across a curve
 * costs hardly anything.
 */
export const COST = { edge: 100, words: 20, point: 5, curve: 2, crossing: 0.01 };

/** Everything in a plot that a label may overlap, labels already placed included. */
export class Obstacles {
	readonly #frame: Frame;
	readonly #curves: PixelCurve[];
	readonly #points: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
	readonly #words: Box[];

	constructor({ curves, points }: Surroundings, frame: Frame) {
		this.#frame = frame;
		this.#curves = curves.map((curve) => new PixelCurve(curve, frame));
		this.#points = points.map(({ at, radius }) => ({ ...this.toPixels(at), radius }));
		this.#words = frame.words.map(({ text, size, y }) =>
			textBox({ dx: 0, dy: y, anchor: 'start' }, textWidth(text, size), size),
		);
	}

	toPixels([x, y]: PlotPoint): { x: number; y: number } {
		return { x: (x * this.#frame.width) / 100, y: (y * this.#frame.height) / 100 };
	}
	anchorAt(place: PlotPoint): Anchor {
		const at = this.toPixels(place);
		return { place, ...at, radius: max(this.#points, (point) => (isSame(point, at) ? point.radius : 0)) ?? 0 };
	}

	/**
	 * Returns the cost of a label whose box lies at (x, y). If `isBeside`, (x, y) is the point that it names, whose own mark does not
	 * count. Stops counting above `limit`.
	 */
	overlapCost(box: Box, x: number, y: number, isBeside: boolean, limit: number): number {
		const { width, height, margin } = this.#frame;
		let cost = 0;
		if (box.left + x < 0 || box.right + x > width + Math.max(margin, 4) || box.top + y < -4 || box.bottom + y > height)
			cost += COST.edge;
		if (cost > limit) return cost;
		const padded = translate(paddedBox(box), x, y);
		for (const words of this.#words) if (boxesOverlap(padded, words)) cost += COST.words;
		for (const point of this.#points) {
			if (cost > limit) return cost;
			const across = point.x - Math.max(padded.left, Math.min(point.x, padded.right));
			const down = point.y - Math.max(padded.top, Math.min(point.y, padded.bottom));
			if (across * across + down * down < point.radius * point.radius && !(isBeside && isSame(point, { x, y })))
				cost += COST.point;
		}
		// Curves are clipped at the edge of the plot: its margin has none.
		if (padded.left < width)
			for (const curve of this.#curves) {
				if (cost > limit) return cost;
				if (curve.meetsBox(padded)) cost += COST.curve;
			}
		return cost;
	}

	/**
	 * Returns the cost of a leader line from an anchor to (toX, toY). Its first 3% do not count: it starts on the
	 * curve that it names.
	 */
	leaderCost({ x, y }: Anchor, toX: number, toY: number): number {
		const [startX, startY] = [x + (toX - x) * 0.03, y + (toY - y) * 0.03];
		const words = this.#words.filter((box) => segmentMeetsBox(x, y, toX, toY, box)).length;
		const crossings = this.#curves.filter((curve) => curve.crossesSegment(startX, startY, toX, toY)).length;
		return words * COST.words + crossings * COST.crossing;
	}

	addLabel(box: Box, leader?: readonly [PlotPoint, PlotPoint]): void {
		this.#words.push(box);
		if (leader) this.#curves.push(new PixelCurve(leader, this.#frame));
	}
}

const isSame = (a: { x: number; y: number }, b: { x: number; y: number }) =>
	Math.abs(a.x - b.x) < 0.2 && Math.abs(a.y - b.y) < 0.2;
