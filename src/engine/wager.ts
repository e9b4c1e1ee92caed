import { normalCdf } from './normal.ts';

/** A predictive distribution: equally likely runs, each a normal with a mean and a standard deviation of its own. */
export interface Predictive {
	readonly means: ArrayLike<number>;
	readonly deviations: ArrayLike<number>;
}

/** What a quantity at a date would say about two readers. */
export interface Separation {
	/** Expected gap in log score, in nats, if the first reader is right: the Kullback–Leibler divergence of the second from the first. */
	readonly ifFirst: number;
	/** The same if the second reader is right. */
	readonly ifSecond: number;
	/** Value at which the two distribution functions differ most; the middle of both if they never differ. */
	readonly threshold: number;
}

/** Distance from a mean, in standard deviations, up to which a normal is integrated. */
const REACH = 8;
/** Grid points for each of the smallest standard deviations. The trapezoidal rule is exact to 1e-9 for normals at 2. */
const FINENESS = 3;
const MOST_POINTS = 4096;
/** Density below which it is recomputed in logarithms, since sums of exponentials underflow. */
const TINY = 1e-250;
const LOG_ROOT = Math.log(2 * Math.PI) / 2;

/** Returns the logarithm of the density of a mixture. Finite wherever the value, the means and the deviations are. */
export function logDensity({ means, deviations }: Predictive, value: number): number {
	const n = means.length;
	let sum = 0;
	for (let i = 0; i < n; i++) {
		const z = (value - means[i]!) / deviations[i]!;
		sum += Math.exp((-z * z) / 2) / deviations[i]!;
	}
	if (sum > TINY) return Math.log(sum / n) - LOG_ROOT;
	let largest = -Infinity;
	const log = (i: number) => -(((value - means[i]!) / deviations[i]!) ** 2) / 2 - Math.log(deviations[i]!);
	for (let i = 0; i < n; i++) largest = Math.max(largest, log(i));
	let shifted = 0;
	for (let i = 0; i < n; i++) shifted += Math.exp(log(i) - largest);
	return largest + Math.log(shifted / n) - LOG_ROOT;
}

/** Returns the probability that a mixture gives to values below `threshold`. Exact in the tail too. */
export function chanceBelow({ means, deviations }: Predictive, threshold: number): number {
	let sum = 0;
	for (let i = 0; i < means.length; i++) sum += normalCdf((threshold - means[i]!) / deviations[i]!);
	return sum / means.length;
}

/** Returns the probability that a mixture gives to values above `threshold`. Exact in the tail too. */
export function chanceAbove({ means, deviations }: Predictive, threshold: number): number {
	let sum = 0;
	for (let i = 0; i < means.length; i++) sum += normalCdf((means[i]! - threshold) / deviations[i]!);
	return sum / means.length;
}

/** Values between which a measurement can tell two values apart; beyond them it only says that it is beyond. */
export type Resolution = readonly [low: number, high: number];
const UNLIMITED: Resolution = [-Infinity, Infinity];

/** Returns equidistant points that reach over both mixtures within the limits, and the distance between two of them. */
function gridOver(first: Predictive, second: Predictive, [low, high]: Resolution) {
	let [from, to, narrowest] = [Infinity, -Infinity, Infinity];
	for (const { means, deviations } of [first, second])
		for (let i = 0; i < means.length; i++) {
			from = Math.min(from, means[i]! - REACH * deviations[i]!);
			to = Math.max(to, means[i]! + REACH * deviations[i]!);
			narrowest = Math.min(narrowest, deviations[i]!);
		}
	[from, to] = [Math.min(high, Math.max(low, from)), Math.max(low, Math.min(high, to))];
	const count = Math.max(2, Math.min(MOST_POINTS, Math.ceil(((to - from) / narrowest) * FINENESS) + 1));
	return { from, step: (to - from) / (count - 1), count };
}

/** Returns the part of a divergence that an outcome with these chances has. */
const partOf = (p: number, q: number): number =>
	p === 0 ? 0 : p * (Math.log(p) - Math.log(Math.max(q, Number.MIN_VALUE)));

/**
 * Returns what one quantity at one date would say about two readers. Equal readers are not separated at all. Error that is
 * added to both never separates them more (the data processing inequality), nor does a coarser resolution.
 */
export function separationOf(first: Predictive, second: Predictive, within: Resolution = UNLIMITED): Separation {
	const { from, step, count } = gridOver(first, second, within);
	const to = from + step * (count - 1);
	// What lies beyond the ends is one outcome on each side: next to nothing, or what is beyond the resolution.
	const [lowFirst, lowSecond] = [chanceBelow(first, from), chanceBelow(second, from)];
	const [highFirst, highSecond] = [chanceAbove(first, to), chanceAbove(second, to)];
	let ifFirst = partOf(lowFirst, lowSecond) + partOf(highFirst, highSecond);
	let ifSecond = partOf(lowSecond, lowFirst) + partOf(highSecond, highFirst);
	let difference = lowFirst - lowSecond;
	let largest = Math.abs(difference);
	let threshold = largest > 0 ? from : (from + to) / 2;
	for (let k = 0; k < count; k++) {
		const value = from + k * step;
		const [a, b] = [logDensity(first, value), logDensity(second, value)];
		// The trapezoidal rule: the points at the ends count half.
		const width = k === 0 || k === count - 1 ? step / 2 : step;
		const [p, q] = [Math.exp(a) * width, Math.exp(b) * width];
		ifFirst += p * (a - b);
		ifSecond += q * (b - a);
		const half = k === 0 ? 0 : (p - q) / 2;
		const here = Math.abs(difference + half);
		difference += p - q;
		if (here > largest * (1 + 1e-12)) [largest, threshold] = [here, value];
	}
	// Rounding can leave −1e-17 for readers that hardly differ.
	return { ifFirst: Math.max(0, ifFirst), ifSecond: Math.max(0, ifSecond), threshold };
}

/** Returns the logarithmic score of a mixture for a value that came: of its density, or of its chance beyond the limits. */
export function scoreOf(predictive: Predictive, value: number, [low, high]: Resolution = UNLIMITED): number {
	if (value >= high) return Math.log(chanceAbove(predictive, high));
	if (value <= low) return Math.log(chanceBelow(predictive, low));
	return logDensity(predictive, value);
}

/**
 * Returns the odds by which the reader who is right should expect to come out ahead, whichever of the two it is: the
 * exponential of the smaller expected gap. 1 means that the quantity says nothing about the two.
 */
export const expectedOdds = ({ ifFirst, ifSecond }: Pick<Separation, 'ifFirst' | 'ifSecond'>): number =>
	Math.exp(Math.min(ifFirst, ifSecond));

/** A quantity at a date, and the odds that it would give. */
export interface Prospect {
	readonly quantity: string;
	readonly year: number;
	readonly odds: number;
}

/** Returns the earliest prospect whose odds reach `enough`, of one date the one with the largest; undefined if there is none. */
export const earliest = <P extends Prospect>(prospects: readonly P[], enough: number): P | undefined =>
	prospects.filter(({ odds }) => odds >= enough).sort((a, b) => a.year - b.year || b.odds - a.odds)[0];

/** Returns the prospect with the largest odds, of several the earliest. */
export const largest = <P extends Prospect>(prospects: readonly P[]): P | undefined =>
	prospects.toSorted((a, b) => b.odds - a.odds || a.year - b.year)[0];

/** The terms of a bet on a value above a threshold. */
export interface Terms {
	/** Whether the first reader is the one who bets on it. */
	readonly isFirstFor: boolean;
	/** Share of the pot that the one who bets on it puts in: half way between the two chances. */
	readonly price: number;
	/**
	 * The pot, in hundredths of a Brier score: 200 |p − q|. The points won are then the difference of the two Brier scores, a proper scoring
	 * rule, so that a reader's expected gain is largest at the chance that the reader believes.
	 */
	readonly pot: number;
	/** What each of the two expects to gain by their own chance, in the same points; the same for both. */
	readonly gain: number;
}

/** Returns the terms that both should accept, given the chance that each gives to it; undefined if they are equal. */
export function termsOf(first: number, second: number): Terms | undefined {
	if (first === second) return undefined;
	const apart = Math.abs(first - second);
	return { isFirstFor: first > second, price: (first + second) / 2, pot: 200 * apart, gain: 100 * apart ** 2 };
}

/** Returns the logarithmic score of a chance, in nats: 0 for a certainty that came, −∞ for one that did not. */
export const logScore = (chance: number, hasCome: boolean): number => Math.log(hasCome ? chance : 1 - chance);
