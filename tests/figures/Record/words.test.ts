import { describe, expect, it } from 'vitest';
import {
	expectedText,
	headline,
	movedText,
	rows,
	summary,
	thirdsOf,
	verdict,
} from '../../../src/figures/Record/words.ts';
import { monthText } from '../../../src/figures/frame/month-text.ts';
import type { Expected, Spread, EvidenceStep } from '../../../src/runs/queries.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const spread = (p50: number): Spread => ({
	p05: p50 - 8,
	p25: p50 - 4,
	p50,
	p75: p50 + 5,
	p95: p50 + 15,
	runs: 10_000,
	outcomes: [],
});
const step = (until: number | undefined, p50: number, surprise = 0.5): EvidenceStep => ({
	until,
	agiYear: spread(p50),
	odds: [0.02, 0.8],
	effective: 900,
	logEvidence: -3,
	surprise,
});
const prior = step(undefined, 2040);
const august = 2026 + 7.5 / 12;

describe('the record’s effect', () => {
	it('`verdict` depends on how far the median of the runs moved', () => {
		const moved = (years: number, surprise?: number) => plain(verdict([prior, step(august, 2040 - years, surprise)]));
		expect(moved(5.1)).toBe('The record moved you by as much as 5.1 years: the work comes nearer.');
		expect(moved(2.9)).toBe('The record moved you by 2.9 years: the work comes nearer.');
		expect(moved(3)).toContain('as much as');
		expect(moved(-1)).toBe('The record moved you by 1 year: the work comes farther off.');
		expect(moved(0.5)).toMatch(/^The record taught you next to nothing/);
		expect(moved(5, 0.005)).toBe(
			'Your assumptions can hardly produce what was reported: by their own lights it is a one in 200 surprise.',
		);
	});
	it('`headline` gives the middle of the runs before any report and with those that count', () => {
		expect(headline([prior])).toBe('Before any report the middle of the forecast is 2040');
		expect(headline([prior, step(august, 2035)])).toBe(
			'With every report to August 2026 the middle of the forecast is 2035; before any it was 2040',
		);
		expect(headline([prior, step(august, 2040)])).toMatch(/is 2040, as before any$/);
	});
	it('`verdict` covers a record without reports and an infinite median', () => {
		expect(verdict([prior])).toBe('No report is counted, so nothing has been learnt.');
		expect(verdict([step(undefined, Infinity), step(august, 2040)])).toBe(
			'Before the record the middle of your runs is never; after it, 2040.',
		);
	});
	it('`monthText`, `summary` and `rows` name a report by its month', () => {
		expect([2024 + 11.5 / 12, 2026 + 0.5 / 12, august].map(monthText)).toEqual([
			'December 2024',
			'January 2026',
			'August 2026',
		]);
		expect(summary([prior, step(august, 2035)])).toContain(
			'With the record to August 2026: 2035 in the middle of the runs, 2031 to 2040 in half of them.',
		);
		expect(summary([prior, step(august, 2035)])).toContain('they are as good as 900 equal ones.');
		expect(rows([prior, step(august, 2035)]).map(([when, middle]) => [when, middle])).toEqual([
			['before any', '2040'],
			['to August 2026', '2035'],
		]);
	});
	it('`rows` gives the factor by which each report multiplied the odds of the near and of the far year', () => {
		const after = { ...step(august, 2035), odds: [0.04, 0.9] as const };
		const [first, second] = rows([prior, after]);
		expect(first!.slice(-2)).toEqual(['–', '–']);
		// (0.04/0.96)/(0.02/0.98) and (0.9/0.1)/(0.8/0.2).
		expect(second!.slice(-2)).toEqual(['2', '2.3']);
		const never = { ...prior, odds: [0, 1] as const };
		expect(rows([never, after])[1]!.slice(-2)).toEqual(['–', '–']);
	});
	it('`movedText` gives the median before and after, and throws for an unknown key', () => {
		const moved = (key: string, from: number, to: number) =>
			movedText({ key, before: spread(from), after: spread(to), distance: 1 }).values;
		expect(moved('humanLevelYear', 2033.5, 2031.2)).toBe('2033 → 2031');
		expect(plain(moved('afterLearner', 1, 1))).toBe('1 ability, as before');
		expect(() => moved('missing', 1, 2)).toThrow('missing');
	});
});

describe('the expected effect of the next report', () => {
	const thirds = [
		{ below: 150, odds: [0.01, 0.87] as const },
		{ below: 280, odds: [0.02, 0.93] as const },
		{ below: Infinity, odds: [0.06, 0.97] as const },
	];
	const { p05, p25, p50, p75, p95 } = spread(200);
	const expectation = { spread: { p05, p25, p50, p75, p95 }, thirds };
	const expected: Expected = { odds: [0.03, 0.92], revenue: expectation, wholeProjects: expectation, effective: 900 };
	it('`expectedText` gives the odds in the upper and the lower third', () => {
		expect(plain(expectedText(expected, 2027))).toBe(
			'Now it comes by 2030 in 3 of a hundred runs, by 2045 in 92. If labs’ revenue passes $280 billion a year by the end of 2027, ' +
				'that becomes 6 and 97; if it stays under $150 billion, 1 and 87.',
		);
	});
	it('`thirdsOf` has one row per third, open-ended at both sides', () => {
		expect(thirdsOf(expectation, String).map(({ what, soon, later }) => [what, soon, later])).toEqual([
			['under 150', '1', '87'],
			['150 to 280', '2', '93'],
			['over 280', '6', '97'],
		]);
	});
});
