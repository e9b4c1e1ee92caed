import { area, line } from 'd3';
import { expect, it } from 'vitest';
import type { PlotPoint } from '../../src/charts/axis.ts';
import { areaPath, linePath, type Span } from '../../src/charts/path-data.ts';

const points: readonly PlotPoint[] = [
	[0, 1.23456],
	[10.5, -2],
	[NaN, 3],
	[20, 4],
	[30, Infinity],
	[40, 5],
	[50, 6.5],
];

it('`linePath` returns what D3’s `line` returns, with gaps and single points', () =>
	expect(linePath(points)).toBe(line<PlotPoint>().defined((point) => point.every(Number.isFinite))(points)));
it('`areaPath` returns what D3’s `area` returns, with gaps', () => {
	const spans: readonly Span[] = [...points, [60, 1] as const, [70, 2] as const].map(([x, y]) => [
		x,
		y - 1,
		y + 2.00049,
	]);
	expect(areaPath(spans)).toBe(
		area<Span>()
			.defined((span) => span.every(Number.isFinite))
			.x(([x]) => x)
			.y0(([, lower]) => lower)
			.y1(([, , upper]) => upper)(spans),
	);
});
it('both are empty without points', () => expect([linePath([]), areaPath([])]).toEqual(['', '']));
