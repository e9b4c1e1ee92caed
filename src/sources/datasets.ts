import { csvParse, csvParseRows } from 'd3';
import { csvFile } from '../engine/csv.ts';
import { formatNumber, type FormatOptions } from '../engine/number-format.ts';
import { isUnit } from '../engine/units.ts';
import type { DatedPoint } from './dated-point.ts';
import descriptor from '../../content/data/datapackage.json';
import { dateInWords, referenceOf } from './bibliography.ts';
import { nearNames } from '../engine/near-names.ts';

/** How a row was obtained. A: read in the primary source; B: second-hand, printed as "reported". */
export type Grade = 'A' | 'B';
export type Row = Readonly<Record<string, string | number>>;

interface Field {
	readonly name: string;
	readonly type: string;
	readonly description: string;
	readonly constraints?: {
		readonly required?: boolean;
		readonly enum?: readonly string[];
		readonly minimum?: number;
		readonly maximum?: number;
	};
}
export interface Resource {
	readonly name: string;
	readonly path: string;
	readonly title: string;
	readonly description: string;
	readonly schema: { readonly fields: readonly Field[] };
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function cell({ name, type, constraints = {} }: Field, text: string): string | number {
	const fail = (rule: string): never => {
		throw new Error(`${name} must be ${rule}, not "${text}"`);
	};
	if (text === '') return constraints.required ? fail('given') : '';
	if (constraints.enum && !constraints.enum.includes(text)) fail(`one of ${constraints.enum.join(', ')}`);
	if (
		type === 'date' &&
		(!DATE.test(text) || Number.isNaN(Date.parse(text)) || !new Date(text).toISOString().startsWith(text))
	)
		fail('a date such as 2026-10-08, 2026-10 or 2026');
	if (type !== 'number') return text;
	const value = Number(text);
	if (!Number.isFinite(value)) fail('a number');
	if (constraints.minimum !== undefined && value < constraints.minimum) fail(`at least ${constraints.minimum}`);
	if (constraints.maximum !== undefined && value > constraints.maximum) fail(`at most ${constraints.maximum}`);
	return value;
}

/**
 * Parses a CSV by its schema: the same columns in the same order, every cell of its type, every source in the
 * bibliography. Errors name file, line and field.
 */
export function readResource({ path, schema }: Resource, csv: string): readonly Row[] {
	const parsed = csvParse(csv);
	const wanted = schema.fields.map(({ name }) => name);
	if (parsed.columns.join() !== wanted.join())
		throw new Error(
			`${path} has the columns ${parsed.columns.join(', ')}. Its schema needs ${wanted.join(', ')}, in this order.`,
		);
	return parsed.map((record, i) => {
		try {
			const row = Object.fromEntries(schema.fields.map((field) => [field.name, cell(field, record[field.name] ?? '')]));
			if (row['source']) referenceOf(String(row['source']));
			return row;
		} catch (error) {
			throw new Error(`${path}, line ${i + 2}: ${(error as Error).message}`, { cause: error });
		}
	});
}

const texts = import.meta.glob<string>('../../content/data/**/*.csv', {
	query: '?raw',
	import: 'default',
	eager: true,
});

export const resources: readonly Resource[] = descriptor.resources as readonly Resource[];
const datasets: ReadonlyMap<string, readonly Row[]> = new Map(
	resources.map((resource) => {
		const text = texts[`../../content/data/${resource.path}`];
		if (text === undefined)
			throw new Error(
				`content/data/datapackage.json names ${resource.path}, which is missing. Add the file or delete the resource.`,
			);
		return [resource.name, readResource(resource, text)];
	}),
);
for (const path of Object.keys(texts))
	if (!resources.some((resource) => path.endsWith(`/${resource.path}`)))
		throw new Error(`${path} has no resource in content/data/datapackage.json. Describe it there.`);

/** The published files of the data package: the descriptor and each data set. */
export const packageFiles: readonly { readonly file: string; readonly text: string }[] = [
	{ file: 'datapackage.json', text: JSON.stringify(descriptor, null, '\t') },
	...resources.map(({ path }) => ({ file: path, text: csvFile(csvParseRows(texts[`../../content/data/${path}`]!)) })),
];

/** Returns the rows of a data set. Throws an error that lists the known names if the name is unknown. */
export function rowsOf(name: string): readonly Row[] {
	const rows = datasets.get(name);
	if (!rows) throw new Error(`content/data has no data set "${name}". Known: ${[...datasets.keys()].join(', ')}.`);
	return rows;
}

/** Converts a date to a calendar year with a fraction, to four decimals; a month or a year without one becomes its middle. */
export function calendarYear(date: string): number {
	const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
	const fraction = month === undefined ? 0.5 : (month - 1 + ((day ?? 15.5) - 0.5) / 31) / 12;
	return Number((year + fraction).toFixed(4));
}

/** Returns a data set's rows as points for a chart. */
export const datedPoints = (name: string, series: string, label: string, value: string): readonly DatedPoint[] =>
	rowsOf(name).map((row) => ({
		series: String(row[series]),
		label: String(row[label]),
		year: calendarYear(String(row['date'])),
		date: dateInWords(String(row['date'])),
		value: Number(row[value]),
		reported: row['grade'] === 'B',
		source: referenceOf(String(row['source'])).short,
	}));

/** Returns one sourced figure from facts.csv, formatted. */
export function factOf(id: string, options?: FormatOptions) {
	const row = rowsOf('facts').find((fact) => fact['id'] === id);
	if (!row)
		throw new Error(
			`content/data/facts.csv has no fact "${id}". Near: ${nearNames(
				id,
				rowsOf('facts').map((fact) => String(fact['id'])),
			).join(', ')}.`,
		);
	const unit = String(row['unit']);
	if (!isUnit(unit))
		throw new Error(
			`content/data/facts.csv: "${id}" has the unknown unit "${unit}". Define it in src/engine/units.ts.`,
		);
	return {
		text: formatNumber(Number(row['value']), unit, options),
		grade: row['grade'] as Grade,
		source: String(row['source']),
		date: dateInWords(String(row['date'])),
	};
}
