/**
 * Functions for learners from + − × ÷ and the square root alone. The standard leaves the last bit of `Math.exp`, `Math.log` and their like
 * to the engine, and browsers differ in it; after thousands of updates a learner would differ too. Lint forbids those functions to
 * learners and experiments.
 */

/** ln 2 as a sum: the first part has trailing zeros, so that a whole number times it is exact (Cody and Waite 1980). */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Powers of two from 2⁻¹⁰⁷⁴ to 2¹⁰²³. */
const POWERS = new Float64Array(2098);
POWERS[1074] = 1;
for (let i = 1075; i < 2098; i++) POWERS[i] = POWERS[i - 1]! * 2;
for (let i = 1073; i >= 0; i--) POWERS[i] = POWERS[i + 1]! / 2;

/** Coefficients 1/13!, 1/12! … 1/0! of the exponential series, for Horner's rule. */
const SERIES: number[] = [];
for (let i = 0, factorial = 1; i <= 13; i++) {
	SERIES.unshift(1 / factorial);
	factorial *= i + 1;
}

/** Returns eˣ; the relative error is below 1e-15. */
export function exp(x: number): number {
	if (x > 709.78) return Infinity;
	if (x < -745.13) return 0;
	const k = Math.round(x / (LN2_HIGH + LN2_LOW));
	const rest = x - k * LN2_HIGH - k * LN2_LOW;
	let sum = 0;
	for (const coefficient of SERIES) sum = sum * rest + coefficient;
	// Two factors: 2¹⁰²⁴ is no number, and neither is a product with 2⁻¹⁰⁷⁴ exact.
	const half = Math.trunc(k / 2);
	return sum * POWERS[1074 + half]! * POWERS[1074 + k - half]!;
}

/** Returns the natural logarithm of x; the absolute error is below 1e-15 times the greater of 1 and |ln x|. NaN below 0. */
export function log(x: number): number {
	if (!(x > 0)) return x === 0 ? -Infinity : NaN;
	if (x === Infinity) return Infinity;
	let [mantissa, exponent] = [x, 0];
	while (mantissa > Math.SQRT2) {
		mantissa /= 2;
		exponent++;
	}
	while (mantissa < Math.SQRT1_2) {
		mantissa *= 2;
		exponent--;
	}
	// ln m = 2 artanh((m − 1)/(m + 1)).
	const ratio = (mantissa - 1) / (mantissa + 1);
	const square = ratio * ratio;
	let sum = 0;
	for (let odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
	return exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * ratio * sum);
}

/** Returns x to the power y for a positive x. */
export const power = (x: number, y: number): number => exp(y * log(x));

/** Writes the softmax of the `count` values from `start` into the same places of `into`. */
export function softmax(values: Float64Array, start: number, count: number, into: Float64Array): void {
	let greatest = -Infinity;
	for (let i = start; i < start + count; i++) if (values[i]! > greatest) greatest = values[i]!;
	let sum = 0;
	for (let i = start; i < start + count; i++) sum += into[i] = exp(values[i]! - greatest);
	for (let i = start; i < start + count; i++) into[i]! /= sum;
}

/** Returns a draw from nearly a normal distribution of mean 0 and deviation 1: twelve uniform draws less six. Never beyond ±6. */
export function gaussian(next: () => number): number {
	let sum = -6;
	for (let i = 0; i < 12; i++) sum += next();
	return sum;
}

/** Returns a hash of numbers by their bits (FNV-1a, 32 bits), as eight hexadecimal digits: equal only if every bit is. */
export function hashOf(numbers: Iterable<number>): string {
	const view = new DataView(new ArrayBuffer(8));
	let hash = 0x811c9dc5;
	for (const number of numbers) {
		view.setFloat64(0, number);
		for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, '0');
}
