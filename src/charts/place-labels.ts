import { bisectLeft, cross, least, max, range } from 'd3';
import { textWidth } from './text-width.ts';

/** Where something stands in a plot, in percent of its width and height. */
export type PlotPoint = readonly [x: number, y: number];

/** Where a label stands as seen from what it names. In the margin it stands right of the plot, as near its height as it can. */
export type Side =
	'right-above' | 'right-below' | 'left-above' | 'left-below' | 'above' | 'below' | 'right' | 'left' | 'margin';

const AROUND: readonly Side[] = [
	'right-above',
	'right-below',
	'left-above',
	'left-below',
	'above',
	'below',
	'right',
	'left',
];
/** Anywhere round what is named, but on these sides if possible. */
export const beside = (...first: Side[]): readonly Side[] => [...new Set([...first, ...AROUND])];
/** At the right end of a curve: in the margin where the plot has one. */
export const AT_END: readonly Side[] = ['margin', ...beside('left-above', 'left-below')];

export interface Label {
	/** Tells it from the others, and from itself a moment ago. */
	readonly key: unknown;
	readonly text: string;
	/** What it may be cut down to where there is no room for it. */
	readonly short?: string | undefined;
	/** Type size in pixels. */
	readonly size: number;
	/** What it names: one point, or several along a curve, the best first. */
	readonly at: readonly PlotPoint[];
	/** Where it may stand, the best first. */
	readonly sides: readonly Side[];
	/** Whether it may be left out where it has no room; what it says must then be read elsewhere too. */
	readonly isOptional: boolean;
	/** Whether a thin line may lead it away; one that may not stands right beside what it names or, if it may be left out, nowhere. */
	readonly isLed: boolean;
}

/** What labels keep off: curves, and marks of so many pixels round a point. */
export interface Surroundings {
	readonly curves: readonly (readonly PlotPoint[])[];
	readonly points: readonly { readonly at: PlotPoint; readonly radius: number }[];
}

/** A plot at the least width it may have in a layout, in pixels. */
export interface Frame {
	readonly width: number;
	readonly height: number;
	/** Room for labels right of the plot. */
	readonly margin: number;
	/** Words that are there already and begin at the left edge: the numbers of an axis. `y` is the height of their base line. */
	readonly words: readonly { readonly text: string; readonly size: number; readonly y: number }[];
}

export interface Placement {
	readonly key: unknown;
	readonly text: string;
	/** What it stands beside, in percent: what it names, or a place on open ground that a line leads to. */
	readonly at: PlotPoint;
	/** From there to the start, middle or end of its base line, in pixels. */
	readonly dx: number;
	readonly dy: number;
	readonly anchor: 'start' | 'middle' | 'end';
	/** Where that line begins: what the label names. */
	readonly leader?: PlotPoint;
	/** How it was found beside what it names, so that it can be kept. */
	readonly spot?: Spot;
}

type Offset = Pick<Placement, 'dx' | 'dy' | 'anchor'>;

interface Spot {
	readonly nth: number;
	readonly side: Side;
	readonly distance: number;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Pixels beyond the nearest place. Farther off a label is no longer seen to belong to its point, and a thin line must say so. */
const DISTANCES = [0, 4, 9, 14];
/** Farther than at its nearest a label stands only beside the best of the places that it may name along a curve. */
const BEST = 8;
/** Open ground is looked for every so many percent, across and down. */
const GROUND = cross(range(0, 101, 8), range(0, 101, 6));
/** Pixels between such a line and its text, less the room that is left beside a point. */
const AT_LINE = -3;
/** Pixels up and down the margin. */
const SLIDES = [0, ...Array.from({ length: 40 }, (_, i) => 3 * (i + 1)).flatMap((by) => [by, -by])];
/** Clear paper round a label, in pixels: half of the thickest curve, and a hair. */
const CLEAR = 2;
/** Between the plot and a label in its margin. */
const TO_MARGIN = 10;
/** Of the type size: from the base line up to the tallest letter, and down to the lowest. */
const ASCENT = 0.76;
const DESCENT = 0.22;
/** What each kind of collision counts: words are worst, a curve under a halo is little, and a curve that a label's line crosses hardly any. */
const COST = { edge: 100, words: 20, point: 5, curve: 2, crossing: 0.01 };

const compass: Readonly<Record<Exclude<Side, 'margin'>, readonly [across: -1 | 0 | 1, down: -1 | 0 | 1]>> = {
	'right-above': [1, -1],
	'right-below': [1, 1],
	'left-above': [-1, -1],
	'left-below': [-1, 1],
	above: [0, -1],
	below: [0, 1],
	right: [1, 0],
	left: [-1, 0],
};
const anchors = { '-1': 'end', '0': 'middle', '1': 'start' } as const;

/** Where the base line of a label lies, in pixels from what it names, a mark of so many pixels round. */
function offset({ side, distance }: Spot, size: number, radius: number): Offset {
	const centred = ((ASCENT - DESCENT) / 2) * size;
	if (side === 'margin') return { dx: TO_MARGIN, dy: centred + distance, anchor: 'start' };
	const [across, down] = compass[side];
	const aside = down === 0 ? radius + 5 + distance : radius * 0.7 + 5;
	const away = radius + 4 + distance;
	return {
		dx: across * aside,
		dy: down < 0 ? -away - DESCENT * size : down > 0 ? away + ASCENT * size : centred,
		anchor: anchors[`${across}`],
	};
}

/** The box of a text, in pixels from what it stands beside. */
function boxOf({ dx, dy, anchor }: Offset, width: number, size: number): Box {
	const left = anchor === 'start' ? dx : anchor === 'end' ? dx - width : dx - width / 2;
	return { left, right: left + width, top: dy - ASCENT * size, bottom: dy + DESCENT * size };
}

/**
 * The box with clear paper round it, and stretched to what it names. On a wider plot a label comes nearer to what it names, seen in percent:
 * it then lies within the stretched box of the narrower one. So what is free at the least width of a frame is free at every greater one.
 */
function claimOf({ left, right, top, bottom }: Box): Box {
	// A curve may end, or a line stand, exactly at what is named: that is no collision.
	return {
		left: left > 0 ? 0.1 : left - CLEAR,
		right: right < 0 ? -0.1 : right + CLEAR,
		top: top - CLEAR,
		bottom: bottom + CLEAR,
	};
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const moved = ({ left, right, top, bottom }: Box, x: number, y: number): Box => ({
	left: left + x,
	right: right + x,
	top: top + y,
	bottom: bottom + y,
});

/** Whether a straight line passes through a box: they overlap both ways, and the corners are not all on one side of the line. */
function passes(x1: number, y1: number, x2: number, y2: number, { left, right, top, bottom }: Box): boolean {
	if ((x1 < left && x2 < left) || (x1 > right && x2 > right) || (y1 < top && y2 < top) || (y1 > bottom && y2 > bottom))
		return false;
	const [dx, dy, from] = [x2 - x1, y2 - y1, (x2 - x1) * y1 - (y2 - y1) * x1];
	const a = dx * top - dy * left - from;
	const b = dx * top - dy * right - from;
	const c = dx * bottom - dy * left - from;
	const d = dx * bottom - dy * right - from;
	return !((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0)) && Number.isFinite(from);
}

/** A curve in pixels. Where it runs from left to right, a box need only be held against the part above and below it. */
class PixelCurve {
	readonly #xs: Float64Array;
	readonly #ys: Float64Array;
	#isOrdered = true;

	constructor(curve: readonly PlotPoint[], { width, height }: Frame) {
		this.#xs = new Float64Array(curve.length);
		this.#ys = new Float64Array(curve.length);
		for (const [i, [x, y]] of curve.entries()) {
			this.#xs[i] = (x * width) / 100;
			this.#ys[i] = (y * height) / 100;
			if (i > 0 && !(this.#xs[i]! >= this.#xs[i - 1]!)) this.#isOrdered = false;
		}
	}
	meets(box: Box): boolean {
		const [xs, ys] = [this.#xs, this.#ys];
		const first = this.#isOrdered ? Math.max(1, bisectLeft(xs, box.left)) : 1;
		for (let i = first; i < xs.length; i++) {
			if (passes(xs[i - 1]!, ys[i - 1]!, xs[i]!, ys[i]!, box)) return true;
			if (this.#isOrdered && xs[i]! > box.right) return false;
		}
		return false;
	}
	crosses(x1: number, y1: number, x2: number, y2: number): boolean {
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

/** What a label names, in percent and in pixels, and how large its mark is. */
interface Named {
	readonly place: PlotPoint;
	readonly x: number;
	readonly y: number;
	readonly radius: number;
}

/** A place for a label that has none beside what it names, the nearest of that, and the way there squared. */
interface Ground {
	readonly place: PlotPoint;
	readonly x: number;
	readonly y: number;
	readonly from: Named;
	readonly way: number;
}

/**
 * Finds each label a place in a plot of this width or wider where it covers no other, no number of an axis, no point and no curve. Those that
 * must be shown choose first. What stood somewhere stays there while it can, so that nothing flickers under a moving hand. Without a free place
 * beside what it names a label is shortened, then led away to open ground by a thin line, then left out or, if it must be shown, put where it
 * does least harm.
 */
export function placeLabels(
	labels: readonly Label[],
	around: Surroundings,
	frame: Frame,
	before: ReadonlyMap<unknown, Placement> = new Map(),
): Placement[] {
	const curves = around.curves.map((curve) => new PixelCurve(curve, frame));
	const points = around.points.map(({ at: [x, y], radius }) => ({
		x: (x * frame.width) / 100,
		y: (y * frame.height) / 100,
		radius,
	}));
	const taken = frame.words.map(({ text, size, y }) =>
		boxOf({ dx: 0, dy: y, anchor: 'start' }, textWidth(text, size), size),
	);

	const isAt = (point: { x: number; y: number }, x: number, y: number) =>
		Math.abs(point.x - x) < 0.2 && Math.abs(point.y - y) < 0.2;
	/** What a label would cover, weighed; no more is counted once it is over the limit. */
	function harm(box: Box, x: number, y: number, isBeside: boolean, limit: number): number {
		let cost = 0;
		if (
			box.left + x < 0 ||
			box.right + x > frame.width + Math.max(frame.margin, 4) ||
			box.top + y < -4 ||
			box.bottom + y > frame.height
		)
			cost += COST.edge;
		if (cost > limit) return cost;
		const claim = moved(claimOf(box), x, y);
		for (const other of taken) if (meet(claim, other)) cost += COST.words;
		for (const point of points) {
			if (cost > limit) return cost;
			const across = point.x - Math.max(claim.left, Math.min(point.x, claim.right));
			const down = point.y - Math.max(claim.top, Math.min(point.y, claim.bottom));
			if (across * across + down * down < point.radius * point.radius && !(isBeside && isAt(point, x, y)))
				cost += COST.point;
		}
		// Curves are cut off at the edge of the plot: in its margin there are none.
		if (claim.left < frame.width)
			for (const curve of curves) {
				if (cost > limit) return cost;
				if (curve.meets(claim)) cost += COST.curve;
			}
		return cost;
	}

	/** What the line from what is named to a label would strike; it leaves the curve that it names without crossing it. */
	function strikes({ x, y }: Named, toX: number, toY: number): number {
		const [startX, startY] = [x + (toX - x) * 0.03, y + (toY - y) * 0.03];
		const words = taken.filter((other) => passes(x, y, toX, toY, other)).length;
		return (
			words * COST.words + curves.filter((curve) => curve.crosses(startX, startY, toX, toY)).length * COST.crossing
		);
	}

	/** A place in the plot, and the nearest to it of what is named. */
	function groundAt(place: PlotPoint, named: readonly Named[]): Ground {
		const [x, y] = [(place[0] * frame.width) / 100, (place[1] * frame.height) / 100];
		const from = least(named, (one) => (one.x - x) ** 2 + (one.y - y) ** 2)!;
		return { place, x, y, from, way: (from.x - x) ** 2 + (from.y - y) ** 2 };
	}
	const groundsNear = (named: readonly Named[]) =>
		GROUND.map((place) => groundAt(place, named)).sort((a, b) => a.way - b.way);

	function place({ key, text, short, size, at, sides, isOptional, isLed }: Label): Placement | undefined {
		const named = at.map((place): Named => {
			const [x, y] = [(place[0] * frame.width) / 100, (place[1] * frame.height) / 100];
			return { place, x, y, radius: max(points, (point) => (isAt(point, x, y) ? point.radius : 0)) ?? 0 };
		});
		if (named.length === 0) return undefined;
		const texts = [...new Set([text, short ?? text])];
		const wide = texts.map((words) => textWidth(words, size));
		let best: { placement: Placement; claim: Box; cost: number } | undefined;

		/** Keeps what does less harm than anything yet; true once that is none. */
		const attempt = (
			x: number,
			y: number,
			words: number,
			where: Offset,
			rest: Pick<Placement, 'at' | 'spot'> | (Pick<Placement, 'at'> & { leader: Named }),
		): boolean => {
			const limit = best ? best.cost : Infinity;
			const box = boxOf(where, wide[words]!, size);
			const from = 'leader' in rest ? rest.leader : undefined;
			let cost = harm(box, x, y, !from, limit);
			if (from && cost < limit) cost += strikes(from, x, y);
			if (cost >= limit) return false;
			best = {
				placement: { key, text: texts[words]!, ...where, ...rest, leader: from?.place },
				claim: moved(claimOf(box), x, y),
				cost,
			};
			return cost === 0;
		};
		const stand = (spot: Spot, words: number): boolean => {
			const to = named[spot.nth];
			if (!to || (spot.side === 'margin' && frame.margin < TO_MARGIN * 4)) return false;
			return attempt(to.x, to.y, words, offset(spot, size, to.radius), { at: to.place, spot });
		};
		const standBeside = (words: number) =>
			DISTANCES.some((distance) =>
				range(Math.min(named.length, distance > 0 ? BEST : Infinity)).some((nth) =>
					sides.some((side) => side !== 'margin' && stand({ nth, side, distance }, words)),
				),
			);
		/** At the end of a line, where the text leads on from it. */
		const standOn = ({ place, x, y, from }: Ground, words: number) => {
			const side =
				Math.abs(x - from.x) > wide[words]! / 3 ? (x > from.x ? 'right' : 'left') : y > from.y ? 'below' : 'above';
			return attempt(x, y, words, offset({ nth: 0, side, distance: 0 }, size, AT_LINE), { at: place, leader: from });
		};

		const last = before.get(key);
		const isFound =
			(last?.text === text && last.spot && stand(last.spot, 0)) ||
			(sides.includes('margin') && SLIDES.some((by) => stand({ nth: 0, side: 'margin', distance: by }, 0))) ||
			texts.some((_, words) => standBeside(words)) ||
			(isLed &&
				((last?.leader && (standOn(groundAt(last.at, named), 0) || best!.cost < COST.curve)) ||
					texts.some((_, words) => groundsNear(named).some((ground) => standOn(ground, words)))));
		if (!best || (!isFound && isOptional && best.cost >= COST.curve)) return undefined;
		taken.push(best.claim);
		const { leader, at: end } = best.placement;
		if (leader) curves.push(new PixelCurve([leader, end], frame));
		return best.placement;
	}

	const placed = new Map<Label, Placement | undefined>();
	for (const isOptional of [false, true])
		for (const label of labels) if (label.isOptional === isOptional) placed.set(label, place(label));
	return labels.flatMap((label) => placed.get(label) ?? []);
}
