import { csvParseRows } from 'd3';
import { describe, expect, it } from 'vitest';
import { curvesCsv, type CurveData } from '../../../src/figures/frame/curves-csv.ts';

const axis = (title: string, format: (value: number) => string = String) =>
	({ title, scale: 'linear', domain: [0, 1], format }) as const;
const curve: CurveData = {
	axes: { x: axis('Year'), y: axis('Dollars a year. Logarithmic: each line', (value) => `$${value} bn`) },
	name: '',
	mine: [
		[2025, 1.5],
		[2026, Infinity],
	],
	essay: [
		[2025, 2],
		[2026, 3],
	],
	others: [{ title: 'Ann, "the other"', points: [[2025, 9]] }],
	fan: { at: [2025, 2026], p05: [1, 1], p25: [1, 1], p50: [2, 2], p75: [4, 4], p95: [5, 5], runs: [] },
};

describe('`curvesCsv`', () => {
	it.each(['+1 reader', '@home', '=HYPERLINK("http://a.test")'])(
		'gives no cell that a spreadsheet runs for the compared reader “%s”',
		(title) => {
			const rows = csvParseRows(
				curvesCsv(
					[{ ...curve, name: title, others: [{ title, points: [[2025, -9]] }] }],
					[{ series: 'a', label: title, year: 2025.5, date: title, value: -7, reported: true, source: title }],
				).slice(1),
			);
			expect(rows.flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual(['-9', '-7']);
			expect(rows.at(-1)!.filter((cell) => cell === `'${title}`)).toHaveLength(3);
		},
	);

	it('names the unit in each head, has the band’s percentiles, and leaves infinite values blank', () =>
		expect(curvesCsv([curve], [])).toBe(
			[
				'\ufeffYear,Dollars a year; 1 means $1 bn (yours),Dollars a year; 1 means $1 bn (the essay’s),"Dollars a year; 1 means $1 bn (Ann, ""the other"")",Dollars a year; 1 means $1 bn (5th percentile),Dollars a year; 1 means $1 bn (25th percentile),Dollars a year; 1 means $1 bn (75th percentile),Dollars a year; 1 means $1 bn (95th percentile)',
				'2025,1.5,2,9,1,1,4,5',
				'2026,,3,,1,1,4,5',
				'',
			].join('\n'),
		));

	it('names what an axis without a title counts, and no unit whose 1 is one', () => {
		const bare = { ...axis(''), counts: 'Share', format: (value: number) => `10${'⁰¹'[Math.log10(value)]}` };
		const [head] = curvesCsv([{ ...curve, axes: { x: { ...axis(''), counts: 'Year' }, y: bare } }], []).split('\n');
		expect(head).toMatch(/^\ufeffYear,Share \(yours\),Share \(the essay’s\),/);
	});

	it('appends the dated points with sources and grades', () =>
		expect(
			curvesCsv(
				[{ ...curve, fan: undefined, others: [] }],
				[{ series: 'a', label: 'A', year: 2025.5, date: 'June 2025', value: 7, reported: true, source: 'Lee 2025' }],
			)
				.split('\n')
				.at(-2),
		).toBe('2025.5,,,7,A,June 2025,Lee 2025,second-hand (B)'));
});
