import { scaleLinear, scaleLog } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logarithmic, percent, axisScale, stepInWords, ticksOf, wholeOrders } from '../../src/charts/axis.ts';

const inOrder = ([a, b]: readonly [number, number]): [number, number] => (a < b ? [a, b] : [b, a]);
const linearDomain = fc
	.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
	.map(inOrder)
	.filter(([from, to]) => to - from > 1e-3);
const logDomain = fc
	.tuple(fc.double({ min: -12, max: 18, noNaN: true }), fc.double({ min: -12, max: 18, noNaN: true }))
	.map(inOrder)
	.filter(([from, to]) => to - from > 0.1)
	.map(([from, to]): [number, number] => [10 ** from, 10 ** to]);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const range = fc.constantFrom([0, 100] as const, [100, 0] as const, [2, 82] as const);
/** Tolerance of positions, which are rounded to two digits of a percent. */
const ROUNDING = 0.0051;

describe('`axisScale`', () => {
	it('agrees with D3’s linear scale, and inverts it', () => {
		fc.assert(
			fc.property(linearDomain, range, share, (domain, ends, at) => {
				const scale = axisScale({ scale: 'linear', domain }, ends);
				const d3 = scaleLinear(domain, ends);
				const value = domain[0] + at * (domain[1] - domain[0]);
				expect(Math.abs(scale(value) - d3(value))).toBeLessThan(ROUNDING);
				expect(scale.invert(d3(value))).toBeCloseTo(d3.invert(d3(value)), 6);
				expect(Math.abs(scale.invert(scale(value)) - value)).toBeLessThan((domain[1] - domain[0]) * 2e-4);
			}),
		);
	});

	it('agrees with D3’s log scale, and inverts it', () => {
		fc.assert(
			fc.property(logDomain, range, share, (domain, ends, at) => {
				const scale = axisScale({ scale: 'log', domain }, ends);
				const d3 = scaleLog(domain, ends);
				const value = domain[0] * (domain[1] / domain[0]) ** at;
				expect(Math.abs(scale(value) - d3(value))).toBeLessThan(ROUNDING);
				// Equal steps are equal factors, which distinguishes a logarithm from a root.
				expect(scale(value)).toBeCloseTo(ends[0] + at * (ends[1] - ends[0]), 1);
				expect(Math.abs(Math.log(scale.invert(scale(value)) / value))).toBeLessThan(
					Math.log(domain[1] / domain[0]) * 2e-4,
				);
			}),
		);
	});

	it('returns a finite, bounded percentage for any value', () => {
		const anything = fc.oneof(
			fc.double(),
			fc.constantFrom(0, -0, -1, NaN, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE),
		);
		fc.assert(
			fc.property(fc.constantFrom('linear' as const, 'log' as const), logDomain, anything, (scale, domain, value) => {
				const at = axisScale({ scale, domain }, [0, 100])(value);
				expect(at >= -300 && at <= 400, String(at)).toBe(true);
				expect(String(at)).toMatch(/^-?\d+(\.\d{1,2})?$/);
			}),
		);
	});

	it('maps a value without a logarithm to the low end, and clamps far values outside the plot', () => {
		const up = axisScale({ scale: 'log', domain: [1, 1000] }, [100, 0]);
		expect([up(0), up(-5), up(NaN)]).toEqual([100, 100, 100]);
		expect([up(1e300), up(1e-300)]).toEqual([-300, 400]);
		expect([percent(12.3456), percent(-0.001), percent(1e9)]).toEqual([12.35, 0, 400]);
	});

	it('returns positions for a domain of zero length', () => {
		for (const scale of ['linear', 'log'] as const)
			expect(Number.isFinite(axisScale({ scale, domain: [5, 5] }, [0, 100])(5))).toBe(true);
	});
});

describe('`ticksOf`', () => {
	it('returns D3’s ticks for a linear axis', () => {
		fc.assert(
			fc.property(
				linearDomain,
				(domain) => void expect(ticksOf({ scale: 'linear', domain })).toEqual(scaleLinear().domain(domain).ticks(6)),
			),
		);
	});

	it('returns at most seven evenly spaced powers of ten for a log axis, from the first in its domain', () => {
		fc.assert(
			fc.property(logDomain, (domain) => {
				const ticks = ticksOf({ scale: 'log', domain });
				const orders = ticks.map(Math.log10);
				for (const order of orders) expect(order).toBeCloseTo(Math.round(order), 9);
				for (const tick of ticks) expect(tick >= domain[0] * (1 - 1e-8) && tick <= domain[1] * (1 + 1e-8)).toBe(true);
				const steps = orders.slice(1).map((order, i) => Math.round(order - orders[i]!));
				expect(new Set(steps).size).toBeLessThanOrEqual(1);
				expect(ticks.length).toBeLessThanOrEqual(7);
				// No tick is missing between the first power of ten and the last.
				const within = Math.log10(domain[1] / domain[0]);
				if (within >= 1) expect(orders[0]! - Math.log10(domain[0])).toBeLessThan(1 + 1e-6);
				if (ticks.length > 1) {
					expect(Math.log10(domain[1]) - orders.at(-1)!).toBeLessThan(steps[0]! + 1e-6);
					expect(steps[0] === 1 || within > 6 - 1e-6).toBe(true);
				}
			}),
		);
	});

	it.each([
		[
			[1, 1e5],
			[1, 10, 100, 1000, 1e4, 1e5],
		],
		[
			[1, 1e12],
			[1, 100, 1e4, 1e6, 1e8, 1e10, 1e12],
		],
		[
			[1e-3, 1e7],
			[1e-3, 1e-1, 10, 1e3, 1e5, 1e7],
		],
		[
			[0.5, 2000],
			[1, 10, 100, 1000],
		],
		[
			[10 ** -5, 10 ** 2],
			[1e-5, 1e-3, 1e-1, 10],
		],
	] as const)('from %j are %j', (domain, ticks) => expect(ticksOf({ scale: 'log', domain })).toEqual(ticks));

	it('returns the axis’s own ticks if it has some', () =>
		expect(ticksOf({ scale: 'log', domain: [1, 100], ticks: [3, 5] })).toEqual([3, 5]));
});

describe('`stepInWords`', () => {
	const factors: Record<string, number> = {
		ten: 10,
		'a hundred': 100,
		'a thousand': 1e3,
		'ten thousand': 1e4,
		'a hundred thousand': 1e5,
		'a million': 1e6,
	};
	it('names the factor between adjacent ticks', () => {
		fc.assert(
			fc.property(logDomain, (domain) => {
				const ticks = ticksOf({ scale: 'log', domain });
				const words = stepInWords(ticks);
				expect(words === undefined).toBe(ticks.length < 2);
				for (const [i, tick] of ticks.slice(1).entries()) expect(tick / ticks[i]! / factors[words!]!).toBeCloseTo(1, 9);
			}),
		);
	});
	it.each([
		[[1, 10], 'ten'],
		[[1e-2, 1, 100], 'a hundred'],
		[[1, 1e6, 1e12], 'a million'],
		[[1, 1e7], '10 to the 7'],
		[[1, 30, 1000], undefined],
		[[1, 10, 1000], undefined],
		[[1, 3], undefined],
		[[10, 1], undefined],
		[[1], undefined],
		[[], undefined],
	] as const)('of %j is %s', (ticks, words) => expect(stepInWords(ticks)).toBe(words));

	it('is part of the title that `logarithmic` returns', () => {
		const axis = { title: 'Money', domain: [1, 1e12] as const, format: String };
		expect(logarithmic(axis, 'y')).toMatchObject({
			scale: 'log',
			title: 'Money. Logarithmic: each line is a hundred times the one below',
		});
		expect(logarithmic({ ...axis, domain: [1, 1e3] }, 'x').title).toBe(
			'Money. Logarithmic: each step is ten times the one before',
		);
		expect(logarithmic({ ...axis, ticks: [1, 30, 1000] }, 'y').title).toBe('Money. Logarithmic');
	});
});

it('`wholeOrders` encloses all positive finite values and is never empty', () => {
	expect(wholeOrders([3, 4000])).toEqual([1, 10_000]);
	expect(wholeOrders([100, 1e5])).toEqual([100, 1e5]);
	expect(wholeOrders([0.02, 7, Infinity, 0, -3])).toEqual([0.01, 10]);
	expect([wholeOrders([100]), wholeOrders([]), wholeOrders([0, NaN])]).toEqual([
		[100, 1000],
		[1, 10],
		[1, 10],
	]);
});
