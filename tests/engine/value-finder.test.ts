import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPosition, snap, type NumberParameter } from '../../src/engine/parameter.ts';
import { valueFinder } from '../../src/engine/value-finder.ts';

const source = { cite: [], note: '' };
const linear: NumberParameter = { label: '', unit: '–', scale: 'linear', default: 3, min: 0, max: 10, source };
const log: NumberParameter = { label: '', unit: '–', scale: 'log', default: 10, min: 1, max: 1000, source };
const whole: NumberParameter = { ...linear, integer: true };

test('`valueFinder` inverts a rising or falling place, to the steps of the slider', () => {
	for (const parameter of [linear, log])
		for (const sign of [1, -1])
			fc.assert(
				fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (position) => {
					const value = snap(parameter, fromPosition(parameter, position));
					const find = valueFinder(parameter, (given) => sign * Math.log(1 + given) * 20);
					expect(find(sign * Math.log(1 + value) * 20, parameter.default)).toBe(value);
				}),
			);
});

test('`valueFinder` takes the end of the slider for a target beyond it', () => {
	const find = valueFinder(log, (value) => Math.log10(value) * 30);
	expect(find(500, 10)).toBe(1000);
	expect(find(-500, 10)).toBe(1);
});

test('`valueFinder` returns whole numbers for a parameter of whole numbers', () => {
	const find = valueFinder(whole, (value) => value * 10);
	expect([0, 14, 16, 100].map((target) => find(target, 3))).toEqual([0, 1, 2, 10]);
});

test('`valueFinder` takes the crossing nearest to the present value where a place is reached twice', () => {
	const find = valueFinder(linear, (value) => (value - 5) ** 2);
	expect(find(9, 1)).toBe(2);
	expect(find(9, 9)).toBe(8);
});

test('`valueFinder` does not take a jump over the target for a crossing, and ignores places that are not finite', () => {
	const jump = valueFinder(linear, (value) => (value < 5 ? value * 10 : 400));
	expect(jump(30, 3)).toBe(3);
	expect(jump(200, 3)).toBeCloseTo(4.9, 0);
	const never = valueFinder(linear, (value) => (value < 5 ? NaN : value * 10));
	expect(never(70, 3)).toBe(7);
	expect(never(10, 3)).toBeCloseTo(5, 0);
});
