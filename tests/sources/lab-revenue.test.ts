import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import gapDecomposition from '../../src/models/gap-decomposition.model.ts';
import record, { card } from '../../src/models/record.model.ts';
import revenueGap from '../../src/models/revenue-gap.model.ts';
import { revenue } from '../../src/parameters/revenue.ts';
import { reported } from '../../src/parameters/record.ts';
import { rowsOf, type Row } from '../../src/sources/datasets.ts';
import { findingOf } from '../../src/sources/since-december.ts';

const rows = rowsOf('lab-revenue');
const of = (series: string): readonly Row[] =>
	rows.filter((row) => row['series'] === series).toSorted((a, b) => (String(a['date']) < String(b['date']) ? -1 : 1));
const both = of('both');
const newest = both.at(-1)!;
const december = both.find(({ date }) => date === '2025-12')!;
const factOf = (id: string): Row => rowsOf('facts').find((row) => row['id'] === id)!;
const folder = new URL('../../content/sections/', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const COUNTS = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
];

describe('lab-revenue.csv', () => {
	it('has for both labs the sum of the newest figure of each', () => {
		for (const { date, value } of both) {
			const figures = ['openai', 'anthropic'].map((lab) =>
				of(lab).findLast((row) => String(row['date']) <= String(date)),
			);
			expect(
				figures.reduce((sum, row) => sum + Number(row!['value']), 0),
				String(date),
			).toBe(value);
		}
	});

	it('counts as evidence by its sums alone', () =>
		expect(reported.filter(({ kind }) => kind === 'revenue').map(({ value }) => value)).toEqual(
			both.map(({ value }) => value),
		));
});

describe('the newest total of both labs', () => {
	it('is the revenue of “A year on” and of the newest presets', () => {
		expect(revenue.positions!['year-on-2026']).toBe(newest['value']);
		for (const { presets } of [revenueGap, gapDecomposition])
			expect(presets!.map(({ values }) => values.revenue)).toContain(newest['value']);
	});

	it('is what the scorecard and the first page give', () => {
		const { since } = rowsOf('claims').find(({ claim }) => String(claim).includes('hundreds of billions'))!;
		const { finding, source } = findingOf(String(since));
		expect(finding).toContain(`about $${newest['value']} billion a year`);
		expect(source).toBe(newest['source']);
		expect(textOf('../short/040-diffusion.mdx')).toContain(`given={{ revenue: ${newest['value']} }}`);
	});

	it('is the only total since December that the essay counts with, apart from the one before it', () => {
		const given = readdirSync(folder).flatMap((file) =>
			Array.from(textOf(file).matchAll(/given=\{\{[^}]*\brevenue: (\d+)/g), ([, value]) => Number(value)),
		);
		expect(given.filter((value) => value !== newest['value'])).toEqual([both.at(-2)!['value']]);
	});

	it('gives the factor since December, rounded as it is reported: about', () => {
		const { value, date, source } = factOf('since-the-post');
		expect(Math.round(Number(newest['value']) / Number(december['value']))).toBe(value);
		expect([date, source]).toEqual([newest['date'], newest['source']]);
		expect(factOf('openai-september')['value']).toBe(of('openai').at(-1)!['value']);
	});
});

it('section 9 and the model’s card say how many totals there are', () => {
	const count = COUNTS[both.length]!;
	const forecast = textOf('090-your-forecast.mdx');
	expect(
		Array.from(forecast.matchAll(/(\w+) (?:reports|points)\b/g), ([, word]) => word).filter((word) =>
			COUNTS.includes(word!),
		),
	).toEqual([count, count]);
	expect(card().leavesOut).toContain(`${count} points`);
	expect(record.parameters.recordUntil.marks).toHaveLength(both.length);
});
