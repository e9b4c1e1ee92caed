/**
 * Compares the numbers that a figure exports with its model and with its drawing. Reads the files alone: heads and axis titles name
 * the columns, so a column of another curve, reader, percentile or unit is an error, and so is a column without a meaning.
 */
import { csvParseRows } from 'd3';
import type { AnyModel, Inputs } from '../../src/engine/model.ts';
import { baselineOf } from '../../src/engine/model.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import type { PathName } from '../../src/engine/path.ts';
import { readNumber } from '../engine/read-number.ts';
import { DrawnPlot, readLabel, readSpan, type Ruler } from './drawn-plot.ts';
import {
	DrawingError,
	type Answers,
	type Cell,
	type Compared,
	type CurveSpec,
	type FigureSpec,
} from './figure-spec.ts';
import type { Reported } from './figure-spec.ts';

/** What the exported figure draws. */
export interface Drawn {
	readonly figure: Element;
	/** The reader's own inputs. */
	readonly inputs: Inputs;
	/** In the order of the figure's key. */
	readonly compared: readonly Compared[];
	/** Id of the other reader among the compared. */
	readonly otherReader: string;
	/** Inputs of each run. */
	readonly runs: readonly Inputs[];
	readonly answers: Answers;
	/** Returns the query of the median that is drawn in place of the curve of a position conditioned on the record; undefined for others. */
	learntAs(
		position: string,
		name: PathName,
	): { readonly at: readonly number[]; readonly p50: readonly number[] } | undefined;
	/** The dated points in the props of the island. */
	readonly points: readonly Reported[];
}

type Point = readonly [number, number];
interface Column {
	readonly head: string;
	/** The cells that are not blank, by the number in the first column. */
	readonly cells: readonly Point[];
}

const PERCENTILES = {
	'5th percentile': 0.05,
	'25th percentile': 0.25,
	'75th percentile': 0.75,
	'95th percentile': 0.95,
};
const REPORT = ['Reported', 'Of', 'Date', 'Source', 'How it came to us'];
/** Accepted relative deviation of a number with ten significant digits. */
const DIGITS = 1e-7;
/** Half of the last digit of an x value that is converted to the axis, which has two decimals. */
const CONVERTED = 0.0051;
/** Accepted distance between a number and the drawn curve, in percent of the plot: `thin` drops what is nearer, and rounding. */
const NEAR = 0.15;

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').trim();
/** Returns what an axis counts: its title without the scale; without a title, “Year” if its labels are years, or else the title of the plot. */
function countsOf({ element }: DrawnPlot, axis: 'x' | 'y'): string {
	const title = element.querySelector(axis === 'x' ? '.axis-title-x' : '.axis-title:not(.axis-title-x)')?.textContent;
	if (title) return plain(title.replace(/\. Logarithmic.*$/, ''));
	const labels = Array.from(element.querySelectorAll(`.axis-${axis} text`), ({ textContent }) => plain(textContent));
	if (labels.every((label) => /^[12]\d{3}$/.test(label))) return 'Year';
	const named = element.querySelector('svg')!.getAttribute('aria-labelledby')!;
	return plain(element.ownerDocument.getElementById(named)!.textContent);
}

/** Reads a head: "Name: Axis title; 1 means $1 bn (whose)". */
function readHead(head: string, labels?: Readonly<Record<string, number>>) {
	const [, title = '', , one, whose = ''] = /^(.*?)(; 1 means (.*?))?(?: \(([^()]*(?:\([^()]*\)[^()]*)*)\))?$/s.exec(
		head,
	)!;
	return { title, whose, factor: one === undefined ? 1 : readLabel(one, labels) };
}

/** Linear interpolation between ranks, or the nearer rank next to an infinite value (type 7 of Hyndman and Fan). */
function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const place = share * (sorted.length - 1);
	const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
	if (low === high) return low;
	const part = place % 1;
	return Number.isFinite(low) && Number.isFinite(high) ? low + (high - low) * part : part <= 0.5 ? low : high;
}

/** Returns the distance of a point from a line, in percent of the plot. */
const distance = ([x, y]: Point, line: readonly Point[]): number =>
	Math.min(
		...line.slice(1).map(([x2, y2], i) => {
			const [x1, y1] = line[i]!;
			const [dx, dy] = [x2 - x1, y2 - y1];
			const along =
				dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
			return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
		}),
		...(line.length === 1 ? [Math.hypot(x - line[0]![0], y - line[0]![1])] : []),
	);
const isInside = ([x, y]: Point) => x > -0.01 && x < 100.01 && y > -0.01 && y < 100.01;

/** Throws unless the exported points and a drawn line are the same curve, inside the plot. */
function checkLine(
	head: string,
	exported: readonly Point[],
	drawn: readonly (readonly Point[])[],
	{ x, y }: { x: Ruler; y: Ruler },
) {
	const vertices = drawn.flat();
	const far = (points: readonly Point[], line: readonly Point[]) =>
		points.find((point) => isInside(point) && !(distance(point, line) < NEAR));
	const missing = far(exported, vertices);
	const unknown = far(vertices, exported);
	const [[place, height] = [NaN, NaN], what] = missing
		? [missing, 'exported but not drawn']
		: [unknown, 'drawn but not exported'];
	if (missing ?? unknown)
		throw new DrawingError(
			`“${head}”: ${x.toValue(place).toPrecision(6)}, ${y.toValue(height).toPrecision(5)} is ${what}.`,
		);
}

/** Returns the two edges of each part of a band, the upper one first: an area path runs along one and back along the other. */
function edgesOf(band: readonly (readonly Point[])[]): { upper: Point[]; lower: Point[] } {
	const middle = (line: readonly Point[]) => line.reduce((sum, [, y]) => sum + y, 0) / line.length;
	const halves = band.map((part) =>
		[part.slice(0, part.length / 2), part.slice(part.length / 2).toReversed()].toSorted(
			(a, b) => middle(a) - middle(b),
		),
	);
	return { upper: halves.flatMap(([upper]) => upper!), lower: halves.flatMap(([, lower]) => lower!) };
}

/** Throws unless each cell has the value that the model gives for its row; `aside` is how far an x value may be rounded. */
function checkValues(head: string, cells: readonly Point[], factors: Point, at: (x: number) => number, aside: number) {
	const valueAt = (x: number) => at(x * factors[0]) / factors[1];
	const isNear = (y: number, values: readonly number[]) => {
		const known = values.filter((value) => !Number.isNaN(value));
		const [least, most] = [Math.min(...known), Math.max(...known)];
		const little = DIGITS * Math.max(Math.abs(least), Math.abs(most));
		return y >= least - little && y <= most + little;
	};
	for (const [x, y] of cells) {
		const wanted = valueAt(x);
		if (isNear(y, [wanted])) continue;
		const rounding = Math.max(aside, 6e-10 * Math.abs(x));
		if (!isNear(y, [valueAt(x - rounding), wanted, valueAt(x + rounding)]))
			throw new DrawingError(`“${head}”: ${y} in the row of ${x}; the model gives ${wanted}.`);
	}
}

/** Returns at most so many cells, evenly spaced and both ends among them: each takes an evaluation for every run. */
const MOST = 30;
const evenly = (cells: readonly Point[]) =>
	cells.length <= MOST
		? cells
		: Array.from({ length: MOST }, (_, i) => cells[Math.round((i * (cells.length - 1)) / (MOST - 1))]!);

/** Returns a path's name in the heads of an export. */
const nameOf = <I>({ path, name }: CurveSpec<I>, model: AnyModel): string =>
	name ?? (path && 'output' in path ? model.outputs[path.output]!.label : '');

function checkCurves(spec: FigureSpec, drawn: Drawn, bottom: string, columns: readonly Column[]): void {
	const { model, labelValues } = spec;
	const curves = (spec.curves ?? []).filter(({ path }) => path);
	const plots = Array.from(drawn.figure.querySelectorAll('.plot'), (plot, i) => new DrawnPlot(plot, labelValues?.[i]));
	const plotOf = <I>({ plot = 0 }: CurveSpec<I>) => plots[plot]!;
	const essay = baselineOf(model);
	const left = new Set(columns);

	const titles = new Set(curves.map((curve) => countsOf(plotOf(curve), 'x')));
	const atBottom = readHead(bottom, labelValues?.[0]?.x);
	if (atBottom.title !== [...titles].join(' or '))
		throw new DrawingError(`The first column is “${bottom}”; the axis counts “${[...titles].join('” or “')}”.`);

	for (const curve of curves) {
		const plot = plotOf(curve);
		const [path, origin] = [curve.path!, (inputs: Inputs) => curve.origin?.(inputs) ?? 0];
		const tone = /tone-[\w-]+/.exec(curve.select)![0];
		const axis = countsOf(plot, 'y');
		const isOneOfMany = curves.filter((other) => plotOf(other) === plot).length > 1;
		const title = isOneOfMany ? `${nameOf(curve, model)}: ${axis}` : axis;
		const scale = { x: plot.x, y: plot.y! };

		/** Checks the column of these curves; `expected` returns the value at an x value, both in the units of the axis labels. */
		const check = (
			whose: string,
			expected: (x: number) => number,
			line: readonly (readonly Point[])[],
			some = (cells: readonly Point[]) => cells,
		) => {
			const found = [...left].filter(({ head }) => {
				const read = readHead(head, labelValues?.[curve.plot ?? 0]?.y);
				return read.title === title && read.whose === whose;
			});
			const [column] = found;
			if (!column || found.length > 1)
				throw new DrawingError(
					`${found.length} columns are named “${title}” of “${whose}”; the others are ${[...left].map(({ head }) => `“${head}”`).join(', ')}.`,
				);
			left.delete(column);
			const { head, cells } = column;
			if (cells.length < 2) throw new DrawingError(`“${head}” has ${cells.length} numbers.`);
			const factors = [atBottom.factor, readHead(head, labelValues?.[curve.plot ?? 0]?.y).factor] as const;
			checkValues(head, some(cells), factors, expected, curve.origin ? CONVERTED : 0);
			checkLine(
				head,
				cells.map(([x, y]) => [plot.x.toPlace(x * factors[0]), plot.y!.toPlace(y * factors[1])]),
				line,
				scale,
			);
			return column;
		};

		const [mine] = plot.paths(curve.select);
		const own = check('yours', curve.at(drawn.inputs) as (x: number) => number, mine ?? []);
		const at = (inputs: Inputs) => {
			const valueAt = curve.at(inputs);
			return (x: number) => valueAt(x, 0);
		};
		// It is not drawn if it is the reader's own.
		check('the essay’s', at(essay), plot.paths(`.curve.ghost.${tone}`)[0] ?? mine ?? []);

		const beside = Array.from(plot.element.querySelectorAll(`.position .curve.${tone}`), (line) =>
			plot.verticesIn(line),
		);
		drawn.compared.forEach(({ id, title: whose, inputs }, i) => {
			const learnt = drawn.learntAs(id, path);
			const medians = learnt?.at.map((x, j) => [x + origin(inputs), learnt.p50[j]! * (curve.unitScale ?? 1)] as const);
			const median = (x: number) =>
				medians!.find(([place]) => Math.abs(place - x) < 1e-6 * Math.abs(x) + CONVERTED)?.[1] ?? NaN;
			check(whose, medians ? median : at(inputs), beside[i] ?? []);
		});

		const valuesIn = drawn.runs.map((run) => [at(run), origin(run)] as const);
		const outcomes = new Map<number, readonly number[]>();
		const outcomesAt = (x: number) => {
			const known = outcomes.get(x) ?? valuesIn.map(([valueAt, start]) => valueAt(x - origin(drawn.inputs) + start));
			outcomes.set(x, known);
			return known;
		};
		const expectedAt = (share: number) => (x: number) => quantile(outcomesAt(x), share);
		const [outer, inner] = plot.paths(`.range-band.${tone}`).map(edgesOf);
		if (!outer || !inner) throw new DrawingError(`The bands of “${title}” are not drawn.`);
		for (const [whose, share] of Object.entries(PERCENTILES)) {
			const { upper, lower } = share === 0.05 || share === 0.95 ? outer : inner;
			const { head, cells } = check(whose, expectedAt(share), [share < 0.5 ? lower : upper], evenly);
			if (cells.length < own.cells.length / 2)
				throw new DrawingError(`“${head}” has ${cells.length} numbers, where “${own.head}” has ${own.cells.length}.`);
		}
	}
	if (left.size > 0)
		throw new DrawingError(
			`No curve of the figure spec has the column ${[...left].map(({ head }) => `“${head}”`).join(', ')}.`,
		);
}

/** Throws unless a cell states a number, to the digits that it has. */
function checkCell(text: string, wanted: Cell, place: string) {
	const fail = () => {
		throw new DrawingError(`${place} is “${text}”; the model gives ${JSON.stringify(wanted)}.`);
	};
	if (typeof wanted === 'string') return plain(wanted) === plain(text) ? undefined : fail();
	if ('months' in wanted) return Math.abs(readSpan(text) / wanted.months - 1) <= 0.051 ? undefined : fail();
	const [value, unit] = wanted;
	if (value === Infinity) return text === 'never' ? undefined : fail();
	const [, bound, number = text] = /^(<|fewer than |more than )(.*)$/.exec(text) ?? [];
	const read = readNumber(number, unit);
	if (bound === 'more than ') return value > read.value ? undefined : fail();
	if (bound) return value < read.value && value > 0 ? undefined : fail();
	// A date is the year that it lies in.
	if (unit === 'year') return Math.floor(value + 1e-9) === read.value ? undefined : fail();
	const two = value === 0 ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value)) + 1e-9) - 1);
	// Prices have cents, or three digits if these are coarser.
	if (unit === '$')
		return Math.abs(read.value - value) <= Math.max(0.00501, 0.00501 * Math.abs(value)) ? undefined : fail();
	const digit = Number.isInteger(read.value) ? Math.min(read.place, Math.max(1, two)) : read.place;
	return Math.abs(read.value - value) <= 0.5001 * digit ? undefined : fail();
}

function checkTable(spec: FigureSpec, drawn: Drawn, rows: readonly (readonly string[])[]): void {
	const [heads, ...body] = rows;
	if (!spec.table)
		throw new DrawingError(
			`The file is a table with the columns ${heads!.join(', ')}. Add \`table\` to the figure spec.`,
		);
	const other = drawn.compared.find(({ id }) => id === drawn.otherReader);
	const wanted = spec.table(drawn.inputs, drawn.answers, other);
	if (body.length !== wanted.length) throw new DrawingError(`The table has ${body.length} rows, not ${wanted.length}.`);
	wanted.forEach((cells, i) => {
		if (body[i]!.length !== cells.length || heads!.length !== cells.length)
			throw new DrawingError(
				`Row ${i + 1} has ${body[i]!.length} cells below ${heads!.length} heads, not ${cells.length}.`,
			);
		cells.forEach((cell, j) => checkCell(body[i]![j]!, cell, `Row ${i + 1}, “${heads![j]}”,`));
	});
}

/** Throws unless the last rows are the dated points, and every drawn one is among them. */
function checkReports(
	spec: FigureSpec,
	{ figure, points }: Drawn,
	rows: readonly (readonly string[])[],
	factors: ReadonlyMap<number, number>,
) {
	const wanted = spec.reported ?? points;
	if (rows.length !== wanted.length)
		throw new DrawingError(`${rows.length} reports are exported, not ${wanted.length}.`);
	const read = rows.map(([year, ...rest]) => {
		const [value, label, date, source, grade] = rest.slice(-REPORT.length);
		if (rest.slice(0, -REPORT.length).some((cell) => cell !== ''))
			throw new DrawingError(`The row of the report of ${label} has numbers of curves.`);
		return { year: Number(year), value: Number(value), label, date, source, grade };
	});
	wanted.forEach((point, i) => {
		const { year, value, grade, ...texts } = read[i]!;
		const isClose = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.abs(b);
		const { label, date, source } = point;
		if (
			!isClose(year, point.year) ||
			!isClose(value, point.value) ||
			JSON.stringify([texts.label, texts.date, texts.source]) !== JSON.stringify([label, date, source]) ||
			!grade!.endsWith(point.reported ? '(B)' : '(A)')
		)
			throw new DrawingError(`Report ${i + 1} is ${rows[i]!.join(', ')}; the data have ${JSON.stringify(point)}.`);
	});
	for (const [number, factor] of factors) {
		const element = figure.querySelectorAll('.plot')[number]!;
		const plot = new DrawnPlot(element, spec.labelValues?.[number]);
		for (const [x, y] of plot.circles('.plot-area .dated, .plot-area .dated-diamond'))
			if (
				!read.some(
					({ year, value }) =>
						Math.abs(plot.x.toPlace(year) - x) < 0.3 && Math.abs(plot.y!.toPlace(value * factor) - y) < 0.3,
				)
			)
				throw new DrawingError(`The report drawn at ${plot.x.toValue(x)}, ${plot.y!.toValue(y)} is not exported.`);
	}
}

/** Compares an exported CSV with the figure's model and drawing. Throws a `DrawingError` that names the column. */
export function checkCsv(spec: FigureSpec, drawn: Drawn, csv: string): void {
	if (!csv.startsWith('\ufeff')) throw new DrawingError('The file does not begin with a byte-order mark.');
	const rows = csvParseRows(csv.slice(1));
	const heads = rows[0]!;
	const uneven = rows.findIndex((row) => row.length !== heads.length);
	if (uneven >= 0)
		throw new DrawingError(`Row ${uneven} has ${rows[uneven]!.length} cells below ${heads.length} heads.`);
	if (!spec.curves?.some(({ path }) => path)) return checkTable(spec, drawn, rows);

	const hasReports = heads.slice(-REPORT.length).join() === REPORT.join();
	const end = hasReports ? heads.length - REPORT.length : heads.length;
	const [reports, numbers] = [
		rows.slice(1).filter((row) => hasReports && row[end] !== ''),
		rows.slice(1).filter((row) => !hasReports || row[end] === ''),
	];
	const places = numbers.map(([place]) => place!);
	const isNumeral = (cell: string) => cell !== '' && Number.isFinite(Number(cell));
	if (!places.every(isNumeral) || places.some((place, i) => i > 0 && Number(place) <= Number(places[i - 1])))
		throw new DrawingError(`The first column does not ascend: ${places.join(', ')}.`);
	const columns = heads.slice(1, end).map((head, i) => ({
		head,
		cells: numbers.flatMap((row): Point[] => {
			const cell = row[i + 1]!;
			if (cell !== '' && !isNumeral(cell)) throw new DrawingError(`“${head}” has the cell “${cell}”.`);
			return cell === '' ? [] : [[Number(row[0]), Number(cell)]];
		}),
	}));
	checkCurves(spec, drawn, heads[0]!, columns);
	if (drawn.points.length > 0 || hasReports) {
		const factorOf = (plot: number) =>
			spec.curves!.find((curve) => curve.path && (curve.plot ?? 0) === plot)!.unitScale ?? 1;
		const numbersOf = new Set(spec.curves.filter(({ path }) => path).map(({ plot = 0 }) => plot));
		checkReports(spec, drawn, reports, new Map(Array.from(numbersOf, (plot) => [plot, factorOf(plot)])));
	}
}

/** Compares an exported JSON file with the figure's model. Throws a `DrawingError` that names the key. */
export function checkJson({ model }: FigureSpec, { figure, inputs }: Drawn, json: string): void {
	const file = JSON.parse(json) as {
		figure: unknown;
		title: unknown;
		model?: unknown;
		experiment?: unknown;
		inputs: Record<string, Record<string, unknown>>;
		outputs: Record<string, Record<string, unknown>>;
	};
	const compare = (what: string, found: unknown, wanted: unknown) => {
		if (JSON.stringify(found) !== JSON.stringify(wanted))
			throw new DrawingError(`JSON: ${what} is ${JSON.stringify(found)}; the model gives ${JSON.stringify(wanted)}.`);
	};
	compare('figure', file.figure, figure.id);
	compare('title', file.title, plain(figure.querySelector('.figure-title')!.textContent ?? ''));
	compare('the model or experiment', file.model ?? file.experiment, model.id);
	compare('the list of inputs', Object.keys(file.inputs), Object.keys(model.parameters));
	for (const [key, parameter] of Object.entries(model.parameters)) {
		const { label, unit, value, essay, source, works } = file.inputs[key]!;
		compare(`inputs.${key}.label`, label, parameter.label);
		compare(`inputs.${key}.unit`, unit, isNumber(parameter) ? parameter.unit : undefined);
		compare(`inputs.${key}.value`, value, inputs[key]);
		compare(`inputs.${key}.essay`, essay, parameter.default);
		compare(`inputs.${key}.source`, [source, works], [parameter.source.note, parameter.source.cite]);
	}
	const outputs = model.evaluate(inputs);
	compare('the list of outputs', Object.keys(file.outputs), Object.keys(outputs));
	for (const [key, value] of Object.entries(outputs)) {
		const { label, unit, value: found } = file.outputs[key]!;
		const isFinite = typeof value !== 'number' || Number.isFinite(value);
		compare(
			`outputs.${key}`,
			[label, unit, found],
			[model.outputs[key]!.label, model.outputs[key]!.unit, isFinite ? value : 'Infinity'],
		);
	}
}
