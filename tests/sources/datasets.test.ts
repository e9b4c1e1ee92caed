import { describe, expect, it } from 'vitest';
import { references } from '../../src/sources/bibliography.ts';
import { calendarYear, factOf, readResource, rowsOf, type Resource } from '../../src/sources/datasets.ts';

const [reference] = references.keys();

describe('`readResource`', () => {
	const resource: Resource = {
		name: 'things',
		path: 'things.csv',
		title: 'Things',
		description: '',
		schema: {
			fields: [
				{ name: 'date', type: 'date', description: '', constraints: { required: true } },
				{ name: 'value', type: 'number', description: '', constraints: { required: true, minimum: 0, maximum: 10 } },
				{ name: 'source', type: 'string', description: '', constraints: { required: true } },
				{ name: 'grade', type: 'string', description: '', constraints: { enum: ['A', 'B'] } },
			],
		},
	};
	const rows = (...lines: string[]) => readResource(resource, ['date,value,source,grade', ...lines].join('\n'));

	it('returns rows with typed cells', () =>
		expect(rows(`2025-10,3.5,${reference},B`)).toEqual([
			{ date: '2025-10', value: 3.5, source: reference, grade: 'B' },
		]));

	it.each([
		[
			'a missing column',
			() => readResource(resource, 'date,value,source\n'),
			/things\.csv has the columns date, value, source\. Its schema needs date, value, source, grade, in this order\./,
		],
		[
			'columns in another order',
			() => readResource(resource, 'value,date,source,grade\n'),
			/things\.csv has the columns value, date/,
		],
		[
			'a word in a number column',
			() => rows(`2025,3,${reference},A`, `2025,many,${reference},A`),
			/things\.csv, line 3: value must be a number, not "many"/,
		],
		['a thousands separator', () => rows(`2025,"1,000",${reference},A`), /line 2: value must be a number, not "1,000"/],
		['an empty required cell', () => rows(`2025,,${reference},A`), /line 2: value must be given/],
		['a number below the minimum', () => rows(`2025,-1,${reference},A`), /line 2: value must be at least 0/],
		['a number above the maximum', () => rows(`2025,11,${reference},A`), /line 2: value must be at most 10/],
		['an invalid month', () => rows(`2025-13,1,${reference},A`), /line 2: date must be a date such as .*not "2025-13"/],
		['a date with the day first', () => rows(`20/10/2025,1,${reference},A`), /line 2: date must be a date/],
		['an invalid day', () => rows(`2025-02-30,1,${reference},A`), /line 2: date must be a date/],
		['an unknown grade', () => rows(`2025,1,${reference},C`), /line 2: grade must be one of A, B, not "C"/],
		[
			'an unknown source',
			() => rows(`2025,1,${reference}x,A`),
			new RegExp(`line 2: content/references\\.bib has no entry "${reference}x"\\. Near: .*${reference}`),
		],
	])('rejects %s, and names file, line and field', (_, read, message) => expect(read).toThrow(message));
});

it('`calendarYear` returns the year with its fraction', () => {
	expect(calendarYear('2025')).toBe(2025.5);
	expect(calendarYear('2025-01-01')).toBeCloseTo(2025, 2);
	expect(calendarYear('2025-12-31')).toBeLessThan(2026);
	expect(calendarYear('2025-12')).toBeGreaterThan(calendarYear('2025-11-30'));
});

it('`rowsOf` throws and lists the data sets if the name is unknown', () =>
	expect(() => rowsOf('nothing')).toThrow('content/data has no data set "nothing". Known: '));

it('`factOf` throws and names the nearest facts if the id is unknown', () =>
	expect(() => factOf(`${rowsOf('facts')[0]!['id']}x`)).toThrow(`Near: ${rowsOf('facts')[0]!['id']}`));
