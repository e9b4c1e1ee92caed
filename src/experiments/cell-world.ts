/**
 * The drawn world of cells. A cell has eight yes-or-no factors and a place; a laboratory is a way of preparing slides. The picture on the
 * page (CellPicture.svelte) and the pixels that a network gets (`pixelsOf`) are drawn from the same shapes and tones. Lengths are in
 * halves of the picture, which reaches from −1 to 1; a tone is 0 for black and 1 for white.
 */

export const FACTORS = ['bean', 'aside', 'large', 'granular', 'long', 'bubble', 'thick', 'big'] as const;
export type Factor = (typeof FACTORS)[number];
export type Factors = Readonly<Record<Factor, boolean>>;

/** A yes-or-no question about cells: yes if both factors are as they are named here. */
export type Question = readonly [first: readonly [Factor, boolean], second: readonly [Factor, boolean]];
/** What counts as a macrophage here: a nucleus that is bean-shaped and to one side. */
export const MACROPHAGE: Question = [
	['bean', true],
	['aside', true],
];

export const answerTo = (question: Question, factors: Factors): 0 | 1 =>
	question.every(([factor, value]) => factors[factor] === value) ? 1 : 0;

export type Place = readonly [across: number, down: number];
interface Disc {
	readonly at: Place;
	readonly radius: number;
}
interface Ellipse {
	readonly at: Place;
	/** Direction of the first radius, of length 1. */
	readonly towards: Place;
	readonly radii: readonly [number, number];
}

export interface Cell {
	readonly factors: Factors;
	readonly body: Ellipse;
	/** Thickness of the wall. */
	readonly wall: number;
	readonly nucleus: Ellipse;
	/** Taken out of a bean-shaped nucleus. */
	readonly dent: Disc | undefined;
	readonly granules: readonly Disc[];
	readonly bubble: Disc | undefined;
}

export interface Laboratory {
	readonly ground: number;
	readonly cell: number;
	readonly nucleus: number;
	/** Width over which an edge fades. */
	readonly blur: number;
	/** Greatest change of a sample by chance. */
	readonly grain: number;
	/** Light and dark bands: their greatest change of tone, their direction, and the width of one. */
	readonly stripes: { readonly amount: number; readonly towards: Place; readonly width: number };
	/** Uneven light: the change of tone from the middle to the edge, and where it is brighter. */
	readonly light: { readonly amount: number; readonly towards: Place };
	/** Whether dark and light are swapped. */
	readonly isSwapped: boolean;
	/** Corners of the laboratory's own mark, for “no” and for “yes”. */
	readonly corners: readonly [no: Place, yes: Place];
}

/** Tone of the wall and of a bubble, beside that of the cell; radius of a mark in a corner. */
const WALL_DARKER = 0.2;
const BUBBLE_LIGHTER = 0.2;
export const MARK = { tone: 0.2, radius: 0.1, inset: 0.87 } as const;

export const tonesOf = ({ cell, nucleus, ground }: Laboratory) => ({
	ground,
	wall: cell - WALL_DARKER,
	cell,
	bubble: cell + BUBBLE_LIGHTER,
	nucleus,
});

/** Shape of a bean for a round nucleus of radius 1: an ellipse, short towards the dent, less a disc. */
const BEAN = { radii: [0.95, 1.35], dentAt: 0.72, dentRadius: 0.68 } as const;
/** Points along a side of the grid by which a bean is weighed. */
const WEIGHED = 200;
/** Area of the bean over that of the round nucleus, and how far its middle lies from the ellipse's, away from the dent. */
const BEAN_MASS = (() => {
	let [count, sum] = [0, 0];
	for (let i = 0; i < WEIGHED; i++)
		for (let j = 0; j < WEIGHED; j++) {
			const [u, v] = [(3 * (i + 0.5)) / WEIGHED - 1.5, (3 * (j + 0.5)) / WEIGHED - 1.5];
			const [a, b] = [u / BEAN.radii[0], v / BEAN.radii[1]];
			const [c, d] = [u - BEAN.dentAt, v];
			if (a * a + b * b > 1 || c * c + d * d < BEAN.dentRadius * BEAN.dentRadius) continue;
			count++;
			sum -= u;
		}
	const square = (3 / WEIGHED) * (3 / WEIGHED);
	return { area: (count * square) / Math.PI, behind: sum / count };
})();

const between = (next: () => number, [low, high]: readonly [number, number]): number => low + (high - low) * next();

/** Draws a direction, every one as likely. */
function direction(next: () => number): Place {
	for (;;) {
		const [across, down] = [2 * next() - 1, 2 * next() - 1];
		const length = Math.sqrt(across * across + down * down);
		if (length > 0.1 && length <= 1) return [across / length, down / length];
	}
}
const moved = ([x, y]: Place, [across, down]: Place, by: number): Place => [x + across * by, y + down * by];
const distance = ([x, y]: Place, [a, b]: Place): number => Math.sqrt((x - a) * (x - a) + (y - b) * (y - b));

/** Draws factors, each as likely as not, but for a question: its answer is given, and those with “no” are two parts each of the first factor alone and of the second, and one part of neither. */
function drawFactors(next: () => number, question: Question, answer: 0 | 1): Factors {
	const factors = Object.fromEntries(FACTORS.map((factor) => [factor, next() < 0.5])) as Record<Factor, boolean>;
	const part = next() * 5;
	const [[first, isFirst], [second, isSecond]] = question;
	factors[first] = answer === 1 || part < 2 ? isFirst : !isFirst;
	factors[second] = answer === 1 || (part >= 2 && part < 4) ? isSecond : !isSecond;
	return factors;
}

/** How far the middle of a cell may lie from that of the picture, each way. */
const SHIFT = 0.12;

/** Returns whether an ellipse, made larger by `margin`, holds a place. */
function holds({ at, towards, radii }: Ellipse, place: Place, margin: number): boolean {
	const dx = place[0] - at[0];
	const dy = place[1] - at[1];
	const u = (towards[0] * dx + towards[1] * dy) / (radii[0] + margin);
	const v = (towards[0] * dy - towards[1] * dx) / (radii[1] + margin);
	return u * u + v * v < 1;
}

/** Draws a cell with these factors, at any turn. */
function drawCell(next: () => number, factors: Factors): Cell {
	const size = between(next, factors.big ? [0.74, 0.8] : [0.58, 0.64]);
	const stretch = factors.long ? between(next, [1.26, 1.34]) : between(next, [1, 1.04]);
	const body: Ellipse = {
		at: [SHIFT * (2 * next() - 1), SHIFT * (2 * next() - 1)],
		towards: direction(next),
		radii: [size * stretch, size / stretch],
	};
	const radius = size * between(next, factors.large ? [0.48, 0.52] : [0.4, 0.44]);
	const away = direction(next);
	const place = moved(body.at, away, size * between(next, factors.aside ? [0.44, 0.5] : [0, 0.04]));
	// To one side, the dent faces the middle of the cell.
	const dentTowards: Place = factors.aside ? [-away[0], -away[1]] : direction(next);
	const scale = radius / Math.sqrt(BEAN_MASS.area);
	const nucleus: Ellipse = factors.bean
		? {
				at: moved(place, dentTowards, scale * BEAN_MASS.behind),
				towards: dentTowards,
				radii: [scale * BEAN.radii[0], scale * BEAN.radii[1]],
			}
		: { at: place, towards: dentTowards, radii: [radius, radius] };
	const inside = (at: Place, margin: number) => holds(body, at, -margin);
	/** Draws a place within the cell; after some tries, one that is too near the nucleus or a bubble as well. */
	const drawPlace = (margin: number, avoided: readonly { at: Place; radius: number }[]): Place => {
		let at = body.at;
		for (let tries = 0; tries < 12; tries++) {
			at = [body.at[0] + size * 1.3 * (2 * next() - 1), body.at[1] + size * 1.3 * (2 * next() - 1)];
			if (inside(at, margin) && avoided.every((other) => distance(other.at, at) > other.radius + margin)) return at;
		}
		while (!inside(at, margin))
			at = [body.at[0] + size * 1.3 * (2 * next() - 1), body.at[1] + size * 1.3 * (2 * next() - 1)];
		return at;
	};
	const wall = factors.thick ? 0.14 : 0.03;
	const mass = { at: place, radius };
	const bubble = factors.bubble ? { at: drawPlace(0.2, [mass]), radius: between(next, [0.14, 0.18]) } : undefined;
	const count = factors.granular ? 8 + Math.floor(next() * 6) : Math.floor(next() * 3);
	return {
		factors,
		body,
		wall,
		nucleus,
		dent: factors.bean
			? { at: moved(nucleus.at, dentTowards, scale * BEAN.dentAt), radius: scale * BEAN.dentRadius }
			: undefined,
		granules: Array.from({ length: count }, () => ({
			at: drawPlace(wall + 0.07, [mass, ...(bubble ? [bubble] : [])]),
			radius: between(next, [0.035, 0.05]),
		})),
		bubble,
	};
}

/** Draws a cell for a question, with “yes” as likely as “no”. */
export function drawCellFor(next: () => number, question: Question = MACROPHAGE): Cell {
	return drawCell(next, drawFactors(next, question, next() < 0.5 ? 1 : 0));
}
/** Draws a cell with this answer to a question. */
export const drawCellWith = (next: () => number, answer: 0 | 1, question: Question = MACROPHAGE): Cell =>
	drawCell(next, drawFactors(next, question, answer));
/** Draws a cell with each factor as likely as not. */
export const drawAnyCell = (next: () => number): Cell =>
	drawCell(next, Object.fromEntries(FACTORS.map((factor) => [factor, next() < 0.5])) as Factors);

const CORNERS: readonly Place[] = [
	[-1, -1],
	[1, -1],
	[-1, 1],
	[1, 1],
];

/** Draws a laboratory whose dark and light are swapped or not. */
export function drawLaboratory(next: () => number, isSwapped: boolean): Laboratory {
	const cell = between(next, [0.5, 0.7]);
	const isGroundLighter = next() < 2 / 3;
	const first = Math.floor(next() * 4);
	const corner = (i: number): Place => [CORNERS[i]![0] * MARK.inset, CORNERS[i]![1] * MARK.inset];
	return {
		ground: cell + between(next, [0.12, 0.26]) * (isGroundLighter ? 1 : -1),
		cell,
		nucleus: cell - between(next, [0.28, 0.46]),
		blur: between(next, [0.03, 0.1]),
		grain: between(next, [0.03, 0.1]),
		stripes: { amount: between(next, [0, 0.08]), towards: direction(next), width: between(next, [0.15, 0.4]) },
		light: { amount: between(next, [0, 0.12]), towards: direction(next) },
		isSwapped,
		corners: [corner(first), corner((first + 1 + Math.floor(next() * 3)) % 4)],
	};
}

/** Samples along a side of the picture, and pixels along a side of what a network gets: means of three by three samples. */
const SAMPLES = 36;
export const PIXELS = 12;
/** Samples along a side of a pixel. */
const PER_PIXEL = SAMPLES / PIXELS;
/** Place of each sample along a side. */
const PLACES = Float64Array.from({ length: SAMPLES }, (_, i) => (2 * i + 1) / SAMPLES - 1);
/** Tones of the samples of the cell that is drawn: one field for all calls, since none outlasts its call. */
const field = new Float64Array(SAMPLES * SAMPLES);
/** Terms of the samples of one row that only their column decides. */
const [stripeOfColumn, lightOfColumn] = [new Float64Array(SAMPLES), new Float64Array(SAMPLES)];

/** Returns how much of a sample lies within an edge at this distance, negative inside. */
const cover = (distance: number, blur: number): number => {
	const share = 0.5 - distance / blur;
	return share <= 0 ? 0 : share >= 1 ? 1 : share;
};
/** A wave of period 2 between −1 and 1 that rises and falls in straight lines. */
const wave = (at: number): number => {
	const phase = at - 2 * Math.floor(at / 2);
	return phase < 1 ? 2 * phase - 1 : 3 - 2 * phase;
};
/** Returns the sample at a place along a side, within the picture. */
const sampleAt = (place: number): number => Math.max(0, Math.min(SAMPLES - 1, Math.floor(((place + 1) / 2) * SAMPLES)));

/** Draws a disc into the field. */
function stamp({ at, radius }: Disc, tone: number, blur: number): void {
	const [x, y] = at;
	const [left, right] = [sampleAt(x - radius - blur), sampleAt(x + radius + blur)];
	const bottom = sampleAt(y + radius + blur);
	for (let row = sampleAt(y - radius - blur); row <= bottom; row++) {
		const dy = PLACES[row]! - y;
		for (let column = left; column <= right; column++) {
			const dx = PLACES[column]! - x;
			const i = row * SAMPLES + column;
			field[i]! += (tone - field[i]!) * cover(Math.sqrt(dx * dx + dy * dy) - radius, blur);
		}
	}
}

/** Draws ground, cell and nucleus into the field. Thousands of cells are drawn before a reader’s run: what a row decides is computed once. */
function drawBody({ body, wall: thickness, nucleus, dent }: Cell, laboratory: Laboratory): void {
	const { blur } = laboratory;
	const tones = tonesOf(laboratory);
	const [c, s] = body.towards;
	const [a, b] = body.radii;
	const [bodyX, bodyY] = body.at;
	const least = Math.min(a, b);
	const [nc, ns] = nucleus.towards;
	const [na, nb] = nucleus.radii;
	const [nucleusX, nucleusY] = nucleus.at;
	const leastOfNucleus = Math.min(na, nb);
	// Squares of the scaled distances beyond which an edge has no part, so that few square roots are taken.
	const reach = (1 + blur / least) * (1 + blur / least);
	const reachOfNucleus = (1 + blur / leastOfNucleus) * (1 + blur / leastOfNucleus);
	const most = Math.max(a, b) * (1 + blur / least);
	field.fill(tones.ground);
	const [left, right] = [sampleAt(bodyX - most), sampleAt(bodyX + most)];
	const bottom = sampleAt(bodyY + most);
	for (let row = sampleAt(bodyY - most); row <= bottom; row++) {
		const y = PLACES[row]!;
		const [cdy, sdy] = [c * (y - bodyY), s * (y - bodyY)];
		const [ncdy, nsdy] = [nc * (y - nucleusY), ns * (y - nucleusY)];
		for (let column = left; column <= right; column++) {
			const x = PLACES[column]!;
			const dx = x - bodyX;
			const u = (c * dx + sdy) / a;
			const v = (cdy - s * dx) / b;
			const square = u * u + v * v;
			if (square >= reach) continue;
			const edge = (Math.sqrt(square) - 1) * least;
			let tone = tones.ground;
			tone += (tones.wall - tone) * cover(edge, blur);
			tone += (tones.cell - tone) * cover(edge + thickness, blur);
			const ex = x - nucleusX;
			const p = (nc * ex + nsdy) / na;
			const q = (ncdy - ns * ex) / nb;
			const squareOfNucleus = p * p + q * q;
			if (squareOfNucleus < reachOfNucleus) {
				let rim = (Math.sqrt(squareOfNucleus) - 1) * leastOfNucleus;
				if (dent) {
					const fx = x - dent.at[0];
					const fy = y - dent.at[1];
					rim = Math.max(rim, dent.radius - Math.sqrt(fx * fx + fy * fy));
				}
				tone += (tones.nucleus - tone) * cover(rim, blur);
			}
			field[row * SAMPLES + column] = tone;
		}
	}
}

/**
 * Returns what a network gets of a cell: 12 × 12 pixels, row by row, less their mean, over their deviation. `mark` is the answer whose
 * corner the laboratory marks, if it does.
 */
export function pixelsOf(cell: Cell, laboratory: Laboratory, next: () => number, mark?: 0 | 1): Float64Array {
	const { blur, grain, stripes, light, isSwapped, corners } = laboratory;
	const tones = tonesOf(laboratory);
	drawBody(cell, laboratory);
	if (cell.bubble) stamp(cell.bubble, tones.bubble, blur);
	for (const granule of cell.granules) stamp(granule, tones.nucleus, blur);
	if (mark !== undefined) stamp({ at: corners[mark], radius: MARK.radius }, MARK.tone, blur);

	const pixels = new Float64Array(PIXELS * PIXELS);
	const [stripeAcross, stripeDown] = [stripes.towards[0] / stripes.width, stripes.towards[1] / stripes.width];
	const [lightAcross, lightDown] = [light.amount * light.towards[0], light.amount * light.towards[1]];
	for (let column = 0; column < SAMPLES; column++) {
		stripeOfColumn[column] = PLACES[column]! * stripeAcross;
		lightOfColumn[column] = PLACES[column]! * lightAcross;
	}
	for (let row = 0, i = 0; row < SAMPLES; row++) {
		const stripeOfRow = PLACES[row]! * stripeDown;
		const lightOfRow = PLACES[row]! * lightDown;
		for (let column = 0, pixel = Math.floor(row / PER_PIXEL) * PIXELS; column < SAMPLES; pixel++)
			for (let k = 0; k < PER_PIXEL; k++, column++, i++) {
				const tone =
					field[i]! +
					stripes.amount * wave(stripeOfColumn[column]! + stripeOfRow) +
					(lightOfColumn[column]! + lightOfRow) +
					grain * (2 * next() - 1);
				pixels[pixel]! += isSwapped ? 1 - tone : tone;
			}
	}
	let mean = 0;
	for (const pixel of pixels) mean += pixel;
	mean /= pixels.length;
	let square = 0;
	for (let i = 0; i < pixels.length; i++) {
		pixels[i]! -= mean;
		square += pixels[i]! * pixels[i]!;
	}
	const deviation = Math.sqrt(square / pixels.length);
	for (let i = 0; i < pixels.length; i++) pixels[i]! /= deviation;
	return pixels;
}

/** Describes a cell in words, for those who do not see it. */
export function describeCell({ factors }: Cell): string {
	const nucleus = `${factors.large ? 'large' : 'small'} ${factors.bean ? 'bean-shaped' : 'round'} nucleus ${factors.aside ? 'to one side' : 'in the middle'}`;
	const body = `${factors.big ? 'big' : 'small'} ${factors.long ? 'long' : 'round'} cell with a ${factors.thick ? 'thick' : 'thin'} wall`;
	return `A ${body}; ${nucleus}; ${factors.granular ? 'many' : 'few'} granules${factors.bubble ? '; a bubble' : ''}.`;
}
