import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlotPoint } from '../../src/charts/axis.ts';
import { AT_END, beside, type Side } from '../../src/charts/label-sides.ts';
import type { Frame, Surroundings } from '../../src/charts/obstacles.ts';
import { placeLabels, type Label, type Placement } from '../../src/charts/place-labels.ts';
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
	allowsLeader: true,
	...more,
});
const frame: Frame = { width: 250, height: 300, margin: 8, words: [] };
const nothing: Surroundings = { curves: [], points: [] };

/** Returns the box of a placed label on a plot of any width, computed as a browser does, independently of the layout. */
function inkOf({ text, at, dx, dy, anchor }: Placement, width: number, { height }: Frame, size = SIZE): Box {
	const long = textWidth(text, size);
	const start = (at[0] / 100) * width + dx - (anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0);
	const base = (at[1] / 100) * height + dy;
	return { left: start, right: start + long, top: base - 0.7 * size, bottom: base + 0.2 * size };
}
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
/** Yields points a third of a pixel apart along a curve. */
function* along(curve: readonly PlotPoint[], width: number, height: number) {
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
/** Returns the overlaps of placed labels at this width, in words. */
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
		const ordered = heights.map((y, i): PlotPoint => [(i / (heights.length - 1)) * 100, y]);
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

describe('`placeLabels`', () => {
	it('overlaps no label, axis number, point or curve, at the minimum width or any greater one', () => {
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
		// Dropping all labels would overlap nothing either.
		expect(shown).toBeGreaterThan(1500);
	});

	it('uses the first side if it is free', () => {
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

	it('keeps clear of the named point’s mark of any size', () => {
		for (const radius of [3, 6, 12]) {
			const around = { curves: [], points: [{ at: [50, 50] as const, radius }] };
			const [placed] = placeLabels([label()], around, frame);
			expect(covered([placed!], around, 250, frame)).toEqual([]);
		}
	});

	it('ignores curves in the margin, where they are clipped', () => {
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
	it('places labels of curve ends in the margin in order, without overlap; inside the plot if there is no margin', () => {
		const ends = [40, 41, 42].map((y) => label({ key: y, text: `at ${y}`, at: [[100, y]], sides: AT_END }));
		const wide = placeLabels(ends, nothing, { ...frame, width: 350, margin: 134 });
		for (const { dx, anchor } of wide) expect([dx > 0, anchor]).toEqual([true, 'start']);
		expect(covered(wide, nothing, 350, { ...frame, margin: 134 })).toEqual([]);
		for (const { at, dx, anchor } of placeLabels(ends, nothing, frame))
			expect(at[0] + (anchor === 'end' ? dx : 99)).toBeLessThanOrEqual(100);
	});

	it('tries other positions along the curve before a greater distance', () => {
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

	it('without room shortens a label, else uses a leader line from its mark, else drops it if optional', () => {
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

	it('places a required label over a curve rather than over a word', () => {
		const words = [9, 20].map((y) => ({ text: '$100 bn $100 bn $100 bn $100 bn $100', size: 12.5, y }));
		const on = { ...frame, height: 60, words };
		const around = {
			curves: [60, 65, 70, 75, 80, 85, 90, 95].map((y): PlotPoint[] => [
				[0, y],
				[100, y],
			]),
			points: [],
		};
		const [placed] = placeLabels([label({ at: [[30, 50]] })], around, on);
		expect(covered([placed!], around, 250, on)).toEqual(['label covers a curve']);
	});

	it('places required labels before optional ones', () => {
		const pair = [label({ key: 1, isOptional: true, sides: ['above'] }), label({ key: 2, sides: ['above'] })];
		const [first] = placeLabels([pair[1]!], nothing, frame);
		expect(placeLabels(pair, nothing, frame).find(({ key }) => key === 2)).toMatchObject({
			dx: first!.dx,
			dy: first!.dy,
		});
	});

	it('keeps a previous placement while it is free, and otherwise places from scratch', () => {
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

	it('is deterministic', () => {
		fc.assert(
			fc.property(scene, (made) => {
				const { labels, around, frame: on } = set(made);
				expect(placeLabels(labels, around, on)).toEqual(placeLabels(labels, around, on));
			}),
		);
	});
});

/** A plot on which a percent is ten pixels, for letters on which nothing is rounded: 50 px wide, 38 px above their base line, 11 px below. */
const sheet: Frame = { width: 1000, height: 1000, margin: 8, words: [] };
type Pixel = readonly [x: number, y: number];
const at = ([x, y]: Pixel): PlotPoint => [x / 10, y / 10];
const big = (more: Partial<Label> = {}, ...places: Pixel[]) =>
	label({ key: 'big', text: 'WW', size: 50, at: places.length > 0 ? places.map(at) : [[50, 50]], ...more });
/** Curves in pixels, each written as "x,y x,y". */
const curvesOf = (...paths: string[]): Surroundings => ({
	curves: paths.map((path) =>
		path.split(' ').map((point) => {
			const [x, y] = point.split(',').map(Number);
			return at([x!, y!]);
		}),
	),
	points: [],
});
const back = (path: string) => path.split(' ').toReversed().join(' ');
const marksOf = (radius: number, ...places: Pixel[]): Surroundings => ({
	curves: [],
	points: places.map((place) => ({ at: at(place), radius })),
});
const both = (a: Surroundings, b: Surroundings): Surroundings => ({
	curves: [...a.curves, ...b.curves],
	points: [...a.points, ...b.points],
});
const wordAt = (text: string, y: number): Frame => ({ ...sheet, words: [{ text, size: 50, y }] });

/** Returns the position of the only label, or undefined if it is dropped. */
function alone(one: Label, around = nothing, on = sheet, before: readonly Placement[] = []): Placement | undefined {
	return placeLabels([one], around, on, new Map(before.map((placement) => [placement.key, placement])))[0];
}
/** Returns the distance between a label with this side only and its nearest position; undefined if it is dropped. */
function stepsAway(side: Side, place: Pixel, around = nothing, on = sheet, others: readonly Label[] = []) {
	const tried = big({ key: 'tried', sides: [side], isOptional: true, allowsLeader: false }, place);
	return placeLabels([...others, tried], around, on).find(({ key }) => key === 'tried')?.spot?.distance;
}
/**
 * With its padding, a label above (500, 500) covers 448 to 552 across and 445 to 498 down; one below it covers 502 to
 * 555 down. A step away moves either only farther into the obstacles on these sides.
 */
const limits: readonly (readonly [Side, Pixel, outwards: Pixel])[] = [
	['above', [448, 470], [-1, 0]],
	['above', [552, 470], [1, 0]],
	['above', [500, 445], [0, -1]],
	['below', [500, 555], [0, 1]],
	['above', [448, 445], [-1, -1]],
	['above', [552, 445], [1, -1]],
	['below', [448, 555], [-1, 1]],
	['below', [552, 555], [1, 1]],
];
const beyond = ([x, y]: Pixel, [across, down]: Pixel, by: number): Pixel => [x + by * across, y + by * down];

describe('`placeLabels`, to the pixel,', () => {
	it('uses the same distance on every side', () => {
		for (const [side, dx, dy, anchor] of [
			['right-above', 5, -15, 'start'],
			['right-below', 5, 42, 'start'],
			['left-above', -5, -15, 'end'],
			['left-below', -5, 42, 'end'],
			['above', 0, -15, 'middle'],
			['below', 0, 42, 'middle'],
			['right', 5, 13.5, 'start'],
			['left', -5, 13.5, 'end'],
		] as const)
			expect(alone(big({ sides: [side] })), side).toMatchObject({ dx, dy, anchor });
	});

	it('adds the radius of the largest mark, and less of it sideways for above and below', () => {
		const marks = [6, 10, 4].map((radius) => marksOf(radius, [500, 500])).reduce(both);
		for (const [side, dx, dy] of [
			['right-above', 12, -25],
			['left-below', -12, 52],
			['above', 0, -25],
			['below', 0, 52],
			['right', 15, 13.5],
			['left', -15, 13.5],
		] as const)
			expect(alone(big({ sides: [side] }), marks), side).toMatchObject({ dx, dy });
	});

	it('tries the given sides in order', () => {
		const others = beside().filter((side) => side !== 'left' && side !== 'above');
		expect(others).toHaveLength(6);
		expect(beside('left', 'above')).toEqual(['left', 'above', ...others]);
		expect(AT_END.slice(0, 3)).toEqual(['margin', 'left-above', 'left-below']);
	});

	it('tries distances of 4, 9 and 14 px, and no more', () => {
		for (const [y, steps] of [
			[499, 0],
			[497, 4],
			[492, 9],
			[487, 14],
			[482, undefined],
		] as const)
			expect(stepsAway('above', [500, 500], curvesOf(`440,${y} 560,${y}`)), `a curve at ${y}`).toBe(steps);
	});

	it('keeps 2 px clear of a curve in either direction', () => {
		for (const [side, edge, [x, y]] of limits)
			for (const [by, steps] of [
				[0, undefined],
				[1, 0],
			] as const) {
				const near = beyond(edge, [x, y], by);
				const past = [beyond(near, [-y, x], -40), beyond(near, [-y, x], 40)].join(' ');
				const towards = [beyond(near, [x, y], 60), near].join(' ');
				for (const path of [past, back(past), towards, back(towards)])
					expect(stepsAway(side, [500, 500], curvesOf(path)), `${side}, ${path}`).toBe(steps);
			}
	});

	it('allows positions above, below and beside a curve and in its gaps, not across it', () => {
		for (const [steps, path] of [
			[undefined, '300,470 700,470'],
			[undefined, '300,430 552,430 552,600 700,600'],
			[undefined, '100,300 NaN,NaN 300,470 480,470 NaN,NaN'],
			[0, '300,470 440,470'],
			[0, '560,470 700,470'],
			[0, '100,430 300,420 600,430 800,420 900,430'],
			[0, '300,470 440,470 440,430 560,430 560,470 700,470'],
			[0, '300,470 440,470 NaN,NaN 560,470 700,470'],
			[0, '300,300 440,440 440,300'],
		] as const)
			for (const drawn of [path, back(path)])
				expect(stepsAway('above', [500, 500], curvesOf(drawn)), drawn).toBe(steps);
	});

	it('allows a line through the named point, but none between the point and the label', () => {
		for (const [side, x, steps] of [
			['right', 500, 0],
			['right', 502, undefined],
			['left', 500, 0],
			['left', 498, undefined],
		] as const)
			expect(stepsAway(side, [500, 500], curvesOf(`${x},400 ${x},600`)), `${side}, ${x}`).toBe(steps);
	});

	it('keeps 2 px clear of other points', () => {
		for (const [side, edge, [x, y]] of limits) {
			const outwards: Pixel = x !== 0 && y !== 0 ? [0.6 * x, 0.8 * y] : [x, y];
			for (const [radius, steps] of [
				[10, 0],
				[10.5, undefined],
			] as const) {
				const place = beyond(edge, outwards, 10);
				expect(stepsAway(side, [500, 500], marksOf(radius, place)), `${side}, ${place.join()}`).toBe(steps);
			}
		}
		expect(stepsAway('above', [500, 500], marksOf(4, [500, 495]))).toBe(9);
		expect(stepsAway('right', [500, 500], marksOf(4, [550, 500]))).toBeUndefined();
	});

	it('keeps 2 px clear of axis numbers', () => {
		for (const [side, place, steps] of [
			['left', [157, 500], 0],
			['left', [156, 500], undefined],
			['above', [60, 586], 0],
			['above', [60, 585], undefined],
			['below', [60, 427], 0],
			['below', [60, 428], undefined],
		] as const)
			expect(stepsAway(side, place, nothing, wordAt('W', 520)), `${side}, ${place.join()}`).toBe(steps);
	});

	it('keeps 4 px between labels', () => {
		const other = big({ sides: ['above'] });
		for (const [side, place, steps] of [
			['right', [341, 480], 0],
			['right', [342, 480], undefined],
			['left', [659, 480], 0],
			['left', [658, 480], undefined],
			['above', [500, 553], 0],
			['above', [500, 552], undefined],
			['below', [500, 390], 0],
			['below', [500, 391], undefined],
		] as const)
			expect(stepsAway(side, place, nothing, sheet, [other]), `${side}, ${place.join()}`).toBe(steps);
	});

	it('stays within the plot, extended by 4 px at the top and by the margin on the right', () => {
		for (const [side, place, margin, steps] of [
			['left', [105, 500], 8, 0],
			['left', [104, 500], 8, undefined],
			['right', [903, 500], 8, 0],
			['right', [904, 500], 8, undefined],
			['right', [899, 500], 0, 0],
			['right', [900, 500], 0, undefined],
			['above', [500, 49], 8, 0],
			['above', [500, 48], 8, undefined],
			['below', [500, 947], 8, 0],
			['below', [500, 948], 8, undefined],
		] as const)
			expect(stepsAway(side, place, nothing, { ...sheet, margin }), `${side}, ${place.join()}`).toBe(steps);
	});

	it('uses the margin only if it is at least 40 px wide', () => {
		const long = big({ sides: AT_END }, [1000, 500]);
		const small = { ...long, text: 'W', size: 10 };
		const within = (margin: number): Frame => ({ ...sheet, margin });
		expect(alone(long, nothing, within(110))).toMatchObject({ dx: 10, dy: 13.5, anchor: 'start' });
		expect(alone(long, nothing, within(109))).toMatchObject({ dx: -5, dy: -15, anchor: 'end' });
		expect(alone(small, nothing, within(40))).toMatchObject({ dx: 10 });
		expect(alone(small, nothing, within(39))).toMatchObject({ dx: -5 });
		expect(alone({ ...long, sides: beside('above') }, nothing, within(134))).toMatchObject({ dx: 0 });
	});

	it('shifts labels in the margin down and up in turn, by at most 120 px', () => {
		const ends = [1, 2, 3, 4, 5, 6].map((key) => big({ key, sides: AT_END }, [1000, 500]));
		const placed = placeLabels(ends, nothing, { ...sheet, margin: 134 });
		expect(placed.map(({ dx, dy }) => [dx, dy - 13.5])).toEqual([
			...[0, 54, -54, 108, -108].map((by) => [10, by]),
			[-5, -28.5],
		]);
	});

	it('uses only the first named point in the margin', () => {
		const two = big({ sides: AT_END }, [1000, 500], [400, 200]);
		const full = marksOf(300, [1000, 501]);
		expect(alone(two, full, { ...sheet, margin: 134 })).toMatchObject({ at: [40, 20], dx: -5, dy: -15 });
	});

	it('tries a greater distance for the first eight points of a curve only', () => {
		const full = [100, 210, 320, 430, 540, 650, 760, 870].map((x): Pixel => [x, 300]);
		const walls = marksOf(40, ...full.map(([x, y]): Pixel => [x, y - 1]));
		const near = curvesOf('840,897 960,897');
		const above = (places: readonly Pixel[]) =>
			big({ sides: ['above'], isOptional: true, allowsLeader: false }, ...places, [900, 900]);
		expect(alone(above(full), walls)).toMatchObject({ at: [90, 90], dy: -15 });
		expect(alone(above(full), both(walls, near))).toBeUndefined();
		expect(alone(above(full.slice(1)), both(walls, near))).toMatchObject({ at: [90, 90], dy: -19 });
	});

	it('ranks overlaps of a required label: outside the plot is worst, then words, points, curves', () => {
		const curvesAt = (...xs: number[]) => curvesOf(...xs.map((x) => `${x},480 ${x},520`));
		const marksAt = (...xs: number[]) => marksOf(5, ...xs.map((x): Pixel => [x, 500]));
		const words = (long: number) => wordAt('W'.repeat(long), 500);
		for (const [says, dx, around, on, x] of [
			['a curve, not a point', -5, both(curvesAt(450), marksAt(550)), sheet, 500],
			['a curve, not a point, at the right', 5, both(curvesAt(550), marksAt(450)), sheet, 500],
			['two curves, not a point', -5, both(curvesAt(440, 450), marksAt(550)), sheet, 500],
			['a point, not three curves', 5, both(curvesAt(430, 440, 450), marksAt(550)), sheet, 500],
			['three points, not a word', 5, marksAt(530, 550, 570), words(9), 500],
			['a word, not five points', -5, marksAt(530, 545, 560, 575, 590), words(9), 500],
			['curves and a point, not the edge', -5, both(curvesAt(860, 870), marksAt(880)), sheet, 950],
			['a word, not the edge', -5, nothing, words(18), 950],
			['the first of two curves', -5, curvesAt(450, 550), sheet, 500],
		] as const)
			expect(alone(big({ sides: ['left', 'right'], allowsLeader: false }, [x, 500]), around, on), says).toMatchObject({
				dx,
			});
	});

	it('drops a label that names no point', () => {
		expect(alone(label({ at: [] }))).toBeUndefined();
	});

	it('returns placements in the order of the labels', () => {
		const three = [big({ key: 1, isOptional: true }), big({ key: 2 }), big({ key: 3, isOptional: true })];
		expect(placeLabels(three, nothing, sheet).map(({ key }) => key)).toEqual([1, 2, 3]);
	});

	it('tries greater distances, then the short text, then a leader line', () => {
		const long = big({ text: 'WWWW', short: 'WW', sides: ['above'] });
		expect(alone(long, curvesOf('410,497 440,497'))).toMatchObject({ text: 'WWWW', dy: -19 });
		const cut = alone(long, curvesOf('440,0 440,1000', '560,0 560,1000'));
		expect(cut).toMatchObject({ text: 'WW', dx: 0, dy: -15 });
		expect(cut!.leader).toBeUndefined();
	});

	it('keeps a previous placement only for the same text and point', () => {
		const here = [200, 200] as const;
		const there = [500, 500] as const;
		const before = alone(big({}, here, there), marksOf(60, [200, 199]))!;
		expect(before).toMatchObject({ at: [50, 50] });
		expect(alone(big({}, here, there), nothing, sheet, [before])).toEqual(before);
		expect(alone(big({ text: 'WWW' }, here, there), nothing, sheet, [before])).toMatchObject({ at: [20, 20] });
		expect(alone(big({}, here), nothing, sheet, [before])).toMatchObject({ at: [20, 20] });
	});
});

/** A label that fits on no side, and so has a leader line. */
const led = (place: Pixel, more: Partial<Label> = {}) => big({ sides: [], ...more }, place);
type Line = readonly [Pixel, Pixel];
const leaderOf = ({ leader, at: end }: Placement): Line => {
	const [from, to] = [leader ?? end, end];
	return [
		[from[0] * 10, from[1] * 10],
		[to[0] * 10, to[1] * 10],
	];
};
/** Whether two straight lines cross, the first of them not right at its beginning. */
function cross([[x1, y1], [x2, y2]]: Line, [[x3, y3], [x4, y4]]: Line): boolean {
	const turn = (x2 - x1) * (y4 - y3) - (y2 - y1) * (x4 - x3);
	const onFirst = ((x3 - x1) * (y4 - y3) - (y3 - y1) * (x4 - x3)) / turn;
	const onSecond = ((x3 - x1) * (y2 - y1) - (y3 - y1) * (x2 - x1)) / turn;
	return onFirst > 0.031 && onFirst < 1 && onSecond > 0 && onSecond < 1;
}
const bigInk = (placed: Placement) => inkOf(placed, 1000, sheet, 50);
/** A box around a label and its leader line, slightly enlarged. */
function wayOf(placed: Placement, more = 0): Box {
	const { left, right, top, bottom } = bigInk(placed);
	const [[x1, y1], [x2, y2]] = leaderOf(placed);
	return {
		left: Math.min(left, x1, x2) - more,
		right: Math.max(right, x1, x2) + more,
		top: Math.min(top, y1, y2) - more,
		bottom: Math.max(bottom, y1, y2) + more,
	};
}
const enters = (line: readonly PlotPoint[], { left, right, top, bottom }: Box) =>
	[...along(line, 1000, 1000)].some(([x, y]) => x > left && x < right && y > top && y < bottom);
const from400To600 = fc.tuple(fc.integer({ min: 400, max: 600 }), fc.integer({ min: 400, max: 600 }));

describe('`placeLabels` with a leader line', () => {
	it('uses the nearest open ground, with the text in the direction of the line', () => {
		for (const [[x, y], ...end] of [
			[[480, 520], [48, 54], 0, 39, 'middle'],
			[[480, 500], [48, 48], 0, -12, 'middle'],
			[[500, 540], [48, 54], 0, -12, 'middle'],
			[[521, 540], [56, 54], 2, 13.5, 'start'],
			[[519, 540], [48, 54], -2, 13.5, 'end'],
		] as const) {
			const { leader, at: ground, dx, dy, anchor } = alone(led([x, y]))!;
			expect([leader, ground, dx, dy, anchor]).toEqual([at([x, y]), ...end]);
		}
		expect(alone(led([500, 550], { text: '00' }))).toMatchObject({ at: [48, 54], anchor: 'middle' });
	});

	it('starts at the named point that is nearest to open ground', () => {
		const inside = fc.tuple(fc.integer({ min: 20, max: 80 }), fc.integer({ min: 20, max: 80 }));
		const away = ([x, y]: PlotPoint, [a, b]: PlotPoint) => Math.hypot(x - a, y - b);
		fc.assert(
			fc.property(fc.array(inside, { minLength: 1, maxLength: 4 }), (places) => {
				const { leader, at: ground } = alone(big({ sides: [], at: places }))!;
				const ways = places.map(([x, y]) => away([x, y], [8 * Math.round(x / 8), 6 * Math.round(y / 6)]));
				expect(places).toContainEqual(leader);
				expect(away(leader!, ground)).toBeCloseTo(Math.min(...ways), 9);
			}),
		);
	});

	it('avoids crossing a curve, and ignores curves off the line', () => {
		const anywhere = fc.tuple(fc.integer({ min: 250, max: 750 }), fc.integer({ min: 250, max: 750 }));
		const bends = fc.array(anywhere, { minLength: 2, maxLength: 3 });
		let free = 0;
		fc.assert(
			fc.property(from400To600, fc.constantFrom(0, 40, 90, 140), bends, (place, radius, bend) => {
				const around = both(marksOf(radius, place), curvesOf(bend.join(' ')));
				const first = alone(led(place), marksOf(radius, place))!;
				const placed = alone(led(place), around)!;
				if (!enters(bend.map(at), wayOf(first, 8))) {
					free++;
					expect(placed).toEqual(first);
				}
				expect(enters(bend.map(at), bigInk(placed))).toBe(false);
				bend.slice(1).forEach((end, i) => expect(cross(leaderOf(placed), [bend[i]!, end])).toBe(false));
			}),
			{ numRuns: 200 },
		);
		expect(free).toBeGreaterThan(50);
	});

	it('avoids crossing words and other leader lines, and ignores those off the line', () => {
		let free = 0;
		fc.assert(
			fc.property(from400To600, from400To600, fc.boolean(), (place, elsewhere, allowsLeader) => {
				const around = marksOf(60, place);
				const other = allowsLeader ? led(elsewhere, { key: 1 }) : big({ key: 1, text: 'W' }, elsewhere);
				const first = alone(led(place), around)!;
				const [before, placed] = placeLabels([other, led(place)], around, sheet);
				if (!overlap(wayOf(before!, 8), wayOf(first))) {
					free++;
					expect(placed).toEqual(first);
				}
				expect(overlap(bigInk(before!), bigInk(placed!))).toBe(false);
				expect(enters([placed!.leader!, placed!.at], bigInk(before!))).toBe(false);
				expect(enters([before!.leader ?? before!.at, before!.at], bigInk(placed!))).toBe(false);
				expect(cross(leaderOf(placed!), leaderOf(before!))).toBe(false);
			}),
			{ numRuns: 200 },
		);
		expect(free).toBeGreaterThan(50);
	});

	it('may start beside the named curve, end on a curve and pass the end of one', () => {
		for (const [place, ground, path] of [
			[[480, 520], [48, 54], '300,520.5 700,520.5'],
			[[480, 520], [48, 48], '300,521 700,521'],
			[[521, 540], [56, 54], '522,500 522,580'],
			[[521, 540], [48, 54], '523,500 523,580'],
			[[521, 540], [56, 54], '520,538 520,542'],
			[[480, 520], [48, 54], '400,530 480,530'],
			[[480, 520], [48, 48], '400,530 481,530'],
			[[521, 540], [56, 54], '560,500 560,580'],
			[[521, 540], [48, 54], '559,500 559,580'],
		] as const)
			expect(alone(led(place), curvesOf(path)), path).toMatchObject({ at: ground });
	});

	it('uses the short text only if the full one fits nowhere', () => {
		expect(alone(led([480, 520], { text: 'WWWW', short: 'WW' }))).toMatchObject({ at: [48, 54], text: 'WWWW' });
		const tooLong = 'W'.repeat(21);
		expect(alone(led([480, 520], { text: tooLong, short: 'WW' }))).toMatchObject({ at: [48, 54], text: 'WW' });
	});

	it('crosses a curve rather than drop a label, but no word for an optional one', () => {
		const ring = curvesOf('489,513 503,487 534,486 549,511 535,538 504,537 489,513');
		for (const isOptional of [false, true])
			expect(alone(led([519, 512], { isOptional }), ring)).toMatchObject({ at: [48, 54] });
		const within = wordAt('W', 520);
		expect(alone(led([20, 500]), nothing, within)).toMatchObject({ leader: [2, 50] });
		expect(alone(led([20, 500], { isOptional: true }), nothing, within)).toBeUndefined();
	});

	it('keeps its ground while it is free, even across a curve, and returns to the point once that is free', () => {
		const one = led([480, 520]);
		const before = alone(one, curvesOf('440,560 520,560'))!;
		const then = (now: Label, around = nothing) => alone(now, around, sheet, [before]);
		expect(before).toMatchObject({ at: [48, 48] });
		expect(alone(one)).toMatchObject({ at: [48, 54] });
		expect(then(one)).toEqual(before);
		expect(then(one, curvesOf('470,500 490,500'))).toEqual(before);
		expect(then(one, curvesOf('440,450 520,450'))).toMatchObject({ at: [48, 54] });
		expect(then(led([490, 520]))).toMatchObject({ at: [48, 48], leader: [49, 52] });
		const returned = then({ ...one, sides: ['above'] });
		expect(returned).toMatchObject({ at: [48, 52], dy: -15 });
		expect(returned!.leader).toBeUndefined();
	});
});
