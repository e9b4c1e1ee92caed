import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	AT_END,
	beside,
	placeLabels,
	type Frame,
	type Label,
	type Place,
	type Placement,
	type Surroundings,
} from '../../src/charts/place-labels.ts';
import { textWidth } from '../../src/charts/text-width.ts';

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}
const SIZE = 13;
const label = (more: Partial<Label> = {}): Label => ({
	key: more.text ?? 'a',
	text: 'label',
	size: SIZE,
	at: [[50, 50]],
	sides: beside(),
	isOptional: false,
	isLed: true,
	...more,
});
const frame: Frame = { width: 250, height: 300, margin: 8, words: [] };
const nothing: Surroundings = { curves: [], points: [] };

/** Where the ink of a placed label is on a plot of any width, by the arithmetic of a browser, not by that of the layout. */
function inkOf({ text, at, dx, dy, anchor }: Placement, width: number, { height }: Frame, size = SIZE): Box {
	const long = textWidth(text, size);
	const start = (at[0] / 100) * width + dx - (anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0);
	const base = (at[1] / 100) * height + dy;
	return { left: start, right: start + long, top: base - 0.7 * size, bottom: base + 0.2 * size };
}
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
/** Points a third of a pixel apart along a curve. */
function* along(curve: readonly Place[], width: number, height: number) {
	for (const [i, [x2, y2]] of curve.slice(1).entries()) {
		const [x1, y1] = curve[i]!;
		const steps = Math.ceil(3 * Math.hypot(((x2 - x1) * width) / 100, ((y2 - y1) * height) / 100)) + 1;
		for (let step = 0; step <= steps; step++)
			yield [
				((x1 + ((x2 - x1) * step) / steps) * width) / 100,
				((y1 + ((y2 - y1) * step) / steps) * height) / 100,
			] as const;
	}
}
/** What a label covers at this width, in words. */
function covered(placed: readonly Placement[], around: Surroundings, width: number, on: Frame): string[] {
	const found: string[] = [];
	placed.forEach((one, i) => {
		const box = inkOf(one, width, on);
		placed
			.slice(i + 1)
			.forEach((other) => overlap(box, inkOf(other, width, on)) && found.push(`${one.text} covers ${other.text}`));
		for (const { text, size, y } of on.words)
			if (overlap(box, { left: 0, right: textWidth(text, size), top: y - 0.7 * size, bottom: y }))
				found.push(`${one.text} covers the number ${text}`);
		for (const {
			at: [x, y],
			radius,
		} of around.points) {
			const away = Math.hypot(
				(x / 100) * width - Math.max(box.left, Math.min(box.right, (x / 100) * width)),
				(y / 100) * on.height - Math.max(box.top, Math.min(box.bottom, (y / 100) * on.height)),
			);
			if (away < radius) found.push(`${one.text} covers a point`);
		}
		for (const curve of around.curves)
			for (const [x, y] of along(curve, width, on.height))
				if (x > box.left && x < box.right && y > box.top && y < box.bottom) {
					found.push(`${one.text} covers a curve`);
					break;
				}
		if (box.left < -0.01 || box.right > width + on.margin + 0.01) found.push(`${one.text} leaves the plot`);
	});
	return found;
}

const place = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
const curve = fc
	.tuple(fc.array(fc.integer({ min: -20, max: 120 }), { minLength: 2, maxLength: 12 }), fc.boolean())
	.map(([heights, falls]) => {
		const ordered = heights.map((y, i): Place => [(i / (heights.length - 1)) * 100, y]);
		return falls ? ordered.reverse() : ordered;
	});
const scene = fc.record({
	labels: fc.array(
		fc.record({
			at: place,
			text: fc.constantFrom('2034', 'reported', '3.10 orders', 'Knowledge wages', '$1.2 tn'),
			atEnd: fc.boolean(),
			isMarked: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 5 },
	),
	curves: fc.array(curve, { maxLength: 3 }),
	points: fc.array(fc.record({ at: place, radius: fc.integer({ min: 3, max: 7 }) }), { maxLength: 5 }),
	margin: fc.constantFrom(8, 134),
	numbers: fc.boolean(),
});
const set = ({ labels, curves, points, margin, numbers }: typeof scene extends fc.Arbitrary<infer S> ? S : never) => ({
	labels: labels.map(({ at, text, atEnd }, key) =>
		label({ key, text, at: [at], sides: atEnd ? AT_END : beside(), isOptional: true }),
	),
	around: {
		curves,
		points: [...points, ...labels.filter(({ isMarked }) => isMarked).map(({ at }) => ({ at, radius: 6 }))],
	},
	frame: {
		width: 250,
		height: 300,
		margin,
		words: numbers ? [50, 100, 150, 200, 250].map((y) => ({ text: '$100 bn', size: 12.5, y })) : [],
	} satisfies Frame,
});

describe('labels', () => {
	it('cover no other, no number of an axis, no point and no curve, at the least width or any greater one', () => {
		let shown = 0;
		fc.assert(
			fc.property(scene, fc.integer({ min: 250, max: 1200 }), (made, width) => {
				const { labels, around, frame: on } = set(made);
				const placed = placeLabels(labels, around, on);
				shown += placed.length;
				expect(covered(placed, around, on.width, on)).toEqual([]);
				expect(covered(placed, around, width, on)).toEqual([]);
			}),
			{ numRuns: 1000 },
		);
		// Leaving all of them out would cover nothing either.
		expect(shown).toBeGreaterThan(1500);
	});

	it('stand on the side that was asked for where it is free', () => {
		for (const [side, check] of [
			['right-above', ({ left, bottom }: Box) => left >= 125 && bottom <= 150],
			['left-below', ({ right, top }: Box) => right <= 125 && top >= 150],
			['above', ({ left, right, bottom }: Box) => Math.abs((left + right) / 2 - 125) < 0.1 && bottom <= 150],
			['left', ({ right, top, bottom }: Box) => right <= 125 && Math.abs((top + bottom) / 2 - 150) < 2],
		] as const) {
			const [placed] = placeLabels([label({ sides: beside(side) })], nothing, frame);
			expect(check(inkOf(placed!, 250, frame)), side).toBe(true);
			expect(placed!.leader).toBeUndefined();
		}
	});

	it('keep clear of the mark that they name, whatever its size', () => {
		for (const radius of [3, 6, 12]) {
			const around = { curves: [], points: [{ at: [50, 50] as const, radius }] };
			const [placed] = placeLabels([label()], around, frame);
			expect(covered([placed!], around, 250, frame)).toEqual([]);
		}
	});

	it('in the margin care for no curve that is cut off at the edge of the plot', () => {
		const onwards: Surroundings = {
			curves: [
				[
					[0, 50],
					[400, 50],
				],
			],
			points: [],
		};
		const [placed] = placeLabels([label({ at: [[100, 50]], sides: AT_END })], onwards, {
			...frame,
			width: 350,
			margin: 134,
		});
		const [alone] = placeLabels([label({ at: [[100, 50]], sides: AT_END })], nothing, {
			...frame,
			width: 350,
			margin: 134,
		});
		expect(placed).toEqual(alone);
	});
	it('at the end of a curve stand in the margin, a line apart, in their order; without a margin, inside', () => {
		const ends = [40, 41, 42].map((y) => label({ key: y, text: `at ${y}`, at: [[100, y]], sides: AT_END }));
		const wide = placeLabels(ends, nothing, { ...frame, width: 350, margin: 134 });
		for (const { dx, anchor } of wide) expect([dx > 0, anchor]).toEqual([true, 'start']);
		expect(covered(wide, nothing, 350, { ...frame, margin: 134 })).toEqual([]);
		for (const { at, dx, anchor } of placeLabels(ends, nothing, frame))
			expect(at[0] + (anchor === 'end' ? dx : 99)).toBeLessThanOrEqual(100);
	});

	it('stand elsewhere along their curve before they stand far from it', () => {
		const wall = { at: [51, 50] as const, radius: 40 };
		const [placed] = placeLabels(
			[
				label({
					at: [
						[50, 50],
						[20, 50],
						[85, 50],
					],
				}),
			],
			{ curves: [], points: [wall] },
			frame,
		);
		expect([placed!.at[0], placed!.leader]).toEqual([20, undefined]);
	});

	it('without room are cut short, else led away on a line that starts at their mark, else left out if they may be', () => {
		const walls = (from: number, to: number): Surroundings['curves'] => [
			[
				[from, 0],
				[from, 100],
			],
			[
				[to, 0],
				[to, 100],
			],
		];
		const long = { text: 'four orders below the wages', short: 'below' };
		const [short] = placeLabels([label(long)], { curves: walls(30, 70), points: [] }, frame);
		expect(short!.text).toBe('below');

		const crowd = {
			curves: [],
			points: [
				{ at: [50, 50] as const, radius: 6 },
				...[0, 60, 120, 180, 240, 300].map((turn) => ({
					at: [50 + 12 * Math.cos((turn * Math.PI) / 180), 50 + 10 * Math.sin((turn * Math.PI) / 180)] as const,
					radius: 12,
				})),
			],
		};
		const [led] = placeLabels([label()], crowd, frame);
		expect(led!.leader).toEqual([50, 50]);
		expect(covered([led!], crowd, 250, frame)).toEqual([]);

		const full = {
			curves: [],
			points: [
				{ at: [50, 50] as const, radius: 400 },
				{ at: [50, 49] as const, radius: 400 },
			],
		};
		expect(placeLabels([label({ isOptional: true })], full, frame)).toEqual([]);
		expect(placeLabels([label()], full, frame)).toHaveLength(1);
	});

	it('that must be shown do least harm: a curve is covered rather than a word', () => {
		const words = [9, 20].map((y) => ({ text: '$100 bn $100 bn $100 bn $100 bn $100', size: 12.5, y }));
		const on = { ...frame, height: 60, words };
		const around = {
			curves: [60, 65, 70, 75, 80, 85, 90, 95].map((y): Place[] => [
				[0, y],
				[100, y],
			]),
			points: [],
		};
		const [placed] = placeLabels([label({ at: [[30, 50]] })], around, on);
		expect(covered([placed!], around, 250, on)).toEqual(['label covers a curve']);
	});

	it('that must be shown choose before those that need not', () => {
		const pair = [label({ key: 1, isOptional: true, sides: ['above'] }), label({ key: 2, sides: ['above'] })];
		const [first] = placeLabels([pair[1]!], nothing, frame);
		expect(placeLabels(pair, nothing, frame).find(({ key }) => key === 2)).toMatchObject({
			dx: first!.dx,
			dy: first!.dy,
		});
	});

	it('stay where they stood while that is free, and stand where they always would after that', () => {
		const blocked = {
			curves: [
				[
					[55, 0],
					[55, 49],
				] as const,
			],
			points: [],
		};
		const before = placeLabels([label()], blocked, frame);
		const stands = (placed: readonly Placement[]) => placed[0]!.spot?.side;
		const kept = new Map(before.map((placement) => [placement.key, placement]));
		expect(stands(before)).not.toBe('right-above');
		expect(stands(placeLabels([label()], nothing, frame))).toBe('right-above');
		expect(stands(placeLabels([label()], nothing, frame, kept))).toBe(stands(before));
		const now = {
			curves: [
				[
					[0, 55],
					[100, 55],
				] as const,
			],
			points: [],
		};
		expect(stands(placeLabels([label()], now, frame, kept))).not.toBe(stands(before));
	});

	it('are placed alike every time', () => {
		fc.assert(
			fc.property(scene, (made) => {
				const { labels, around, frame: on } = set(made);
				expect(placeLabels(labels, around, on)).toEqual(placeLabels(labels, around, on));
			}),
		);
	});
});
