import { clamp, fromPosition, snap, toPosition, type NumberParameter } from '../../engine/parameter.ts';
import type { GridAxis, Odds, OddsGrid } from '../../runs/queries.ts';

type Point = readonly [number, number];
type Pair = readonly [first: number, second: number];

/** One parameter of the plane, with the values of the grid. */
export interface PlaneAxis extends GridAxis {
	readonly parameter: NumberParameter;
}

/** Positions tried along each slider, and refinements round the best, each a third as wide. */
const TRIED = 40;
const REFINEMENTS = 5;
/** What a full length of a slider counts, in percent of the picture: of two equally near pairs the one nearer to the present is taken. */
const FAR = 0.5;

/** Smallest share whose log odds are told apart from 0. */
const LEAST = 1 / 4000;
const logit = (share: number) => {
	const inside = Math.min(1 - LEAST, Math.max(LEAST, share));
	return Math.log(inside / (1 - inside));
};
const shareOf = (odds: number) => {
	const share = 1 / (1 + Math.exp(-odds));
	return share <= LEAST * 1.001 ? 0 : share >= 1 - LEAST * 1.001 ? 1 : share;
};

/** Interpolates log odds between the places of a grid, and inverts that: from a place in the picture to two values. */
export class OddsPlane {
	readonly #axes: readonly [PlaneAxis, PlaneAxis];
	/** Slider positions of the grid's values, by axis. */
	readonly #knots: readonly [readonly number[], readonly number[]];
	readonly #logits: readonly (readonly Point[])[];

	constructor(axes: readonly [PlaneAxis, PlaneAxis], grid: OddsGrid) {
		this.#axes = axes;
		const knotsOf = ({ parameter, values }: PlaneAxis) => values.map((value) => toPosition(parameter, value));
		this.#knots = [knotsOf(axes[0]), knotsOf(axes[1])];
		this.#logits = grid.map((row) => row.map(([soon, later]) => [logit(soon), logit(later)] as const));
	}

	/** Returns the odds for two values. */
	oddsAt([first, second]: Pair): Odds {
		return this.#at(toPosition(this.#axes[0].parameter, first), toPosition(this.#axes[1].parameter, second));
	}
	#at(first: number, second: number): Odds {
		const [i, a] = between(this.#knots[0], first);
		const [j, b] = between(this.#knots[1], second);
		const mix = (point: 0 | 1) => {
			const along = (row: number) => this.#logits[row]![j]![point] * (1 - b) + this.#logits[row]![j + 1]![point] * b;
			return shareOf(along(i) * (1 - a) + along(i + 1) * a);
		};
		return [mix(0), mix(1)];
	}

	/** Returns the values, on the steps of their sliders, whose odds lie nearest to a point of the picture. */
	valuesNear(target: Point, placeOf: (odds: Odds) => Point, present: Pair): Pair {
		const axes = this.#axes;
		const now = axes.map(({ parameter }, i) => toPosition(parameter, present[i]!));
		let best = { first: now[0]!, second: now[1]!, cost: Infinity };
		const tryAt = (first: number, second: number) => {
			const [x, y] = placeOf(this.#at(first, second));
			const cost = Math.hypot(x - target[0], y - target[1]) + FAR * Math.hypot(first - now[0]!, second - now[1]!);
			if (cost < best.cost) best = { first, second, cost };
		};
		for (let i = 0; i <= TRIED; i++) for (let j = 0; j <= TRIED; j++) tryAt(i / TRIED, j / TRIED);
		let reach = 1 / TRIED;
		for (let round = 0; round < REFINEMENTS; round++, reach /= 3) {
			const { first, second } = best;
			for (const dx of [-1, -0.5, 0, 0.5, 1])
				for (const dy of [-1, -0.5, 0, 0.5, 1]) tryAt(inside(first + dx * reach), inside(second + dy * reach));
		}
		const valueAt = (i: 0 | 1, position: number) => {
			const { parameter } = axes[i];
			return clamp(parameter, snap(parameter, fromPosition(parameter, position)));
		};
		return [valueAt(0, best.first), valueAt(1, best.second)];
	}
}

const inside = (position: number) => Math.max(0, Math.min(1, position));
/** Returns the interval of ascending knots that holds a position, and the share of it before the position. */
function between(knots: readonly number[], position: number): [index: number, share: number] {
	let i = 0;
	while (i < knots.length - 2 && knots[i + 1]! < position) i++;
	const share = (position - knots[i]!) / (knots[i + 1]! - knots[i]!);
	return [i, inside(share)];
}
