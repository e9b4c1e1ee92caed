import { readFileSync } from 'node:fs';
import { csvParse } from 'd3';
import { expect, it } from 'vitest';
import { exponentialFit } from '../../src/engine/least-squares.ts';
import { fitFrom } from '../../src/models/time-horizon.model.ts';

const DAY = 86_400_000;
const points = csvParse(readFileSync(new URL('../../content/data/time-horizons.csv', import.meta.url), 'utf8')).map(
	({ date, p50 }) => [Date.parse(date!) / DAY, Number(p50)] as const,
);

it('gives METR’s two doubling times from the rows that METR fits', () => {
	expect(Math.abs(fitFrom(points, 2023).doubling - 128.744)).toBeLessThanOrEqual(0.001);
	expect(Math.abs(fitFrom(points).doubling - 187.778)).toBeLessThanOrEqual(0.001);
});

it('finds an exact exponential again', () => {
	const fit = exponentialFit([0, 10, 20, 50].map((at) => [at, 3 * 2 ** (at / 7)] as const));
	expect(fit.doubling).toBeCloseTo(7, 9);
	expect(fit.valueAt(14)).toBeCloseTo(12, 9);
});

it('refuses what is no line', () => {
	expect(() =>
		exponentialFit([
			[1, 1],
			[1, 2],
		]),
	).toThrow('two different dates');
});
