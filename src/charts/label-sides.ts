import type { Box } from './pixel-geometry.ts';

/**
 * Side of the labelled point on which the label is placed; `margin` is right of the plot, as near the point's height
 * as possible.
 */
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
/** Returns all sides around a point, the given ones first. */
export const beside = (...first: Side[]): readonly Side[] => [...new Set([...first, ...AROUND])];
/** Sides for a label at the right end of a curve: the margin first, if the plot has one. */
export const AT_END: readonly Side[] = ['margin', ...beside('left-above', 'left-below')];

/** Position of a label's text anchor and base line relative to a point, in pixels. */
export interface Offset {
	readonly dx: number;
	readonly dy: number;
	readonly anchor: 'start' | 'middle' | 'end';
}

/** Distance between the plot and a label in its margin, in pixels. */
export const MARGIN_GAP = 10;
/** Height of the tallest letter above the base line, and depth of the lowest below it, as a share of the font size. */
const ASCENT = 0.76;
const DESCENT = 0.22;
/** Padding around a label in pixels: half the width of the thickest curve, and a hair. */
const PADDING = 2;

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

/** Returns the offset of a label on a side, `distance` pixels beyond the nearest position to a mark of this radius. */
export function offsetOn(side: Side, distance: number, size: number, radius: number): Offset {
	const centred = ((ASCENT - DESCENT) / 2) * size;
	if (side === 'margin') return { dx: MARGIN_GAP, dy: centred + distance, anchor: 'start' };
	const [across, down] = compass[side];
	const aside = down === 0 ? radius + 5 + distance : radius * 0.7 + 5;
	const away = radius + 4 + distance;
	return {
		dx: across * aside,
		dy: down < 0 ? -away - DESCENT * size : down > 0 ? away + ASCENT * size : centred,
		anchor: anchors[`${across}`],
	};
}

/** Returns the bounding box of a text of this width and font size, relative to the point of its offset. */
export function textBox({ dx, dy, anchor }: Offset, width: number, size: number): Box {
	const left = anchor === 'start' ? dx : anchor === 'end' ? dx - width : dx - width / 2;
	return { left, right: left + width, top: dy - ASCENT * size, bottom: dy + DESCENT * size };
}

/**
 * Returns the box padded, and stretched to the point that it labels. Offsets are in pixels, so in percent a label moves towards its
 * point as the plot gets wider, and stays within the stretched box. A box that is free at the minimum width is free at every width.
 */
export function paddedBox({ left, right, top, bottom }: Box): Box {
	return {
		// Stops 0.1 px short of the point: a curve or a line may end exactly there.
		left: left > 0 ? 0.1 : left - PADDING,
		right: right < 0 ? -0.1 : right + PADDING,
		top: top - PADDING,
		bottom: bottom + PADDING,
	};
}
