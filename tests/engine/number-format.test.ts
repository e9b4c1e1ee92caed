import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatParts, formatTick, type FormatOptions } from '../../src/engine/number-format.ts';
import { isUnit, type Unit } from '../../src/engine/units.ts';
import { models, parameters } from '../../src/models/registry.ts';
import { readNumber } from './read-number.ts';

const units = [
	...new Set(
		[...parameters.values(), ...[...models.values()].flatMap(({ outputs }) => Object.values(outputs))].map(
			({ unit }) => unit,
		),
	),
];
const show = (value: number, unit: Unit, options?: FormatOptions) =>
	formatNumber(value, unit, options).replaceAll('\u00a0', ' ');

describe('`formatNumber` in figures', () => {
	it.each<[number, Unit, string, FormatOptions?]>([
		[1e6, '×', '1,000,000×'],
		[1000000.0000000012, '×', '1,000,000×'],
		[1000000.0000000012, '×', '1,000,000×', { digits: 15 }],
		[500_000.5, '×', '500,000×'],
		[500_000.5, '×', '500,000.5×', { digits: 7 }],
		[284_804, '×', '285,000×'],
		[0.17, 'fraction', '17%'],
		[0.033, '1/month', '3.3% a month'],
		[29, 'bn$', '$29 billion'],
		[0.5, 'bn$', '$500 million'],
		[36.7774, 'tn$', '$36.8 trillion'],
		[4700, '$', '$4,700'],
		[-5, '$', '−$5'],
		[-1500, 'bn$', '−$1.5 trillion'],
		[3.10318, 'orders', '3.10 orders'],
		[2, 'OOM/OOM', '2.0'],
		[1.82, 'OOM/OOM', '1.82'],
		[8.72453, 'yr', '8.7 years'],
		[1, 'yr', '1 year'],
		[1.004, 'yr', '1 year'],
		[1, 'levels', '1 level'],
		[1, 'copies', '1 copy'],
		[2.1e25, 'FLOP', '2.1·10²⁵ FLOP'],
		[1e25, 'FLOP', '10²⁵ FLOP'],
		[2034.11333, 'year', '2034'],
		[2033.9999999999, 'year', '2034'],
		[0.00002, '–', '2·10⁻⁵'],
		[0, 'bn$', '$0'],
		[-3.2, '–', '−3.2'],
	])('%d in %s is %s', (value, unit, text, options) => expect(show(value, unit, options)).toBe(text));

	it.each([
		['–', { minimumSignificantDigits: 1 }],
		['OOM/OOM', { minimumSignificantDigits: 2 }],
		['orders', undefined],
	] as const)('rounds and groups digits in %s as `Intl.NumberFormat` does', (unit, significant) =>
		fc.assert(
			fc.property(
				fc.oneof(
					fc.double({ min: 1e-4, max: 9e8, noNaN: true }),
					fc.nat(1e9).map((n) => (n + 100) / 1e6),
					fc.nat(1e8).map((n) => (2 * n + 1) / 2000),
				),
				fc.boolean(),
				fc.integer({ min: 2, max: 15 }),
				(size, isNegative, digits) => {
					const value = isNegative ? -size : size;
					const expected = new Intl.NumberFormat('en-US', {
						...(significant
							? { ...significant, maximumSignificantDigits: digits }
							: { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
						signDisplay: 'negative',
					}).format(value);
					const { number } = formatParts(value, unit, { digits });
					expect(number).toBe(expected.replace('-', '−'));
				},
			),
			{ numRuns: 2000 },
		),
	);

	it('rolls over to the next scale word instead of 1,000 of the last', () => {
		expect(show(999_950, '×', { style: 'words' })).toBe('1 million×');
		expect(show(999_949, '×', { style: 'words', digits: 4 })).toBe('999,900×');
		expect(show(0.99995, 'bn$')).toBe('$1 billion');
		expect(show(999.95, 'bn$')).toBe('$1 trillion');
	});

	it('uses powers of ten above the largest scale word', () => {
		expect(show(1e21, '×')).toBe('10²¹×');
		expect(show(1e15, '–')).toBe('10¹⁵');
		expect(show(9.9996e14, '–')).toBe('10¹⁵');
		expect(show(999e12, '–')).toBe('999 trillion');
	});

	it('prints no minus before 0', () => {
		for (const unit of units) expect(show(-0, unit), unit).toBe(show(0, unit));
		expect(show(-0.001, 'orders')).toBe('0.00 orders');
	});

	it('prints `never` for an infinite value', () => {
		expect(show(Infinity, 'yr')).toBe('never');
		expect(show(Infinity, 'GPU-h', { never: 'no amount of compute' })).toBe('no amount of compute');
		expect(show(1e308, 'tn$')).toBe('never');
	});

	it('throws on NaN and names the unit', () => {
		expect(() => formatNumber(NaN, 'bn$')).toThrow(/NaN.*bn\$/);
	});
});

it.each<[number, Unit, string]>([
	[1e6, '×', '1 million times'],
	[0.523, 'fraction', '52.3 percent'],
	[6, 'orders', '6.00 orders of magnitude'],
	[2.1e25, 'FLOP', '2.1 times 10 to the 25 floating-point operations'],
	[1e25, 'FLOP', '10 to the 25 floating-point operations'],
	[29, 'bn$', '$29 billion'],
	[8.7, 'yr', '8.7 years'],
	[0.00002, '–', '2 times 10 to the minus 5'],
])('`formatNumber` speaks %d in %s as "%s"', (value, unit, text) =>
	expect(show(value, unit, { style: 'speech' })).toBe(text),
);

it.each<[number, Unit, string]>([
	[1e6, '×', '1 million×'],
	[1e12, '$', '$1 tn'],
	[1, 'tn$', '$1 tn'],
	[10, 'bn$', '$10 bn'],
	[1e6, '$', '$1 m'],
	[2034, 'year', '2034'],
])('`formatTick` prints %d in %s as "%s"', (value, unit, text) =>
	expect(formatTick(value, unit).replaceAll('\u00a0', ' ')).toBe(text),
);

it('`isUnit` accepts the units of the models and no others', () => {
	expect(units.every(isUnit)).toBe(true);
	for (const stranger of ['furlongs', 'constructor', '__proto__', '']) expect(isUnit(stranger)).toBe(false);
});

const anyNumber = fc.oneof(
	fc
		.double({ noNaN: true, noDefaultInfinity: true, min: -1e290, max: 1e290 })
		.filter((value) => value === 0 || Math.abs(value) > 1e-280),
	fc
		.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.boolean())
		.map(([order, minus]) => (minus ? -1 : 1) * 10 ** order),
	fc.integer({ min: -1e9, max: 1e9 }),
);
const anyUnit = fc.constantFrom(...units.filter((unit) => unit !== 'year'));
const anyStyle = fc.constantFrom('figures' as const, 'words' as const, 'speech' as const);

it('`formatNumber` prints no NaN, Infinity, exponent or ASCII minus for any number and unit', () => {
	fc.assert(
		fc.property(
			anyNumber,
			fc.constantFrom(...units),
			anyStyle,
			fc.integer({ min: 1, max: 15 }),
			(value, unit, style, digits) => {
				expect(formatNumber(value, unit, { style, digits })).not.toMatch(/NaN|Infinity|undefined|null|e[+-]?\d|-\d/);
			},
		),
		{ numRuns: 5000 },
	);
});

it('`formatNumber` prints a length of time in one unit for each size, and both ends of a range in that of one', () => {
	const say = (unit: 'min' | 'months', value: number, like?: number) =>
		formatNumber(value, unit, { digits: 2, ...(like !== undefined && { like }) });
	expect([0.1, 0.999, 1, 59.4, 59.9, 60, 480, 60_000].map((value) => say('min', value))).toEqual([
		'6 seconds',
		'1 minute',
		'1 minute',
		'59 minutes',
		'1 hour',
		'1 hour',
		'8 hours',
		'1,000 hours',
	]);
	expect([0, 0.25, 1, 100, 238, 239.9, 1200].map((value) => say('months', value))).toEqual([
		'0 months',
		'7.6 days',
		'1 month',
		'100 months',
		'20 years',
		'20 years',
		'100 years',
	]);
	expect([0.25, 400].map((value) => say('months', value, 3))).toEqual(['0.25 months', '400 months']);
});

it('`formatNumber` prints a text that reads back to the digits shown', () => {
	fc.assert(
		fc.property(anyNumber, anyUnit, fc.integer({ min: 1, max: 12 }), (value, unit, digits) => {
			fc.pre(!formatNumber(value, unit, { digits }).startsWith('under'));
			const { value: read } = readNumber(formatNumber(value, unit, { digits }), unit);
			// Orders of magnitude never show more than two decimals; other units show at least as many digits as
			// requested.
			const shown =
				unit === 'orders' ? Math.max(0.01, Math.abs(value) * 10 ** (1 - digits)) : Math.abs(value) * 10 ** (1 - digits);
			expect(Math.abs(read - value), formatNumber(value, unit, { digits })).toBeLessThanOrEqual(
				shown * 0.500001 + Math.abs(value) * 1e-14,
			);
		}),
		{ numRuns: 5000 },
	);
});
