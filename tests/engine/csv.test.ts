import fc from 'fast-check';
import { csvParseRows } from 'd3';
import { describe, expect, it } from 'vitest';
import { csvCell, csvFile } from '../../src/engine/csv.ts';

/** Parses CSV by RFC 4180, independently of D3, which writes it. */
function parse(text: string): string[][] {
	const rows: string[][] = [];
	for (let i = text.startsWith('\ufeff') ? 1 : 0; i < text.length;) {
		const row: string[] = [];
		for (;;) {
			let cell = '';
			if (text[i] === '"') {
				for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) {
					if (i >= text.length) throw new Error('CSV: a quoted cell has no end.');
					cell += text[i];
					if (text[i] === '"') i++;
				}
				i++;
			} else while (i < text.length && !/[,\r\n]/.test(text[i]!)) cell += text[i++];
			row.push(cell);
			if (text[i] !== ',') break;
			i++;
		}
		rows.push(row);
		if (text.startsWith('\r\n', i)) i++;
		i++;
	}
	return rows;
}

describe('`csvCell`', () => {
	it.each([
		'=cmd|calc',
		'+SUM(A1)',
		'-2+3',
		'@now()',
		'\tx',
		'\rx',
		'\n=1',
		' =HYPERLINK("x")',
		'＝1+1',
		'-',
		'-3 %',
		'+1 234',
		'\ufeff=1',
		'\u0000=1',
	])('puts an apostrophe before %j', (text) => expect(csvCell(text)).toBe(`'${text}`));
	it.each([
		['x;=1+1', "x;'=1+1"],
		['x; =1+1', "x; '=1+1"],
		['x\t@now()', "x\t'@now()"],
		['x|-2;＝3', "x|'-2;'＝3"],
		['=1;=2', "'=1;'=2"],
		['x\n+1', "x\n'+1"],
	])('guards %j where other separators of cells would begin a formula', (text, cell) =>
		expect(csvCell(text)).toBe(cell),
	);
	it.each([
		'',
		'a=b',
		'a; b=c',
		'a;b-c',
		'12',
		'-3.5',
		'+4',
		'-1e-7',
		'.5',
		'-.5',
		'−3 %',
		'Anna-Lena',
		'5 - 3',
		'“=1”',
	])('keeps %j', (text) => expect(csvCell(text)).toBe(text));
});

describe('`csvFile`', () => {
	it('starts with a byte order mark and ends with a line break', () =>
		expect(
			csvFile([
				['a', 'b'],
				['=1', '-2'],
			]),
		).toBe("\ufeffa,b\n'=1,-2\n"));
	it('is read back cell by cell by two parsers', () =>
		fc.assert(
			fc.property(
				fc.array(
					fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', '-', '1', ' ', 'é') }), {
						minLength: 2,
						maxLength: 4,
					}),
					{ minLength: 1 },
				),
				(rows) => {
					const width = rows[0]!.length;
					const table = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
					const cells = table.map((row) => row.map(csvCell));
					const text = csvFile(table);
					expect(parse(text)).toEqual(cells);
					expect(csvParseRows(text.slice(1))).toEqual(cells);
				},
			),
		));
});
