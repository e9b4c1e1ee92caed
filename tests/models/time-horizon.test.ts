import { readFileSync } from 'node:fs';
import { csvParse } from 'd3';
import { expect, it } from 'vitest';
import { fitFrom } from '../../src/models/time-horizon.model.ts';

const DAY = 86_400_000;
const points = csvParse(readFileSync(new URL('../../content/data/time-horizons.csv', import.meta.url), 'utf8')).map(
	({ date, p50 }) => [Date.parse(date!) / DAY, Number(p50)] as const,
);

it('`fitFrom` reproduces both of METR’s doubling times from METR’s rows', () => {
	expect(Math.abs(fitFrom(points, 2023).doubling - 128.744)).toBeLessThanOrEqual(0.001);
	expect(Math.abs(fitFrom(points).doubling - 187.778)).toBeLessThanOrEqual(0.001);
});
