import { clamp, fromPosition, snap, toPosition, type NumberParameter } from './parameter.ts';

/** Number of slider positions at which the place is known beforehand, and of halvings between two of them. */
const SAMPLES = 64;
const HALVINGS = 8;
/** Largest distance from the target at which a crossing counts; a jump of `place` crosses a target far from it. */
const NEAR = 3;

/**
 * Returns the inverse of `place`: from a place in the picture to the value of the parameter that puts a mark there, on the steps of
 * its slider. Where several values do, the one nearest to the present value is taken; where none does, the one that comes closest.
 * `place` may fall, rise or stand still, and is ignored where it is not finite.
 */
export function valueFinder(
	parameter: NumberParameter,
	place: (value: number) => number,
): (target: number, present: number) => number {
	const at = (position: number) => place(clamp(parameter, fromPosition(parameter, position)));
	const known = Array.from({ length: SAMPLES + 1 }, (_, i) => at(i / SAMPLES));

	/** Returns the position at which `place` crosses the target between two known positions; undefined if it jumps over it. */
	function crossing(from: number, target: number): number | undefined {
		let [low, high] = [from / SAMPLES, (from + 1) / SAMPLES];
		if (known[from] === target) return low;
		if (known[from + 1] === target) return high;
		const isBelow = known[from]! < target;
		for (let i = 0; i < HALVINGS; i++) {
			const middle = (low + high) / 2;
			if (at(middle) < target === isBelow) low = middle;
			else high = middle;
		}
		const position = (low + high) / 2;
		return parameter.integer || Math.abs(at(position) - target) < NEAR ? position : undefined;
	}

	/** Returns the value at a position; a whole number is that of its neighbours which comes closest. */
	function valueAt(position: number, target: number): number {
		const value = snap(parameter, fromPosition(parameter, position));
		if (!parameter.integer) return value;
		const distance = (other: number) => Math.abs(place(other) - target);
		return [value - 1, value, value + 1]
			.filter((other) => clamp(parameter, other) === other)
			.reduce((best, other) => (distance(other) < distance(best) ? other : best));
	}

	return (target, present) => {
		const now = toPosition(parameter, present);
		const distance = (i: number) => Math.abs((i + 0.5) / SAMPLES - now);
		const intervals = known
			.slice(1)
			.flatMap((next, i) => ((known[i]! - target) * (next - target) <= 0 && known[i] !== next ? [i] : []))
			.sort((a, b) => distance(a) - distance(b));
		for (const interval of intervals) {
			const position = crossing(interval, target);
			if (position !== undefined) return valueAt(position, target);
		}
		let best = { away: Infinity, position: now };
		for (const [i, value] of known.entries()) {
			const [away, position] = [Math.abs(value - target), i / SAMPLES];
			const isCloser = away < best.away - 1e-9;
			const isNearer = away < best.away + 1e-9 && Math.abs(position - now) < Math.abs(best.position - now);
			if (isCloser || isNearer) best = { away, position };
		}
		return valueAt(best.position, target);
	};
}
