import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readResource, resources, rowsOf } from '../../src/sources/datasets.ts';
import { findingOf, findings } from '../../src/sources/since-december.ts';

const sections = readdirSync(new URL('../../content/sections/', import.meta.url)).map((file) =>
	file.replace(/^\d+-|\.mdx$/g, ''),
);
const page = readFileSync(new URL('../../src/essay/SinceDecember.astro', import.meta.url), 'utf8');

describe('since-december.csv', () => {
	const resource = resources.find(({ name }) => name === 'since-december')!;
	const header = resource.schema.fields.map(({ name }) => name).join(',');
	const good = 'x,2026-01,diffusion,for,Found,census2026,A';
	const read = (row: string) => readResource(resource, `${header}\n${row}`);

	it('accepts a whole row', () => expect(read(good)).toHaveLength(1));
	it.each([
		['source', 'x,2026-01,diffusion,for,Found,,A'],
		['date', 'x,,diffusion,for,Found,census2026,A'],
		['grade', 'x,2026-01,diffusion,for,Found,census2026,'],
		['grade', 'x,2026-01,diffusion,for,Found,census2026,C'],
		['direction', 'x,2026-01,diffusion,,Found,census2026,A'],
		['direction', 'x,2026-01,diffusion,bullish,Found,census2026,A'],
		['finding', 'x,2026-01,diffusion,for,,census2026,A'],
	])('refuses a row without a valid %s: %s', (field, row) => expect(() => read(row)).toThrow(`${field} must be`));

	it('has unique ids and names only sections of the essay', () => {
		expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
		for (const { id, section } of findings) expect(sections, id).toContain(section);
	});
	it('has nothing from before the post', () => {
		for (const { id, date } of findings) expect(date >= '2025-12', id).toBe(true);
	});
	it('fits a line: at most 240 characters, without a full stop at the end', () => {
		for (const { id, finding } of findings) {
			expect(finding.length, id).toBeLessThanOrEqual(240);
			expect(finding, id).not.toMatch(/\.$/);
		}
	});
});

it('`findings` are in the order of their dates, the newest first', () => {
	for (const [i, { date }] of findings.entries()) if (i > 0) expect(date <= findings[i - 1]!.date, date).toBe(true);
});

it('`findingOf` throws and names similar ids if the id is unknown', () =>
	expect(() => findingOf('two-lab')).toThrow(/no row "two-lab"\. Near: .*two-labs/));

it('every claim of the scorecard has its finding', () => {
	for (const row of rowsOf('claims')) expect(findingOf(String(row['since'])).finding).not.toBe('');
});

it('the page has a filter for each section', () =>
	expect(Array.from(page.matchAll(/\[value='(\d+)'\]/g), ([, number]) => Number(number))).toEqual(
		sections.map((_, i) => i + 1),
	));
