import Ajv from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { curvesCsv, type CurveData } from '../src/figures/frame/curves-csv.ts';
import { filled } from '../src/figures/frame/cite.ts';
import { citations } from '../src/essay/citation.ts';
import descriptor from '../content/data/datapackage.json';
import schema from './datapackage-schema.json';

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

describe('a figure’s numbers', () => {
	it('say what they count in, keep the band, and leave out what has no number', () =>
		expect(curvesCsv([curve], [])).toBe(
			[
				'Year,Dollars a year; 1 means $1 bn (yours),Dollars a year; 1 means $1 bn (the essay’s),"Dollars a year; 1 means $1 bn (Ann, ""the other"")",Dollars a year; 1 means $1 bn (5th percentile),Dollars a year; 1 means $1 bn (25th percentile),Dollars a year; 1 means $1 bn (75th percentile),Dollars a year; 1 means $1 bn (95th percentile)',
				'2025,1.5,2,9,1,1,4,5',
				'2026,,3,,1,1,4,5',
			].join('\n'),
		));

	it('bring the dated points with their sources and grades', () =>
		expect(
			curvesCsv(
				[{ ...curve, fan: undefined, others: [] }],
				[{ series: 'a', label: 'A', year: 2025.5, date: 'June 2025', value: 7, reported: true, source: 'Lee 2025' }],
			)
				.split('\n')
				.at(-1),
		).toBe('2025.5,,,7,A,June 2025,Lee 2025,second-hand (B)'));
});

describe('a citation', () => {
	const day = new Date(2026, 10, 5);
	const cite = (kind: 'sentence' | 'bibtex' | 'ris' | 'csl') =>
		filled(kind, citations()[kind], 'Half & half: 50% of $1', 'https://example.org/a/?m=2&x=1#b', day);

	it('names title, link, edition and day, with nothing left to fill in', () => {
		for (const kind of ['sentence', 'bibtex', 'ris', 'csl'] as const) {
			expect(cite(kind)).toContain('https://example.org/a/?m=2&x=1#b');
			expect(cite(kind)).not.toMatch(/TITLE|link\.invalid|2001/);
		}
		expect(cite('sentence')).toMatch(/Half & half: 50% of \$1 \(edition \d+\)/);
	});
	it('in BibTeX keeps what BibTeX would read as its own', () =>
		expect(cite('bibtex')).toContain('title = {Half \\& half: 50\\% of \\$1}'));
	it('in CSL is JSON, dated', () =>
		expect(JSON.parse(cite('csl'))[0]).toMatchObject({ accessed: { 'date-parts': [[2026, 11, 5]] } }));
	it('in RIS has a date of access in its own form', () => expect(cite('ris')).toMatch(/M1 {2}- 2026\/11\/05\//));
});

describe('the data package', () => {
	it('is valid by the Frictionless schema', () => {
		const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
		validate(descriptor);
		expect(validate.errors ?? []).toEqual([]);
	});
	it('describes every file beside it', () => {
		const files = readdirSync(new URL('../content/data/', import.meta.url)).filter((name) => name.endsWith('.csv'));
		expect(descriptor.resources.map(({ path }) => path).sort()).toEqual(files.sort());
		for (const { path, schema: own } of descriptor.resources)
			expect(readFileSync(new URL(`../content/data/${path}`, import.meta.url), 'utf8').split(/\r?\n/)[0]).toBe(
				own.fields.map(({ name }) => name).join(','),
			);
	});
});
