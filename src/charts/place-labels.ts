import { bisectLeft, bisectRight, least, range, sort } from 'd3';
import { textWidth } from './text-width.ts';

/** Where something stands in a plot, in percent of its width and height. */
export type Place = readonly [x: number, y: number];

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
	readonly at: readonly Place[];
	/** Where it may stand, the best first. */
	readonly sides: readonly Side[];
	/** Whether it may be left out where it has no room; what it says must then be read elsewhere too. */
	readonly isOptional: boolean;
}

/** What labels keep off: curves, and marks of so many pixels round a point. */
export interface Surroundings {
	readonly curves: readonly (readonly Place[])[];
	readonly points: readonly { readonly at: Place; readonly radius: number }[];
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
	readonly at: Place;
	/** From there to the start, middle or end of its base line, in pixels. */
	readonly dx: number;
	readonly dy: number;
	readonly anchor: 'start' | 'middle' | 'end';
	/** Where that line begins: what the label names. */
	readonly leader?: Place;
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
/** Open ground is looked for every so many percent, across and down. */
const GROUND = { across: 8, down: 6 };
/** Each curve that its line would cross counts as so many pixels of way. */
const CROSSING = 60;
/** Pixels up and down the margin. */
const SLIDES = [0, ...Array.from({ length: 40 }, (_, i) => 3 * (i + 1)).flatMap((by) => [by, -by])];
/** Clear paper round a label, in pixels: half of the thickest curve, and a hair. */
const CLEAR = 2;
/** Between the plot and a label in its margin. */
const TO_MARGIN = 10;
/** Of the type size: from the base line up to the tallest letter, and down to the lowest. */
const ASCENT = 0.76;
const DESCENT = 0.22;
/** What each kind of collision counts for a label that must stand somewhere: words are worst, a curve under a halo is least. */
const COST = { edge: 100, words: 20, point: 5, curve: 2 };

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

/** Whether a straight line passes through a box (Liang and Barsky). */
function passes(x1: number, y1: number, x2: number, y2: number, { left, right, top, bottom }: Box): boolean {
	let [from, to] = [0, 1];
	const within = (change: number, room: number) => {
		if (change === 0) return room >= 0;
		const at = room / change;
		if (change > 0) to = Math.min(to, at);
		else from = Math.max(from, at);
		return from <= to;
	};
	return (
		within(x1 - x2, x1 - left) &&
		within(x2 - x1, right - x1) &&
		within(y1 - y2, y1 - top) &&
		within(y2 - y1, bottom - y1)
	);
}

/** A curve in pixels. Where it runs from left to right, a box need only be held against the part above and below it. */
function inPixels(curve: readonly Place[], { width, height }: Frame) {
	const xs = curve.map(([x]) => (x * width) / 100);
	const ys = curve.map(([, y]) => (y * height) / 100);
	const isOrdered = xs.every((x, i) => i === 0 || x >= xs[i - 1]!);
	/** The first of its pieces between two places along the bottom for which something holds. */
	const some = (
		left: number,
		right: number,
		holds: (x1: number, y1: number, x2: number, y2: number) => boolean,
	): boolean => {
		const first = isOrdered ? Math.max(0, bisectLeft(xs, left) - 1) : 0;
		const last = isOrdered ? Math.min(xs.length - 1, bisectRight(xs, right)) : xs.length - 1;
		for (let i = first; i < last; i++) if (holds(xs[i]!, ys[i]!, xs[i + 1]!, ys[i + 1]!)) return true;
		return false;
	};
	return {
		meets: (box: Box) => some(box.left, box.right, (x1, y1, x2, y2) => passes(x1, y1, x2, y2, box)),
		crosses: (x1: number, y1: number, x2: number, y2: number) =>
			some(Math.min(x1, x2), Math.max(x1, x2), (x3, y3, x4, y4) => {
				const turn = (x: number, y: number) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
				const back = (x: number, y: number) => (x4 - x3) * (y - y3) - (y4 - y3) * (x - x3);
				return turn(x3, y3) * turn(x4, y4) < 0 && back(x1, y1) * back(x2, y2) < 0;
			}),
	};
}

/** The end of a line on open ground, and which way a text leads on from it. */
interface Ground {
	readonly at: Place;
	readonly from: Place;
	readonly side: Exclude<Side, 'margin'>;
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
	const curves = around.curves.map((curve) => inPixels(curve, frame));
	const points = around.points.map(({ at: [x, y], radius }) => ({
		x: (x * frame.width) / 100,
		y: (y * frame.height) / 100,
		radius,
	}));
	const taken = frame.words.map(({ text, size, y }) =>
		boxOf({ dx: 0, dy: y, anchor: 'start' }, textWidth(text, size), size),
	);

	/** What a label would cover, weighed; no more is counted once it is over the limit. */
	function harm(box: Box, x: number, y: number, isBeside: boolean, limit: number): number {
		let cost = 0;
		const { left, right, top, bottom } = moved(box, x, y);
		if (left < 0 || right > frame.width + Math.max(frame.margin, 4) || top < -4 || bottom > frame.height)
			cost += COST.edge;
		const claim = moved(claimOf(box), x, y);
		if (cost > limit) return cost;
		for (const other of taken) if (meet(claim, other)) cost += COST.words;
		if (cost > limit) return cost;
		for (const point of points) {
			const isOwn = isBeside && Math.abs(point.x - x) < 0.2 && Math.abs(point.y - y) < 0.2;
			const away = Math.hypot(
				point.x - Math.max(claim.left, Math.min(point.x, claim.right)),
				point.y - Math.max(claim.top, Math.min(point.y, claim.bottom)),
			);
			if (!isOwn && away < point.radius) cost += COST.point;
		}
		for (const curve of curves) {
			if (cost > limit) return cost;
			if (curve.meets(claim)) cost += COST.curve;
		}
		return cost;
	}

	/** Places all over the plot, each with the nearest of what is named, by the way there; a curve in between makes it longer. */
	function groundsNear(named: readonly { place: Place; x: number; y: number }[], width: number): Ground[] {
		const grounds = range(0, 101, GROUND.across).flatMap((across) =>
			range(0, 101, GROUND.down).map((down) => {
				const [x, y] = [(across * frame.width) / 100, (down * frame.height) / 100];
				const to = least(named, (one) => Math.hypot(one.x - x, one.y - y))!;
				const far = Math.hypot(to.x - x, to.y - y);
				// The curve that it names is not crossed by leaving it.
				const [startX, startY] = [to.x + (3 * (x - to.x)) / (far || 1), to.y + (3 * (y - to.y)) / (far || 1)];
				const way = far + CROSSING * curves.filter((curve) => curve.crosses(startX, startY, x, y)).length;
				const side = Math.abs(x - to.x) > width / 3 ? (x > to.x ? 'right' : 'left') : y > to.y ? 'below' : 'above';
				return { at: [across, down] as const, from: to.place, side: side as Ground['side'], way };
			}),
		);
		return sort(grounds, (ground) => ground.way);
	}

	function place({ key, text, short, size, at, sides, isOptional }: Label): Placement | undefined {
		const named = at.map((place) => {
			const [x, y] = [(place[0] * frame.width) / 100, (place[1] * frame.height) / 100];
			const own = points.filter((point) => Math.abs(point.x - x) < 0.2 && Math.abs(point.y - y) < 0.2);
			return { place, x, y, radius: Math.max(0, ...own.map(({ radius }) => radius)) };
		});
		const texts = short === undefined || short === text ? [text] : [text, short];
		const wide = texts.map((words) => textWidth(words, size));
		let best: { placement: Placement; claim: Box; cost: number } | undefined;

		/** Keeps what does less harm than anything yet; true once that is none. */
		const attempt = (
			[x, y]: Place,
			words: number,
			where: Offset,
			rest: Pick<Placement, 'at' | 'spot' | 'leader'>,
			more = 0,
		): boolean => {
			const box = boxOf(where, wide[words]!, size);
			const cost = more + harm(box, x, y, rest.leader === undefined, best ? best.cost : Infinity);
			if (best && cost >= best.cost) return false;
			best = { placement: { key, text: texts[words]!, ...where, ...rest }, claim: moved(claimOf(box), x, y), cost };
			return cost === 0;
		};
		const stand = (spot: Spot, words: number): boolean => {
			const to = named[spot.nth];
			if (!to || (spot.side === 'margin' && frame.margin < TO_MARGIN * 4)) return false;
			return attempt([to.x, to.y], words, offset(spot, size, to.radius), { at: to.place, spot });
		};
		const standBeside = (words: number) =>
			DISTANCES.some((distance) =>
				named.some((_, nth) => sides.some((side) => side !== 'margin' && stand({ nth, side, distance }, words))),
			);
		const standOn = ({ at: ground, from, side }: Ground, words: number) => {
			const [x, y] = [(ground[0] * frame.width) / 100, (ground[1] * frame.height) / 100];
			const strikes = taken.filter((other) =>
				passes(x, y, (from[0] * frame.width) / 100, (from[1] * frame.height) / 100, other),
			).length;
			return attempt(
				[x, y],
				words,
				offset({ nth: 0, side, distance: 0 }, size, -3),
				{ at: ground, leader: from },
				strikes * COST.words,
			);
		};

		const last = before.get(key);
		const isFound =
			(last?.text === text && last.spot && stand(last.spot, 0)) ||
			(sides.includes('margin') && SLIDES.some((by) => stand({ nth: 0, side: 'margin', distance: by }, 0))) ||
			texts.some((_, words) => standBeside(words)) ||
			texts.some((_, words) => groundsNear(named, wide[words]!).some((ground) => standOn(ground, words)));
		if (!best || (!isFound && isOptional)) return undefined;
		taken.push(best.claim);
		const { leader, at: end } = best.placement;
		if (leader) curves.push(inPixels([leader, end], frame));
		return best.placement;
	}

	const placed = new Map<Label, Placement | undefined>();
	for (const isOptional of [false, true])
		for (const label of labels) if (label.isOptional === isOptional) placed.set(label, place(label));
	return labels.flatMap((label) => placed.get(label) ?? []);
}
