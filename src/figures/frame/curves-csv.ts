import type { Axes } from '../../charts/plot-axes.ts';
import { csvFile } from '../../engine/csv.ts';
import type { Path } from '../../engine/model.ts';
import type { Fan } from '../../runs/queries.ts';
import type { DatedPoint } from '../../sources/dated-point.ts';

/** One curve of a figure as data, in axis units: the reader's, the baseline's, those of compared positions, and the bands while ranges are shown. */
export interface CurveData {
	readonly axes: Axes;
	readonly name: string;
	readonly mine: Path;
	readonly essay: Path;
	readonly others: readonly { readonly title: string; readonly points: Path }[];
	readonly fan: Fan | undefined;
}

/** Returns a column head: what the axis counts, without its scale, and the meaning of 1 in the column. */
function headOf({ title, counts, format }: Axes['x']): string {
	const name = counts ?? title.replace(/\. Logarithmic.*$/, '').trim();
	const one = format(1).replaceAll('\u00a0', ' ');
	return /^(1|10⁰)$/.test(one) ? name : `${name}; 1 means ${one}`;
}
/** Returns a number with ten significant digits; an empty cell if it is not finite. */
const cell = (value: number | undefined): string =>
	value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toPrecision(10)));

/**
 * Returns the CSV of the drawn curves: a row per x value and a column per curve, with its unit in the head;
 * then the dated points, each with its source and grade.
 */
export function curvesCsv(curves: readonly CurveData[], points: readonly DatedPoint[]): string {
	const bottom = [...new Set(curves.map(({ axes }) => headOf(axes.x)))].join(' or ') || 'Year';
	const columns = curves.flatMap(({ axes, name, mine, essay, others, fan }) => {
		const head = (whose: string) => `${name || headOf(axes.y)}${name ? `: ${headOf(axes.y)}` : ''} (${whose})`;
		const column = (whose: string, path: Path) => ({
			head: head(whose),
			at: new Map(path.map(([at, value]) => [cell(at), cell(value)])),
		});
		const band = (whose: string, values: readonly number[] | undefined) =>
			values && fan
				? [
						column(
							whose,
							fan.at.map((at, i) => [at, values[i]!] as const),
						),
					]
				: [];
		return [
			column('yours', mine),
			column('the essay’s', essay),
			...others.map(({ title, points }) => column(title, points)),
			...band('5th percentile', fan?.p05),
			...band('25th percentile', fan?.p25),
			...band('75th percentile', fan?.p75),
			...band('95th percentile', fan?.p95),
		];
	});
	const places = [...new Set(columns.flatMap(({ at }) => [...at.keys()]))].sort((a, b) => Number(a) - Number(b));
	const record = points.length > 0 ? ['Reported', 'Of', 'Date', 'Source', 'How it came to us'] : [];
	const blank = record.map(() => '');
	return csvFile([
		[bottom, ...columns.map(({ head }) => head), ...record],
		...places.map((place) => [place, ...columns.map(({ at }) => at.get(place) ?? ''), ...blank]),
		...points.map(({ year, value, label, date, source, reported }) => [
			cell(year),
			...columns.map(() => ''),
			cell(value),
			label,
			date,
			source,
			reported ? 'second-hand (B)' : 'read in the primary source (A)',
		]),
	]);
}
