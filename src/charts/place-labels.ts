import { cross, least, range } from 'd3';
import type { PlotPoint } from './axis.ts';
import { MARGIN_GAP, offsetOn, paddedBox, textBox, type Offset, type Side } from './label-sides.ts';
import { COST, Obstacles, type Anchor, type Frame, type Surroundings } from './obstacles.ts';
import { translate, type Box } from './pixel-geometry.ts';
import { textWidth } from './text-width.ts';

export interface Label {
	/** Identifies the label among the others and across calls. */
	readonly key: unknown;
	readonly text: string;
	/** Shorter text, used if there is no room for the full one. */
	readonly short?: string | undefined;
	/** Font size in pixels. */
	readonly size: number;
	/** The point that it names, or several along a curve, the best first. */
	readonly at: readonly PlotPoint[];
	/** Allowed sides, the preferred one first. */
	readonly sides: readonly Side[];
	/** If true: the label is dropped if it does not fit. Its text must be readable elsewhere too. */
	readonly isOptional: boolean;
	/** If false: no leader line; the label is placed beside its point, or dropped if it is optional. */
	readonly allowsLeader: boolean;
}

export interface Placement extends Offset {
	readonly key: unknown;
	readonly text: string;
	/** The point to which dx and dy are relative, in percent: the named point, or the end of a leader line. */
	readonly at: PlotPoint;
	/** Start of the leader line: the named point. */
	readonly leader?: PlotPoint | undefined;
	/** The candidate that was chosen, so that the next call can try it first. */
	readonly spot?: Spot | undefined;
}

/** A candidate position: the index of the named point, a side, and a distance in pixels. */
interface Spot {
	readonly nth: number;
	readonly side: Side;
	readonly distance: number;
}

/** Open ground in the plot, with the nearest anchor and the squared distance to it. */
interface Ground {
	readonly place: PlotPoint;
	readonly x: number;
	readonly y: number;
	readonly from: Anchor;
	readonly distance: number;
}

/**
 * Pixels beyond the nearest position. Farther away a label no longer seems to belong to its point, and needs a leader
 * line.
 */
const DISTANCES = [0, 4, 9, 14];
/** Number of points along a curve for which distances above 0 are tried. */
const BEST = 8;
/** Grid on which open ground is sought, in percent. */
const GROUND = cross(range(0, 101, 8), range(0, 101, 6));
/** Mark radius assumed at the end of a leader line, so that the text touches it. */
const LEADER_END = -3;
/** Vertical shifts tried in the margin, in pixels. */
const SLIDES = [0, ...Array.from({ length: 40 }, (_, i) => 3 * (i + 1)).flatMap((by) => [by, -by])];

/**
 * Tries positions for one label and keeps the one of least cost. Each method returns true as soon as a position costs
 * nothing.
 */
class LabelSearch {
	best: { readonly placement: Placement; readonly box: Box; readonly cost: number } | undefined;
	readonly #label: Label;
	readonly #obstacles: Obstacles;
	readonly #frame: Frame;
	readonly #anchors: readonly Anchor[];
	/** The full text, then the short one. */
	readonly #texts: readonly { readonly text: string; readonly width: number }[];

	constructor(label: Label, obstacles: Obstacles, frame: Frame) {
		this.#label = label;
		this.#obstacles = obstacles;
		this.#frame = frame;
		this.#anchors = label.at.map((place) => obstacles.anchorAt(place));
		this.#texts = [...new Set([label.text, label.short ?? label.text])].map((text) => ({
			text,
			width: textWidth(text, label.size),
		}));
	}

	/** Tries the spot of the previous placement, so that labels do not jump while a slider moves. */
	previousSpot(previous: Placement | undefined): boolean {
		return previous?.text === this.#label.text && !!previous.spot && this.#besideAnchor(previous.spot, 0);
	}
	inMargin(): boolean {
		return (
			this.#label.sides.includes('margin') &&
			SLIDES.some((distance) => this.#besideAnchor({ nth: 0, side: 'margin', distance }, 0))
		);
	}
	besideAnchors(): boolean {
		return this.#texts.some((_, text) =>
			DISTANCES.some((distance) =>
				range(Math.min(this.#anchors.length, distance > 0 ? BEST : Infinity)).some((nth) =>
					this.#label.sides.some((side) => side !== 'margin' && this.#besideAnchor({ nth, side, distance }, text)),
				),
			),
		);
	}
	/** Tries open ground for the end of a leader line: the previous one, even across a curve, then the nearest. */
	onLeader(previous: Placement | undefined): boolean {
		if (!this.#label.allowsLeader) return false;
		if (previous?.leader && (this.#atLeaderEnd(this.#groundAt(previous.at), 0) || this.best!.cost < COST.curve))
			return true;
		const grounds = GROUND.map((place) => this.#groundAt(place)).sort((a, b) => a.distance - b.distance);
		return this.#texts.some((_, text) => grounds.some((ground) => this.#atLeaderEnd(ground, text)));
	}

	#groundAt(place: PlotPoint): Ground {
		const { x, y } = this.#obstacles.toPixels(place);
		const squared = (anchor: Anchor) => (anchor.x - x) ** 2 + (anchor.y - y) ** 2;
		const from = least(this.#anchors, squared)!;
		return { place, x, y, from, distance: squared(from) };
	}
	#besideAnchor(spot: Spot, text: number): boolean {
		const anchor = this.#anchors[spot.nth];
		if (!anchor || (spot.side === 'margin' && this.#frame.margin < MARGIN_GAP * 4)) return false;
		const offset = offsetOn(spot.side, spot.distance, this.#label.size, anchor.radius);
		return this.#attempt(anchor.x, anchor.y, text, offset, { at: anchor.place, spot });
	}
	/** The text continues in the direction of the leader line. */
	#atLeaderEnd({ place, x, y, from }: Ground, text: number): boolean {
		const isAside = Math.abs(x - from.x) > this.#texts[text]!.width / 3;
		const side = isAside ? (x > from.x ? 'right' : 'left') : y > from.y ? 'below' : 'above';
		return this.#attempt(x, y, text, offsetOn(side, 0, this.#label.size, LEADER_END), { at: place }, from);
	}
	/** Keeps the position if it costs less than the best one so far. */
	#attempt(
		x: number,
		y: number,
		text: number,
		offset: Offset,
		rest: Pick<Placement, 'at' | 'spot'>,
		leader?: Anchor,
	): boolean {
		const limit = this.best?.cost ?? Infinity;
		const { text: words, width } = this.#texts[text]!;
		const box = textBox(offset, width, this.#label.size);
		let cost = this.#obstacles.overlapCost(box, x, y, !leader, limit);
		if (leader && cost < limit) cost += this.#obstacles.leaderCost(leader, x, y);
		if (cost >= limit) return false;
		this.best = {
			placement: { key: this.#label.key, text: words, ...offset, ...rest, leader: leader?.place },
			box: translate(paddedBox(box), x, y),
			cost,
		};
		return cost === 0;
	}
}

/** Places one label and adds it to the obstacles; returns undefined if it is dropped. */
function placeLabel(
	label: Label,
	obstacles: Obstacles,
	frame: Frame,
	previous: Placement | undefined,
): Placement | undefined {
	if (label.at.length === 0) return undefined;
	const search = new LabelSearch(label, obstacles, frame);
	const isFree =
		search.previousSpot(previous) || search.inMargin() || search.besideAnchors() || search.onLeader(previous);
	const { best } = search;
	if (!best || (!isFree && label.isOptional && best.cost >= COST.curve)) return undefined;
	const { leader, at } = best.placement;
	obstacles.addLabel(best.box, leader && [leader, at]);
	return best.placement;
}

/**
 * Places labels in a plot of the frame's width or wider, where each overlaps no other label, axis number, point or curve. Labels that
 * must be shown choose first. A label keeps its previous position while that is free. If no position beside its point is free, a label
 * is shortened, then moved to open ground with a leader line, then dropped if it is optional or else placed at the least overlap cost.
 */
export function placeLabels(
	labels: readonly Label[],
	surroundings: Surroundings,
	frame: Frame,
	previous: ReadonlyMap<unknown, Placement> = new Map(),
): Placement[] {
	const obstacles = new Obstacles(surroundings, frame);
	const placed = new Map<Label, Placement | undefined>();
	for (const isOptional of [false, true])
		for (const label of labels)
			if (label.isOptional === isOptional)
				placed.set(label, placeLabel(label, obstacles, frame, previous.get(label.key)));
	return labels.flatMap((label) => placed.get(label) ?? []);
}
