import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformStream } from '../../src/engine/random.ts';
import { exp, gaussian, hashOf, log, power, softmax } from '../../src/learners/arithmetic.ts';

function expectNear(value: number, exact: number, error = 2e-15) {
	expect(Math.abs(value - exact)).toBeLessThanOrEqual(error * Math.abs(exact));
}

describe('`exp`', () => {
	it('agrees with the engine’s own to the last digits', () => {
		fc.assert(
			fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => void expectNear(exp(x), Math.exp(x))),
		);
	});
	it.each([
		[0, 1],
		[-0, 1],
		[-Infinity, 0],
		[Infinity, Infinity],
		[-746, 0],
		[710, Infinity],
	])('exp(%d) is %d', (x, value) => expect(exp(x)).toBe(value));
	it('is NaN for NaN', () => expect(exp(NaN)).toBeNaN());
	it('does not fall as x rises', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -30, max: 30, noNaN: true }),
				fc.double({ min: 1e-9, max: 1, noNaN: true }),
				(x, d) => {
					expect(exp(x + d)).toBeGreaterThanOrEqual(exp(x));
				},
			),
		);
	});
});

describe('`log`', () => {
	it('agrees with the engine’s own to the last digits', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
				expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(Math.log(x))));
			}),
		);
	});
	it.each([
		[1, 0],
		[0, -Infinity],
		[Infinity, Infinity],
	])('log(%d) is %d', (x, value) => expect(log(x)).toBe(value));
	it('is NaN below 0', () => expect(log(-1)).toBeNaN());
});

it('`power` agrees with the engine’s own', () => {
	fc.assert(
		fc.property(
			fc.double({ min: 1e-3, max: 1e7, noNaN: true }),
			fc.double({ min: -3, max: 3, noNaN: true }),
			(x, y) => void expectNear(power(x, y), x ** y, 1e-13),
		),
	);
});

it('`softmax` gives probabilities in the order of the values, and leaves other places alone', () => {
	const into = new Float64Array(5).fill(7);
	softmax(Float64Array.of(9, 1, 2, 3, 9), 1, 3, into);
	expect([into[0], into[4]]).toEqual([7, 7]);
	const [a, b, c] = into.subarray(1, 4);
	expect(a! + b! + c!).toBeCloseTo(1, 14);
	expect(b! / a!).toBeCloseTo(Math.E, 12);
	expect(c! / b!).toBeCloseTo(Math.E, 12);
});

it('`gaussian` has mean 0 and deviation 1', () => {
	const next = uniformStream(1, 'test');
	const draws = Array.from({ length: 20_000 }, () => gaussian(next));
	const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
	const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
	expect(mean).toBeCloseTo(0, 1);
	expect(variance).toBeCloseTo(1, 1);
});

it('`hashOf` differs if one bit of one number differs', () => {
	const numbers = Array.from({ length: 50 }, (_, i) => Math.sin(i));
	const hash = hashOf(numbers);
	expect(hash).toMatch(/^[\da-f]{8}$/);
	expect(hashOf([...numbers])).toBe(hash);
	expect(hashOf(numbers.with(20, numbers[20]! * (1 + Number.EPSILON)))).not.toBe(hash);
	expect(hashOf([-0])).not.toBe(hashOf([0]));
});

it('arithmetic over a thousand numbers has the same bits as when it was published', () => {
	// tests/engines compares the same hash in other browsers.
	const next = uniformStream(7, 'bits');
	const numbers = Array.from({ length: 1000 }, () => 40 * next() - 20);
	expect(hashOf(numbers.flatMap((x) => [exp(x), log(Math.abs(x)), gaussian(next)]))).toMatchInlineSnapshot(
		`"b202a0c4"`,
	);
});
