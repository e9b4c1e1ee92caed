import { describe, expect, it } from 'vitest';
import { reportRows } from '../../../src/figures/Record/parts/report-rows.ts';
import { leftOutText, summary } from '../../../src/figures/Record/words.ts';
import { reportsOf } from '../../../src/parameters/record.ts';
import { essayAnswer } from '../../../src/runs/essay-runs.ts';

const counting = { recordUntil: 2027, wholeProjects: 'off', clearBriefs: 'off' } as const;
const steps = essayAnswer({ kind: 'evidenceSteps' }, {}, 200);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('`reportRows`', () => {
	it('has a row for each month of the kinds that count, with what was reported and what it did to the odds', () => {
		const rows = reportRows(counting, [], steps);
		expect(rows.map(({ month }) => month)).toEqual(reportsOf(counting).map(({ month }) => month));
		expect(rows.map(({ name }) => name)).toContain('December 2025');
		for (const { news, effect, counts } of rows) {
			expect(plain(news)).toMatch(/^the two labs together were reported to earn \$[\d.]+ billion a year$/);
			expect(effect).toMatch(/^(Odds that the work can be done: by 20\d\d times [\d.,]+|Its effect on the odds)/);
			expect(counts).toBe(true);
		}
		expect(reportRows({ ...counting, clearBriefs: 'on' }, [], steps)).toHaveLength(rows.length + 4);
	});
	it('keeps the row of a report that is left out, and says so', () => {
		const without = steps.filter(({ until }) => until === undefined || Math.abs(until - 2025.958) > 0.01);
		const rows = reportRows(counting, ['2025-12'], without);
		expect(rows.find(({ month }) => month === '2025-12')).toMatchObject({ counts: false, effect: 'Left out.' });
		expect(rows.filter(({ counts }) => counts).every(({ effect }) => /^(Odds|Its)/.test(effect))).toBe(true);
	});
	it('says of a later report that it comes after the date, and of one without an answer yet that it is being counted', () => {
		const [first, second] = reportRows({ ...counting, recordUntil: 2025 }, [], steps.slice(0, 1));
		expect([first!.effect, second!.effect]).toEqual(['Counting …', 'After the date that you count up to.']);
	});
});

it('`leftOutText` counts the reports that are left out, and the summary begins with it', () => {
	expect(leftOutText(0, 6)).toBe('');
	expect(leftOutText(1, 6)).toBe('You have left out one of six reports: it has no part in this.');
	expect(leftOutText(2, 6)).toBe('You have left out two of six reports: they have no part in this.');
	expect(leftOutText(6, 6)).toBe('You have left out every report.');
	expect(summary(steps, leftOutText(1, 6))).toBe(`${leftOutText(1, 6)} ${summary(steps)}`);
});
