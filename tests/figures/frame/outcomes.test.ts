import { describe, expect, it } from 'vitest';
import { outcomeRows, outcomesText } from '../../../src/figures/frame/outcomes.ts';
import { quantityOf } from '../../../src/models/quantity.ts';
import type { Spread } from '../../../src/runs/queries.ts';

const agi = quantityOf('forecast.agiYear');
const spread: Spread = {
	p05: 2028,
	p25: 2031,
	p50: 2034,
	p75: 2040,
	p95: 2060,
	runs: 10_000,
	outcomes: [...Array.from({ length: 18 }, (_, i) => 2028 + i), Infinity, Infinity],
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('`outcomesText`', () => {
	it('gives the settings’ value, the middle half and nine in ten', () => {
		expect(plain(outcomesText(agi, 2034, spread))).toBe(
			`${agi.label}: 2034 on your settings. In the middle half of 10,000 runs, 2031 to 2040; in nine of ten, 2028 to 2060, and in 2 of twenty never.`,
		);
	});
	it('adds where the settings lie outside the middle of the runs', () => {
		expect(outcomesText(agi, 2045, spread)).toMatch(/come out earlier than your settings\.$/);
		expect(outcomesText(agi, 2027, spread)).toMatch(/at the edge of what we hold possible\.$/);
		expect(outcomesText(agi, 2070, spread)).toMatch(/at the edge of what we hold possible\.$/);
	});
	it('starts a range of years at “now” if its start is in the past', () => {
		const early = outcomesText(agi, 2034, { ...spread, p05: 2024 });
		expect(early).toContain('in nine of ten, now to 2060');
		expect(early).toMatch(/Runs that put it before 2026 are cut there\.$/);
	});
	it('returns “in every run” if all runs round to the same value', () => {
		expect(outcomesText(agi, 2034, { ...spread, p05: 2034.1, p95: 2034.3 })).toMatch(/2034 in every run/);
	});
});

describe('`outcomeRows`', () => {
	it('has one row per outcome', () => {
		expect(outcomeRows(agi, spread)).toHaveLength(20);
		expect(outcomeRows(agi, spread)[0]).toEqual(['1 of 20', '2028']);
	});
});
