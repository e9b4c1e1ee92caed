import { describe, expect, it } from 'vitest';
import { rangeText } from '../../src/prose/ranges.svelte.ts';
import { formatParts } from '../../src/engine/number-format.ts';
import { spanText } from '../../src/prose/span-text.ts';

describe('`rangeText`', () => {
	it.each([
		['yr', 8.1, 40, '8.1 to 40 years'],
		['bn$', 1.2, 3, '$1.2 to $3 billion'],
		['year', 2028, 2044, '2028 to 2044'],
		['year', 2028, Infinity, '2028 to never'],
		['fraction', 0.12, 0.4, '12 to 40%'],
		['bn$', 0.9, 3, '$900 million to $3 billion'],
		['FLOP', 1e25, 3e25, '10²⁵ FLOP to 3·10²⁵ FLOP'],
	] as const)('`spanText` names a shared scale and unit once: %s from %d to %d', (unit, low, high, words) =>
		expect(spanText(formatParts(low, unit), formatParts(high, unit)).replaceAll('\u00a0', ' ')).toBe(words),
	);
	const spread = { p05: 2028.4, p25: 2030, p50: 2035, p75: 2040, p95: Infinity, runs: 10_000, outcomes: [] };
	const agi = { of: 'forecast.agiYear' };
	it('returns the long form for “first”, the short form for “later”, and nothing if the runs do not vary', () => {
		expect(rangeText(agi, 2035, spread, 'first')).toBe(' (half of the runs: 2030 to 2040; nine in ten: 2028 or later)');
		expect(rangeText(agi, 2035, spread, 'later')).toBe(' (2028 or later)');
		expect(rangeText(agi, 2035, { ...spread, p95: 2028.9 }, 'first')).toBe('');
	});
	it('adds “though” if the value lies outside the range; a range of years starts at “now” at the earliest', () => {
		expect(rangeText(agi, 2027, spread, 'later')).toBe(' (though nine runs in ten give 2028 or later)');
		expect(rangeText(agi, 2029, spread, 'first')).toBe(' (nine runs in ten: 2028 or later)');
		expect(rangeText(agi, 2035, { ...spread, p05: 2022, p95: 2050 }, 'later')).toBe(' (now to 2050)');
	});
	it('prints both ends in one scale and rounds them outward', () => {
		const at = (p05: number, p95: number) => ({ ...spread, p05, p95 });
		expect(rangeText({ of: 'rl-scaling.rlScaleUp', style: 'words' }, 1e6, at(2239, 4.318e6), 'later')).toBe(
			' (2,200 to 4,400,000×)',
		);
		expect(rangeText({ of: 'forecast.capability2030' }, 0.272, at(1e-8, 0.8439), 'later')).toBe(
			' (under 0.01% to 85%)',
		);
	});
});
