import { expect, it } from 'vitest';
import { dotsPath } from '../../src/charts/dots-path.ts';
import { verticesOf } from '../figures/drawn-plot.ts';

it('`dotsPath` draws a dot at each point, within half of its last digit, however many there are', () => {
	const points = Array.from({ length: 500 }, (_, i) => [i / 7, 100 * Math.abs(Math.sin(i))] as const);
	const dots = verticesOf(dotsPath(points)).map(([dot]) => dot!);
	expect(dots).toHaveLength(500);
	dots.forEach(([x, y], i) => {
		expect(Math.abs(x - points[i]![0])).toBeLessThan(0.0051);
		expect(Math.abs(y - points[i]![1])).toBeLessThan(0.051);
	});
});
it('`dotsPath` writes each place from the one before it', () =>
	expect(
		dotsPath([
			[3.5, 95.3],
			[3.62, 72.3],
		]),
	).toBe('M3.5 95.3h.01m.11 -23h.01'));
