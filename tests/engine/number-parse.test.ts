import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/engine/number-format.ts';
import type { Unit } from '../../src/engine/units.ts';
import { numberReadings, parseNumber, readingsBeside } from '../../src/engine/number-parse.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import { parameters } from '../../src/models/registry.ts';
import { onSlider } from './inputs.ts';

it.each<[string, Unit, number]>([
	['1e6', '×', 1e6],
	['1,000,000', '×', 1e6],
	['1M', '×', 1e6],
	['1 million', '×', 1e6],
	['1 million×', '×', 1e6],
	['10^6', '×', 1e6],
	['3·10^5', '×', 3e5],
	['1000000×', '×', 1e6],
	['250k', '$', 250_000],
	['$4,700', '$', 4700],
	['-$5', '$', -5],
	['52.3%', 'fraction', 0.523],
	['0.523', 'fraction', 0.523],
	['10', 'fraction', 0.1],
	['100', '1/yr', 1],
	['3.3', '1/month', 0.033],
	['1e12', 'bn$', 1000],
	['105000000000', 'bn$', 105],
	['117,000,000,000,000', 'tn$', 117],
	['.5', 'fraction', 0.5],
	['3.3% a month', '1/month', 0.033],
	['29', 'bn$', 29],
	['$29bn', 'bn$', 29],
	['29 billion', 'bn$', 29],
	['500m', 'bn$', 0.5],
	['$1.5 trillion', 'bn$', 1500],
	['117tn', 'tn$', 117],
	['2.1e25', 'FLOP', 2.1e25],
	['2.1·10²⁵ FLOP', 'FLOP', 2.1e25],
	['10²⁵', 'FLOP', 1e25],
	['8.7 years', 'yr', 8.7],
	['1 year', 'yr', 1],
	['10,000 GPU-hours', 'GPU-h', 10_000],
	['4.5× a year', '×/yr', 4.5],
	['  7  ', '–', 7],
	['−3', '–', -3],
	['-0', '–', 0],
	['-10^3', '–', -1000],
	['−2·10^3', '–', -2000],
	['50·10^2%', 'fraction', 50],
	['3×10^2', '–', 300],
	['5 flop', 'FLOP', 5],
	['5 fl', 'FLOP', 5],
	[`${' '.repeat(30)}5${' '.repeat(33)}`, '–', 5],
])('`parseNumber` reads %s in the unit %s as %d', (text, unit, value) => expect(parseNumber(text, unit)).toBe(value));

/** What a text means, the likelier first; two where its separator can be a decimal sign or one of thousands. */
it.each<[string, readonly number[]]>([
	['2,4', [2.4]],
	['2.4', [2.4]],
	['-0,5', [-0.5]],
	[',5', [0.5]],
	['0,150', [0.15]],
	['0.150', [0.15]],
	['12,3456', [12.3456]],
	['1,5e6', [1.5e6]],
	['2,4·10^5', [240_000]],
	['1,000', [1000, 1]],
	['1.500', [1.5, 1500]],
	['12,345', [12_345, 12.345]],
	['1,000,000', [1e6]],
	['1.000.000', [1e6]],
	['1.234,5', [1234.5]],
	['1,234.5', [1234.5]],
	['1 000', [1000]],
	['1\u00a0000\u202f000', [1e6]],
	['1 000,5', [1000.5]],
	["1'000'000", [1e6]],
	['1’000.5', [1000.5]],
	['12,34,567', [1_234_567]],
	['٢٫٤', [2.4]],
	['١٬٠٠٠', [1000]],
	['۱۲۳', [123]],
	['२.५', [2.5]],
	['１２．５', [12.5]],
	['−３', [-3]],
	['+2,4', [2.4]],
	['‑5', [-5]],
	['\u200e-5', [-5]],
	['1\u2007000', [1000]],
	['1\u200a000', [1000]],
	['1ʼ000', [1000]],
	['1‘000.5', [1000.5]],
	['1´000', [1000]],
	['1_000_000', [1e6]],
	['٢،٤', [2.4]],
	['2。4', [2.4]],
	['１，５ｅ３', [1500]],
	['1,5 e3', [1500]],
	['1,5 × 10³', [1500]],
	['၂.၄', [2.4]],
	['௧௨', [12]],
	['𝟐.𝟒', [2.4]],
	['105 $', [105]],
	['105 US$', [105]],
	['USD 105', [105]],
	['-$5', [-5]],
	['1 2', []],
	['1.000,000.5', []],
	['1,00,00', []],
	['1.2,3.4', []],
	['5,', []],
	['10 00', []],
])('`numberReadings` reads %s as %j', (text, values) => expect(numberReadings(text, '–')).toEqual(values));

it.each<[string, readonly number[]]>([
	['52,3 %', [0.523]],
	['٥٢٪', [0.52]],
	['５０％', [0.5]],
	['%52,3', [0.523]],
	['% 5', [0.05]],
	['٪۵۲', [0.52]],
	['٥٢٫٣٪\u061c', [0.523]],
	['%5%', []],
])('`numberReadings` reads %s as the share %j', (text, values) =>
	expect(numberReadings(text, 'fraction')).toEqual(values),
);

/** One locale for each way of writing numbers that browsers know: digits, separators, signs, and the place of the percent sign. */
const LOCALES = [
	...[
		'en-US',
		'en-IN',
		'en-ZA',
		'de-DE',
		'de-AT',
		'de-CH',
		'it-CH',
		'fr-FR',
		'es-ES',
		'pl-PL',
		'sv-SE',
		'lt-LT',
		'tr-TR',
	],
	...['eu-ES', 'he-IL', 'ar-EG', 'fa-IR', 'ur-PK', 'ckb-IQ', 'hi-IN-u-nu-deva', 'bn-BD', 'my-MM', 'ne-NP', 'ja-JP'],
	...['th-TH-u-nu-thai', 'km-KH-u-nu-khmr', 'ta-IN-u-nu-tamldec', 'zh-CN-u-nu-fullwide'],
];
it.each(LOCALES)('`numberReadings` reads numbers, percentages and dollars as %s prints them', (locale) =>
	fc.assert(
		fc.property(
			fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((cents) => cents / 100),
			fc.constantFrom<[Intl.NumberFormatOptions, Unit, number]>(
				[{ minimumFractionDigits: 2 }, '–', 1],
				[{ style: 'percent', minimumFractionDigits: 2 }, 'fraction', 0.01],
				[{ style: 'currency', currency: 'USD' }, '$', 1],
			),
			(number, [options, unit, factor]) => {
				const value = number * factor;
				const text = new Intl.NumberFormat(locale, options).format(value);
				const off = numberReadings(text, unit).map((read) => Math.abs(read - value));
				expect(Math.min(...off), text).toBeLessThan(1e-6);
			},
		),
		{ numRuns: 30 },
	),
);

describe('`parseNumber` returns undefined for text that is not a number', () => {
	it.each([
		'',
		' ',
		'abc',
		'NaN',
		'Infinity',
		'-Infinity',
		'1e999',
		'1.2.3',
		'1e5.5',
		'0x10',
		'1 2',
		'--1',
		'+',
		'%',
		'$',
		'10^',
		'1e6 bananas',
		'constructor',
		'5 constructor',
		'5 __proto__',
		'<b>5</b>',
		`${'9'.repeat(65)}`,
		'50%',
		'3.3% of it',
		'5 op',
	])('"%s"', (text) => expect(parseNumber(text, '–')).toBeUndefined());

	it('returns a finite number or undefined for any text', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom(...'0123456789.,eE+-−$%×^·⁵ kmbtn') }),
		);
		fc.assert(
			fc.property(typed, fc.constantFrom<Unit>('–', 'bn$', 'fraction', 'FLOP', 'yr'), (text, unit) => {
				const number = parseNumber(text, unit);
				expect(number === undefined || (Number.isFinite(number) && !Object.is(number, -0)), `${text} → ${number}`).toBe(
					true,
				);
			}),
			{ numRuns: 5000 },
		);
	});
});

it('`readingsBeside` reads a bare number in the unit of the value that it takes the place of, and named units as named', () => {
	expect(readingsBeside('10', 'min', 480)).toEqual([600]);
	expect(readingsBeside('10', 'min', 30)).toEqual([10]);
	expect(readingsBeside('90 minutes', 'min', 480)).toEqual([90]);
	expect(readingsBeside('1 hour', 'min', 30)).toEqual([60]);
	expect(readingsBeside('2 years', 'months', 4)).toEqual([24]);
	expect(readingsBeside('10', 'fraction', 0.32)[0]).toBe(0.1);
});

it.each([...parameters].filter(([, parameter]) => isNumber(parameter)))(
	'`readingsBeside` reads back the exact text of %s',
	(_, parameter) => {
		if (!isNumber(parameter)) return;
		fc.assert(
			fc.property(onSlider(parameter), (value) => {
				const text = formatNumber(value, parameter.unit, { digits: 6 });
				const [read] = readingsBeside(text, parameter.unit, parameter.default);
				expect(read, text).toBeDefined();
				expect(Math.abs(read! - value), text).toBeLessThanOrEqual(1e-5 * Math.abs(value));
			}),
		);
	},
);
