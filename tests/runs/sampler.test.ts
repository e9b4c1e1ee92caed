import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { draw } from '../../src/engine/monte-carlo.ts';
import { uniforms } from '../../src/engine/random.ts';
import forecast, { LATER, SOON } from '../../src/models/forecast.model.ts';
import { parameters } from '../../src/models/registry.ts';
import { usefulAt } from '../../src/parameters/abilities.ts';
import { RUNS, type RunSettings } from '../../src/runs/queries.ts';
import { answerNow, cacheKeyOf, Sampler } from '../../src/runs/sampler.ts';

const essay = Object.fromEntries(Array.from(parameters, ([key, parameter]) => [key, parameter.default]));
const settings = (pinned: readonly string[] = []): RunSettings => ({ seed: 1, values: essay, pinned });
const certain = settings([...parameters.keys()]);
const oddsQuery = (mark: number) => ({ kind: 'odds', model: 'forecast', path: 'soonAndLater', mark }) as const;
const oddsOf = (mark: number, given = certain, n = 20) => answerNow(new Sampler(), oddsQuery(mark), given, n).odds;

describe('the odds query of `Sampler`', () => {
	const [soon, later] = [SOON, LATER].map((year) => usefulAt(baselineOf(forecast), year)) as [number, number];

	it('returns 0 or 1 if nothing varies, and counts a value equal to the mark', () => {
		expect(soon).toBeLessThan(later);
		expect([0, soon, soon + 1e-12, later, later + 1e-12].map((mark) => oddsOf(mark))).toEqual([
			[1, 1],
			[1, 1],
			[0, 1],
			[0, 1],
			[0, 0],
		]);
	});

	it('returns the share of runs at or above the mark', () => {
		const runs = 500;
		const drawn = Object.entries(forecast.parameters).flatMap(([key, parameter]) => {
			const column = draw(parameter, { value: parameter.default, isPinned: false }, uniforms(1, key, RUNS));
			return column ? [[key, column] as const] : [];
		});
		const shares = Array.from({ length: runs }, (_, run) => {
			const inputs = {
				...baselineOf(forecast),
				...Object.fromEntries(drawn.map(([key, column]) => [key, column[run]!])),
			};
			return [SOON, LATER].map((year) => usefulAt(inputs, year));
		});
		const counted = [0, 1].map((i) => shares.filter((share) => share[i]! >= 0.6).length / runs);
		expect(counted[0]).toBeGreaterThan(0.05);
		expect(counted[1]).toBeLessThan(1);
		expect(oddsOf(0.6, settings(), runs)).toEqual(counted);
	});

	it('returns for each place of a grid the odds of its two values', () => {
		const over = [
			{ key: 'humanLevelYear', values: [2030, 2040] },
			{ key: 'yearsPerBottleneck', values: [1, 3, 9] },
		] as const;
		const grid = answerNow(new Sampler(), { ...oddsQuery(0.95), kind: 'oddsGrid', over }, settings(), 2000);
		expect(grid.map((row) => row.length)).toEqual([3, 3]);
		const values = { ...settings().values, humanLevelYear: 2040, yearsPerBottleneck: 9 };
		expect(grid[1]![2]).toEqual(oddsOf(0.95, { ...settings(), values }, 2000));
	});
	it('answers a grid of odds from its cache when one of its own two values changes', () => {
		const over = [
			{ key: 'humanLevelYear', values: [2030] },
			{ key: 'yearsPerBottleneck', values: [1] },
		] as const;
		const query = { ...oddsQuery(0.95), kind: 'oddsGrid', over } as const;
		const later = { ...settings(), values: { ...settings().values, humanLevelYear: 2050 } };
		const other = { ...settings(), values: { ...settings().values, ramp: 9 } };
		expect(cacheKeyOf(query, later)).toBe(cacheKeyOf(query, settings()));
		expect(cacheKeyOf(query, other)).not.toBe(cacheKeyOf(query, settings()));
		const sampler = new Sampler();
		expect(answerNow(sampler, query, later)).toBe(answerNow(sampler, query, settings()));
	});
});

describe('the path query of `Sampler`', () => {
	it('returns a band equal to the curve if nothing varies', () => {
		const fan = answerNow(
			new Sampler(),
			{ kind: 'path', model: 'forecast', name: { path: 'capability' } },
			certain,
			20,
		);
		const curve = forecast.paths!.capability(baselineOf(forecast));
		expect(fan.at).toEqual(curve.map(([year]) => year));
		for (const level of [fan.p05, fan.p25, fan.p75, fan.p95, ...fan.runs])
			expect(level).toEqual(curve.map(([, share]) => share));
		expect(fan.runs).toHaveLength(12);
	});

	it('returns percentiles that contain 90% and 50% of the runs', () => {
		const query = { kind: 'path', model: 'revenue-gap', name: { along: 'gdp', output: 'gap', steps: 2 } } as const;
		const but = settings([...parameters.keys()].filter((key) => key !== 'revenue'));
		const fan = answerNow(new Sampler(), query, but, 1000);
		const { gap } = answerNow(new Sampler(), { kind: 'outputs', model: 'revenue-gap' }, but, 1000);
		// World output is 120 at the middle of its slider; its default is 117.2.
		for (const level of ['p05', 'p25', 'p75', 'p95'] as const)
			expect(fan[level][1]! / gap![level]).toBeCloseTo(120 / 117.2, 9);
		expect(fan.p05[1]).toBeLessThan(fan.p25[1]!);
		expect(fan.p25[1]).toBeLessThan(fan.p75[1]!);
		expect(fan.p75[1]).toBeLessThan(fan.p95[1]!);
	});

	it('uses at most 1,000 runs', () => {
		const query = { kind: 'path', model: 'revenue-gap', name: { along: 'gdp', output: 'gap', steps: 1 } } as const;
		expect(answerNow(new Sampler(), query, settings(), 2000)).toEqual(
			answerNow(new Sampler(), query, settings(), 1000),
		);
	});
});

describe('the outputs query of `Sampler`', () => {
	it('uses exactly the first `n` runs', () => {
		const spread = (n: number) =>
			answerNow(new Sampler(), { kind: 'outputs', model: 'payback' }, settings(), n)['presentValue']!;
		const [few, many] = [spread(100), spread(1000)];
		expect([few.runs, many.runs]).toEqual([100, 1000]);
		expect(few.p50).not.toBe(many.p50);
	});

	it('uses the values of a named position', () => {
		const outputs = answerNow(
			new Sampler(),
			{ kind: 'outputs', model: 'rl-scaling', position: 'ord-reply' },
			certain,
			10,
		);
		expect([outputs['rlScaleUp']!.p05, outputs['rlScaleUp']!.p95].map(Math.round)).toEqual([10_000, 10_000]);
	});
});
