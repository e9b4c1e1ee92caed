import { describe, expect, it } from 'vitest';
import { numberText } from '../../src/reader/view-props.ts';
import { views, viewsOf } from '../../src/sources/views.ts';

const row = {
	view: 'ann',
	person: 'Ann',
	date: '2026-01',
	parameter: 'humanLevelYear',
	value: 2030,
	low: 2029,
	high: 2031,
	unknown: '',
	source: 'patel2025',
	grade: 'A',
	reading: 'A date.',
	mapping: 'That date.',
} as const;

describe('`viewsOf`', () => {
	it('groups rows by view and by date, the earliest first', () => {
		const [view] = viewsOf([{ ...row, date: '2026-05' }, row, row]);
		expect(view!.dates.map(({ date, said }) => [date, said.length])).toEqual([
			['2026-01', 2],
			['2026-05', 1],
		]);
	});
	it('rejects a number outside its own range', () =>
		expect(() => viewsOf([{ ...row, value: 2040 }])).toThrow(
			/ann 2026-01: humanLevelYear is 2040, outside 2029 to 2031/,
		));
	it('rejects a row with a number and no parameter, or the other way round', () => {
		expect(() => viewsOf([{ ...row, parameter: '' }])).toThrow(/either a parameter with value, low and high, or none/);
		expect(() => viewsOf([{ ...row, low: '' as unknown as number }])).toThrow(/either a parameter/);
	});
});

describe('content/data/views.csv', () => {
	const said = views.flatMap(({ dates }) => dates.flatMap((one) => one.said));
	it('has at least two dates for each view', () => {
		for (const { id, dates } of views) expect(dates.length, id).toBeGreaterThan(1);
	});
	it('names assumptions whose sliders hold our readings', () => {
		for (const one of said) expect(() => numberText(one)).not.toThrow();
	});
	it('says what was said and how our number follows', () => {
		for (const { reading, mapping } of said) {
			expect(reading).toMatch(/^[A-Z].*\.$/);
			expect(mapping).toMatch(/^[A-Z].*\.$/);
		}
	});
});

describe('`numberText`', () => {
	it('gives the number with its range, and nothing where no assumption holds it', () => {
		expect(numberText(row)).toMatch(/: 2030 \(2029 to 2031\)$/);
		expect(numberText({ ...row, parameter: '' })).toBe('');
	});
	it('rejects an unknown assumption, and a range beyond its slider', () => {
		expect(() => numberText({ ...row, parameter: 'mood' })).toThrow(/no parameter “mood”/);
		expect(() => numberText({ ...row, high: 3000 })).toThrow(/slider holds 2029 to 3000/);
	});
});
