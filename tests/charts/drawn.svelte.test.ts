import fc from 'fast-check';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Axis, PlotPoint } from '../../src/charts/axis.ts';
import DataTable from '../../src/charts/DataTable.svelte';
import { printing } from '../../src/charts/printing.svelte.ts';
import QuantileDots from '../../src/charts/QuantileDots.svelte';
import PlotOf from './PlotOf.svelte';

let app: Record<string, unknown> | undefined;
function clear() {
	if (app) void unmount(app);
	app = undefined;
	document.body.replaceChildren();
}
afterEach(clear);
function draw<const Props extends Record<string, unknown>>(
	component: Parameters<typeof mount<Props, Record<string, unknown>>>[0],
	props: Props,
) {
	clear();
	app = mount(component, { target: document.body, props });
	flushSync();
}
const all = (selector: string) => Array.from(document.querySelectorAll(selector));
const percentOf = (element: Element, name: string) => {
	const text = element.getAttribute(name)!;
	expect(text).toMatch(/^-?[\d.]+%$/);
	return Number(text.slice(0, -1));
};

/** Derives the scale of a drawn axis from its labels, independently of the code that drew it. */
function ruler(axis: 'x' | 'y') {
	const marks = all(`.axis-${axis} text`)
		.map((text) => ({ at: percentOf(text, axis), value: Number(text.textContent) }))
		.sort((a, b) => a.value - b.value);
	expect(marks.length).toBeGreaterThan(1);
	const steps = marks.slice(1).map(({ value }, i) => value - marks[i]!.value);
	const isEven = steps.every((step) => Math.abs(step / steps[0]! - 1) < 1e-6);
	const [first, last] = [marks[0]!, marks.at(-1)!];
	return (at: number) => {
		const share = (at - first.at) / (last.at - first.at);
		return isEven && (marks.length > 2 || first.value <= 0)
			? first.value + share * (last.value - first.value)
			: first.value * (last.value / first.value) ** share;
	};
}
/** Returns the subpaths of a path, in percent of the plot. */
const stretchesOf = (path: Element) =>
	path
		.getAttribute('d')!
		.split('M')
		.filter(Boolean)
		.map((stretch) =>
			stretch
				.replace('Z', '')
				.split('L')
				.map((point) => point.split(',').map(Number) as [number, number]),
		);
const read = (selector: string) => {
	const [x, y] = [ruler('x'), ruler('y')];
	return all(selector).map((path) =>
		stretchesOf(path).map((stretch) => stretch.map(([a, b]) => [x(a), y(b)] as const)),
	);
};

const linear = (from: number, to: number): Axis => ({
	title: 'Along',
	scale: 'linear',
	domain: [from, to],
	format: String,
});
const log = (from: number, to: number): Axis => ({ title: 'Up', scale: 'log', domain: [from, to], format: String });
const axes = [
	['linear and linear', linear(0, 20), linear(-40, 60)],
	['linear and log', linear(2020, 2050), log(1, 1e6)],
	['log and linear', log(1, 1e4), linear(0, 1)],
	['log and log', log(1e-3, 1e3), log(1, 1e12)],
] as const;
const valueAt = ({ scale, domain: [from, to] }: Axis, share: number) =>
	scale === 'log' ? from * (to / from) ** share : from + share * (to - from);
/** Returns the distance of two values on an axis, as a share of its length. */
const apart = ({ scale, domain: [from, to] }: Axis, a: number, b: number) =>
	scale === 'log' ? Math.abs(Math.log(a / b) / Math.log(to / from)) : Math.abs((a - b) / (to - from));
const corners: readonly PlotPoint[] = [
	[0, 0.1],
	[0.2, 0.8],
	[0.4, 0.3],
	[0.7, 0.9],
	[1, 0.5],
];
const on = (x: Axis, y: Axis, places: readonly PlotPoint[]) =>
	places.map(([a, b]) => [valueAt(x, a), valueAt(y, b)] as const);

describe.each(axes)('a plot with axes %s', (_, x, y) => {
	it('draws a curve whose values can be read back by the axis labels', () => {
		const points = on(x, y, corners);
		draw(PlotOf, { x, y, curves: [points] });
		const [[stretch]] = read('path.curve') as [[(readonly [number, number])[]]];
		expect(stretch).toHaveLength(points.length);
		stretch.forEach(([a, b], i) => {
			expect(apart(x, a, points[i]![0]), `${a} for ${points[i]![0]}`).toBeLessThan(0.001);
			expect(apart(y, b, points[i]![1]), `${b} for ${points[i]![1]}`).toBeLessThan(0.001);
		});
	});

	it('has larger axis labels farther right and higher up', () => {
		draw(PlotOf, { x, y });
		for (const [axis, side] of [
			['x', 1],
			['y', -1],
		] as const) {
			const places = all(`.axis-${axis} text`)
				.map((text) => [Number(text.textContent), side * percentOf(text, axis)] as const)
				.sort(([a], [b]) => a - b);
			expect(
				places.slice(1).every(([, at], i) => at > places[i]![1]),
				axis,
			).toBe(true);
		}
		for (const line of all('.axis-y line'))
			expect(all('.axis-y text').some((text) => text.getAttribute('y') === line.getAttribute('y1'))).toBe(true);
	});

	it('draws a band whose edges can be read back by the axis labels, the upper above the lower', () => {
		const at = [0.1, 0.5, 0.9].map((share) => valueAt(x, share));
		const [lower, upper] = [
			[0.2, 0.3, 0.4],
			[0.5, 0.7, 0.6],
		].map((shares) => shares.map((share) => valueAt(y, share))) as [number[], number[]];
		draw(PlotOf, { x, y, band: { at, lower, upper } });
		const [[outline]] = read('path.range-band') as [[(readonly [number, number])[]]];
		const edges = [outline.slice(0, 3), outline.slice(3).reverse()].sort(([a], [b]) => a![1] - b![1]);
		[lower, upper].forEach((edge, i) =>
			edge.forEach((value, j) => expect(apart(y, edges[i]![j]![1], value)).toBeLessThan(0.001)),
		);
		at.forEach((value, j) => expect(apart(x, edges[0]![j]![0], value)).toBeLessThan(0.001));
	});
});

it('`Axis` marks every other bottom label for hiding, from the second on, if there are more than four', () => {
	const givesWay = (to: number) => {
		draw(PlotOf, { x: { ...linear(0, to), ticks: Array.from({ length: to + 1 }, (_, i) => i) }, y: linear(0, 1) });
		return all('.axis-x text').map((text) => text.classList.contains('every-other'));
	};
	expect(givesWay(4)).toEqual([false, true, false, true, false]);
	expect(givesWay(3)).toEqual([false, false, false, false]);
});

describe('`Curve`', () => {
	const [x, y] = [linear(0, 10), linear(0, 10)];
	it('has a gap at a value that is not finite, and is absent if none is finite', () => {
		draw(PlotOf, {
			x,
			y,
			curves: [
				[
					[0, 1],
					[1, 3],
					[2, NaN],
					[3, 3],
					[4, 9],
				],
			],
		});
		expect(read('path.curve')[0]!.map((stretch) => stretch.length)).toEqual([2, 2]);
		draw(PlotOf, {
			x,
			y,
			curves: [
				[
					[0, NaN],
					[1, Infinity],
				],
			],
		});
		expect(all('path.curve')).toEqual([]);
	});
	it('renders no NaN or Infinity', () => {
		const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, 0, -1));
		fc.assert(
			fc.property(
				fc.array(fc.tuple(number, number), { maxLength: 8 }),
				fc.constantFrom(linear(0, 1), log(1, 10)),
				(points, axis) => {
					draw(PlotOf, {
						x: axis,
						y: axis,
						curves: [points],
						band: { at: points.map(([a]) => a), lower: points.map(([, b]) => b), upper: points.map(([, b]) => b + 1) },
					});
					expect(document.body.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('`Band`', () => {
	it('extends beyond the plot for an infinite edge, and has a gap for a NaN edge', () => {
		draw(PlotOf, {
			x: linear(0, 4),
			y: linear(0, 1),
			band: { at: [0, 1, 2, 3, 4], lower: [0.1, 0.1, NaN, 0.2, -Infinity], upper: [0.5, Infinity, 0.5, 0.5, 0.5] },
		});
		const stretches = stretchesOf(document.querySelector('path.range-band')!);
		expect(stretches.map((stretch) => stretch.length)).toEqual([4, 4]);
		expect(Math.min(...stretches[0]!.map(([, y]) => y))).toBeLessThan(0);
		expect(Math.max(...stretches[1]!.map(([, y]) => y))).toBeGreaterThan(100);
	});
});

/** Too long for the gutter of a narrow plot. */
const longNumber = (value: number): string => `${value} hundred thousand`;

describe('labels of `Plot`', () => {
	const [x, y] = [linear(0, 10), linear(0, 10)];
	const label = (text: string) => all('.point-label').filter((one) => one.textContent === text);
	it('are rendered after all marks, at the point that they name', () => {
		draw(PlotOf, { x, y, labels: [{ at: [5, 5], text: 'here' }] });
		const [here] = label('here');
		expect([here!.getAttribute('x'), here!.getAttribute('y')]).toEqual(['50%', '50%']);
		expect(document.querySelector('.plot-area > svg')!.lastElementChild === here).toBe(true);
	});

	it('avoid a curve that is rendered after them', () => {
		const curves: readonly (readonly PlotPoint[])[] = [];
		const labels: readonly { at: PlotPoint; text: string }[] = [{ at: [5, 5], text: 'here' }];
		const props = $state({ x, y, labels, curves });
		draw(PlotOf, props);
		const before = [label('here')[0]!.getAttribute('dx'), label('here')[0]!.getAttribute('dy')];
		props.curves = [
			[
				[5.2, 5.2],
				[9, 6.5],
				[9, 5.5],
				[5.2, 5.4],
			],
		];
		flushSync();
		const [here] = label('here');
		expect([here!.getAttribute('dx'), here!.getAttribute('dy')]).not.toEqual(before);
		props.labels = [];
		flushSync();
		expect(label('here')).toEqual([]);
	});

	it('are all rendered when some are removed while others are added', () => {
		const named = (...texts: string[]) =>
			texts.map((text, i): { at: PlotPoint; text: string } => ({ at: [2 + 2 * i, 5], text }));
		const props = $state({ x, y, labels: named('one', 'two') });
		draw(PlotOf, props);
		for (const texts of [['three', 'two', 'four'], ['one'], ['four', 'one', 'three']]) {
			props.labels = named(...texts);
			flushSync();
			expect([...new Set(all('.point-label').map((text) => text.textContent))].sort()).toEqual(texts.sort());
		}
	});

	it('are rendered once per layout if the narrow placement differs', () => {
		// On a narrow plot an axis number that is too long for the gutter takes the label's position.
		draw(PlotOf, {
			x,
			y: { ...y, format: longNumber },
			labels: [{ at: [0.1, 4], text: 'here' }],
		});
		expect(
			label('here')
				.map((one) => one.getAttribute('class')!.match(/when-\w+/)?.[0])
				.sort(),
		).toEqual(['when-narrow', 'when-wide']);
	});
});

describe('labels of a plot that is observed', () => {
	const [x, y] = [linear(0, 10), linear(0, 10)];
	const layouts = () => [
		...new Set(all('.point-label').map((text) => /when-\w+/.exec(text.getAttribute('class')!)?.[0])),
	];
	/** Draws a plot in a viewport; returns a function that gives it a width. */
	function observed(isWide: boolean): (width: number) => void {
		let report: ((entries: readonly { contentRect: { width: number } }[]) => void) | undefined;
		document.documentElement.style.fontSize = '16px';
		vi.stubGlobal('matchMedia', () => ({ matches: isWide, addEventListener: () => undefined }));
		vi.stubGlobal(
			'ResizeObserver',
			class {
				readonly observe = () => undefined;
				readonly disconnect = () => undefined;
				constructor(callback: typeof report) {
					report = callback;
				}
			},
		);
		// On a narrow plot an axis number that is too long for the gutter takes the label's position.
		draw(PlotOf, { x, y: { ...y, format: longNumber }, labels: [{ at: [0.1, 4], text: 'here' }] });
		return (width) => {
			report!([{ contentRect: { width } }]);
			flushSync();
		};
	}
	afterEach(() => vi.unstubAllGlobals());

	it('are placed in the likely layout, then in the one that is shown', () => {
		const resize = observed(true);
		expect(layouts()).toEqual(['when-wide']);
		resize(320);
		expect(layouts()).toEqual(['when-narrow']);
		resize(0);
		expect(layouts(), 'a plot without a box').toEqual(['when-narrow']);
		resize(700);
		expect(layouts()).toEqual(['when-wide']);
	});

	it('are placed in both layouts for a print', () => {
		observed(false);
		expect(layouts()).toEqual(['when-narrow']);
		printing.now = true;
		flushSync();
		expect(layouts().toSorted()).toEqual(['when-narrow', 'when-wide']);
		printing.now = false;
		flushSync();
		expect(layouts()).toEqual(['when-narrow']);
	});
});

describe('`QuantileDots`', () => {
	const years = [2028, 2028, 2028.2, 2030, 2031, 2033, 2033, 2034, 2036, 2040];
	const props = (outcomes: readonly number[], now: number) => ({
		outcomes,
		now,
		axis: { title: 'Year', format: String },
		never: 'never',
		label: 'Outcomes',
	});
	const dots = () =>
		all('circle.outcome').map((dot) => ({ x: percentOf(dot, 'cx'), y: Number(dot.getAttribute('cy')) }));

	it('draws one dot per outcome, within half a stack’s width of its value', () => {
		draw(QuantileDots, props(years, 2032));
		const at = ruler('x');
		expect(dots()).toHaveLength(years.length);
		const width = at(5) - at(0);
		dots().forEach(({ x }, i) => expect(Math.abs(at(x) - years[i]!)).toBeLessThanOrEqual(width / 2 + 0.02));
		expect(at(percentOf(document.querySelector('line.now')!, 'x1'))).toBeCloseTo(2032, 1);
	});

	it('stacks dots without overlap, from the axis line up', () => {
		draw(QuantileDots, props(years, 2032));
		const base = Number(document.querySelector('.axis-x line')!.getAttribute('y1'));
		const radius = Number(document.querySelector('circle.outcome')!.getAttribute('r'));
		for (const x of new Set(dots().map((dot) => dot.x))) {
			const heights = dots()
				.filter((dot) => dot.x === x)
				.map(({ y }) => y)
				.sort((a, b) => b - a);
			expect(base - heights[0]!).toBeLessThan(2 * radius);
			heights.slice(1).forEach((y, i) => expect(heights[i]! - y).toBeGreaterThanOrEqual(2 * radius));
			for (const y of heights) expect(y).toBeGreaterThan(0);
		}
	});

	it('stacks infinite outcomes at the right, above their label and clear of the others', () => {
		draw(QuantileDots, props([...years, Infinity, Infinity], 2032));
		const never = all('.axis-x text').find((text) => text.textContent === 'never')!;
		const isThere = ({ x }: { x: number }) => x === percentOf(never, 'x');
		expect(dots().filter(isThere)).toHaveLength(2);
		expect(
			Math.max(
				...dots()
					.filter((dot) => !isThere(dot))
					.map(({ x }) => x),
			),
		).toBeLessThanOrEqual(85);
	});

	it('uses a log axis for outcomes over several orders of magnitude', () => {
		const outcomes = [1, 3, 10, 100, 1000, 30_000];
		draw(QuantileDots, props(outcomes, 50));
		const at = ruler('x');
		dots().forEach(({ x }, i) => expect(Math.abs(Math.log10(at(x) / outcomes[i]!))).toBeLessThan(0.2));
	});

	it('draws outcomes of one value, and outcomes that are all infinite', () => {
		for (const outcomes of [
			[7, 7, 7],
			[Infinity, Infinity],
			[0, 0],
		]) {
			draw(QuantileDots, props(outcomes, outcomes[0]!));
			expect(dots()).toHaveLength(outcomes.length);
			expect(document.body.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
		}
	});
});

describe('`DataTable`', () => {
	it('renders its table when it is opened, with headers for columns and rows', () => {
		draw(DataTable, {
			caption: 'Numbers',
			columns: ['Year', 'Money'],
			rows: [
				['2030', '$1 bn'],
				['2031', '$2 bn'],
			],
		});
		expect(all('details > div tr')).toEqual([]);
		const details = document.querySelector('details')!;
		details.open = true;
		details.dispatchEvent(new Event('toggle'));
		flushSync();
		const table = document.querySelector('details > div table')!;
		expect(Array.from(table.querySelectorAll('thead th[scope=col]'), (cell) => cell.textContent)).toEqual([
			'Year',
			'Money',
		]);
		expect(
			Array.from(table.querySelectorAll('tbody tr'), (row) =>
				Array.from(row.children, (cell) => `${cell.tagName} ${cell.textContent}`),
			),
		).toEqual([
			['TH 2030', 'TD $1 bn'],
			['TH 2031', 'TD $2 bn'],
		]);
		expect(table.querySelector('caption')!.textContent).toBe('Numbers');
	});
});
