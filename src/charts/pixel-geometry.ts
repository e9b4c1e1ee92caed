import { bisectLeft } from 'd3';
import type { PlotPoint } from './axis.ts';

/** An axis-aligned rectangle in pixels. */
export interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

export const boxesOverlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const translate = ({ left, right, top, bottom }: Box, x: number, y: number): Box => ({
	left: left + x,
	right: right + x,
	top: top + y,
	bottom: bottom + y,
});

/**
 * Returns whether a segment meets a box: their bounds overlap, and the box's corners are not all on one side of the
 * segment's line.
 */
export function segmentMeetsBox(
	x1: number,
	y1: number,
	x2: number,
	y2: number,
	{ left, right, top, bottom }: Box,
): boolean {
	if ((x1 < left && x2 < left) || (x1 > right && x2 > right) || (y1 < top && y2 < top) || (y1 > bottom && y2 > bottom))
		return false;
	const [dx, dy, from] = [x2 - x1, y2 - y1, (x2 - x1) * y1 - (y2 - y1) * x1];
	const a = dx * top - dy * left - from;
	const b = dx * top - dy * right - from;
	const c = dx * bottom - dy * left - from;
	const d = dx * bottom - dy * right - from;
	return !((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0)) && Number.isFinite(from);
}

/** A polyline in pixels. If its x values never decrease, only the part above and below a box is tested against it. */
export class PixelCurve {
	readonly #xs: Float64Array;
	readonly #ys: Float64Array;
	#isOrdered = true;

	constructor(curve: readonly PlotPoint[], { width, height }: { readonly width: number; readonly height: number }) {
		this.#xs = new Float64Array(curve.length);
		this.#ys = new Float64Array(curve.length);
		for (const [i, [x, y]] of curve.entries()) {
			this.#xs[i] = (x * width) / 100;
			this.#ys[i] = (y * height) / 100;
			if (i > 0 && !(this.#xs[i]! >= this.#xs[i - 1]!)) this.#isOrdered = false;
		}
	}
	meetsBox(box: Box): boolean {
		const [xs, ys] = [this.#xs, this.#ys];
		const first = this.#isOrdered ? Math.max(1, bisectLeft(xs, box.left)) : 1;
		for (let i = first; i < xs.length; i++) {
			if (segmentMeetsBox(xs[i - 1]!, ys[i - 1]!, xs[i]!, ys[i]!, box)) return true;
			if (this.#isOrdered && xs[i]! > box.right) return false;
		}
		return false;
	}
	crossesSegment(x1: number, y1: number, x2: number, y2: number): boolean {
		const [xs, ys] = [this.#xs, this.#ys];
		for (let i = 1; i < xs.length; i++) {
			const [x3, y3, x4, y4] = [xs[i - 1]!, ys[i - 1]!, xs[i]!, ys[i]!];
			const apart = ((x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1)) * ((x2 - x1) * (y4 - y1) - (y2 - y1) * (x4 - x1));
			if (
				apart < 0 &&
				((x4 - x3) * (y1 - y3) - (y4 - y3) * (x1 - x3)) * ((x4 - x3) * (y2 - y3) - (y4 - y3) * (x2 - x3)) < 0
			)
				return true;
		}
		return false;
	}
}
