import { describe, expect, it } from 'vitest';
import record from '../../src/models/record.model.ts';
import { middleOf, reportsOf } from '../../src/parameters/record.ts';
import { modelOf, parameters } from '../../src/models/registry.ts';
import { positions } from '../../src/positions/positions.ts';
import type { Query, RunSettings } from '../../src/runs/queries.ts';
import { bearsOn } from '../../src/models/record.model.ts';
import { answerNow, cacheKeyOf, Sampler } from '../../src/runs/sampler.ts';
import { OTHER_READER } from '../../src/state/position-values.ts';

const essay = Object.fromEntries(Array.from(parameters, ([key, parameter]) => [key, parameter.default]));
const settings = (changed: Partial<RunSettings> = {}, values: RunSettings['values'] = {}): RunSettings => ({
	seed: 1,
	pinned: [],
	...changed,
	values: { ...essay, ...values },
});
const FEW = 200;
const first = <A extends Query>(query: A, given = settings()) => answerNow(new Sampler(), query, given, FEW);
const forecast = { kind: 'outputs', model: 'forecast' } as const;

describe('`Sampler` with runs conditioned on the record', () => {
	it('returns the prior exactly if nothing had been reported', () => {
		const before = settings({ given: true }, { recordUntil: 2024 });
		for (const query of [
			forecast,
			{ kind: 'path', model: 'forecast', name: { path: 'capability' } },
			{ kind: 'odds', model: 'forecast', path: 'soonAndLater', mark: 0.95 },
		] as const)
			expect(first(query, before)).toMatchObject(first(query, { ...before, given: false }));
	});

	it('moves dates nearer in every model that shares a parameter with the forecast', () => {
		const given = settings({ given: true });
		for (const [query, output] of [
			[forecast, 'agiYear'],
			[{ kind: 'outputs', model: 'impressive-useful' }, 'usefulYear'],
			[{ kind: 'outputs', model: 'payback' }, 'breakEvenYear'],
		] as const) {
			const [prior, after] = [first(query)[output]!, first(query, given)[output]!];
			if (output === 'breakEvenYear') expect(after.p50).toBe(prior.p50);
			else expect(after.p50).toBeLessThan(prior.p50 - 1);
		}
	});

	it('returns the effective sample size as the number of runs', () => {
		const { agiYear } = first(forecast, settings({ given: true }));
		expect(agiYear!.runs).toBeGreaterThan(20);
		expect(agiYear!.runs).toBeLessThan(FEW);
		expect(first(forecast)['agiYear']!.runs).toBe(FEW);
	});

	it('leaves models without shared parameters unchanged', () => {
		const lemons = { kind: 'outputs', model: 'lemons' } as const;
		expect(first(lemons, settings({ given: true }))).toEqual(first(lemons));
		expect([bearsOn(modelOf('lemons').parameters), bearsOn(modelOf('forecast').parameters)]).toEqual([false, true]);
	});

	it('gives a query’s `given` precedence over that of the settings', () => {
		expect(first({ ...forecast, given: true })).toEqual(first(forecast, settings({ given: true })));
		expect(first({ ...forecast, given: false }, settings({ given: true }))).toEqual(first(forecast));
	});

	it('always conditions the runs of “A year on”', () => {
		const yearOn = first({ ...forecast, position: 'year-on-2026' });
		expect(yearOn['agiYear']).toEqual(first({ ...forecast, position: 'essay-2025', given: true })['agiYear']);
		// There all reports count, regardless of `recordUntil`.
		expect(first({ ...forecast, position: 'year-on-2026' }, settings({}, { recordUntil: 2025 }))).toEqual(yearOn);
	});

	it('does not depend on the order of parameters or on earlier queries', () => {
		const turned = settings({ given: true, values: Object.fromEntries(Object.entries(essay).reverse()) });
		const used = new Sampler();
		answerNow(used, { kind: 'shifts' }, settings({ seed: 9 }, { modelError: 1.5 }), FEW);
		expect(answerNow(used, forecast, turned, FEW)).toEqual(first(forecast, settings({ given: true })));
	});
});

describe('reports that are left out', () => {
	const leave = (...leftOut: string[]) => settings({ given: true, leftOut });
	const revenueMonths = [...new Set(reportsOf({ wholeProjects: 'off', clearBriefs: 'off' }).map(({ month }) => month))];

	it('leave the prior if all are', () => {
		expect(first(forecast, leave(...revenueMonths))).toMatchObject(first(forecast));
		expect(first({ kind: 'evidenceSteps' }, leave(...revenueMonths))).toHaveLength(1);
	});

	it('do not depend on the order in which they were switched off', () => {
		const pair = ['2025-12', '2026-05'];
		expect(first({ kind: 'evidenceSteps' }, leave(...pair.toReversed()))).toEqual(
			first({ kind: 'evidenceSteps' }, leave(...pair)),
		);
		expect(cacheKeyOf({ kind: 'shifts' }, leave(...pair.toReversed()))).toBe(
			cacheKeyOf({ kind: 'shifts' }, leave(...pair)),
		);
	});

	it('equal a record counted up to an earlier date, if they are the newest', () => {
		const [earlier, later] = [revenueMonths.slice(0, 3), revenueMonths.slice(3)];
		const date = middleOf(earlier.at(-1)!)!;
		const until = settings({ given: true }, { recordUntil: date });
		expect(first(forecast, leave(...later))).toEqual(first(forecast, until));
		expect(first({ kind: 'evidenceSteps' }, leave(...later))).toEqual(
			first({ kind: 'evidenceSteps' }, settings())
				.slice(0, earlier.length + 1)
				.map((step, i, all) => ({
					...step,
					...(i === all.length - 1 && { surprise: expect.any(Number) as number }),
				})),
		);
	});

	it('have no part in the answer of a sampler that has counted them before', () => {
		const used = new Sampler();
		answerNow(used, { kind: 'evidenceSteps' }, settings(), FEW);
		const query = { kind: 'shifts' } as const;
		expect(answerNow(used, query, leave('2026-03'), FEW)).toEqual(first(query, leave('2026-03')));
	});

	it('change the cache key of what is given the record, and of nothing else', () => {
		expect(cacheKeyOf(forecast, leave('2026-03'))).not.toBe(cacheKeyOf(forecast, leave()));
		const alone = { ...forecast, given: false };
		expect(cacheKeyOf(alone, leave('2026-03'))).toBe(cacheKeyOf(alone, leave()));
	});
});

describe('the query of evidence steps', () => {
	const steps = first({ kind: 'evidenceSteps' });

	it('returns the prior, then one step per report', () => {
		expect(steps[0]).toMatchObject({ until: undefined, logEvidence: 0, surprise: 1 });
		expect(steps.slice(1).map(({ until }) => until!.toFixed(2))).toEqual([
			'2024.96',
			'2025.96',
			'2026.21',
			'2026.38',
			'2026.63',
			'2026.71',
		]);
		expect(steps.at(-1)!.agiYear.p50).toBeLessThan(steps[0]!.agiYear.p50 - 2);
	});

	it('returns all reports regardless of `recordUntil`, and those of further evidence if it counts', () => {
		expect(first({ kind: 'evidenceSteps' }, settings({}, { recordUntil: 2025 }))).toEqual(steps);
		expect(first({ kind: 'evidenceSteps' }, settings({}, { clearBriefs: 'on' })).length).toBe(steps.length + 4);
	});

	it('moves the median less the larger the model error', () => {
		const last = (modelError: number) =>
			first({ kind: 'evidenceSteps' }, settings({ pinned: ['modelError'] }, { modelError })).at(-1)!.agiYear.p50;
		expect(last(4)).toBeGreaterThan(last(2));
		expect(last(2)).toBeGreaterThan(last(1.5));
	});
});

describe('the query of shifted parameters', () => {
	it('returns every uncertain parameter of the forecast, the largest distance first', () => {
		const moved = first({ kind: 'shifts' });
		expect(moved.map(({ distance }) => distance)).toEqual(moved.map(({ distance }) => distance).sort((a, b) => b - a));
		const learner = moved.find(({ key }) => key === 'humanLevelYear')!;
		expect(moved.indexOf(learner)).toBeLessThan(6);
		expect(learner.after.p50).toBeLessThan(learner.before.p50);
		expect(moved.map(({ key }) => key)).not.toContain('testedShare');
		expect(moved.every(({ key }) => Object.hasOwn(record.parameters, key))).toBe(true);
	});

	it('returns distance 0 if nothing was reported, and no pinned parameter', () => {
		for (const { before, after, distance } of first({ kind: 'shifts' }, settings({}, { recordUntil: 2024 })))
			expect([after, distance]).toEqual([before, 0]);
		const pinned = first({ kind: 'shifts' }, settings({ pinned: ['humanLevelYear'] }));
		expect(pinned.map(({ key }) => key)).not.toContain('humanLevelYear');
	});
});

describe('the query of the positions’ evidence', () => {
	const query = { kind: 'positionEvidence' } as const;
	const theirs = first(query);

	it('returns the odds of every position against the post', () => {
		expect(Object.keys(theirs)).toEqual(positions.map(({ id }) => id));
		expect(theirs['essay-2025']!.odds).toBe(1);
		expect(theirs['short-timelines']!.odds).toBeGreaterThan(1.5);
		expect(theirs['weak-links']!.odds).toBeLessThan(0.5);
	});

	it('uses the prior runs for “A year on” too', () => expect(theirs['year-on-2026']).toEqual(theirs['essay-2025']));

	it('does not move with anything that the reader sets', () => {
		const moved = settings(
			{ seed: 9, pinned: ['humanLevelYear', 'modelError'], given: true, other: { ...essay, ramp: 3 } },
			{ humanLevelYear: 2060, modelError: 4, slopeError: 2, recordUntil: 2025, wholeProjects: 'on' },
		);
		expect(first(query, moved)).toEqual(theirs);
		expect(cacheKeyOf(query, moved)).toBe(cacheKeyOf(query, settings()));
	});
});

describe('the evidence query', () => {
	const mine = (changed: Partial<RunSettings> = {}, own: RunSettings['values'] = {}) =>
		first({ kind: 'evidence' }, settings(changed, own)).mine;

	it('returns odds of 1 for the post’s assumptions, and fewer for a learner that is late', () => {
		expect(mine().odds).toBe(1);
		expect(mine({}, { humanLevelYear: 2050 }).odds).toBeLessThan(0.5);
	});

	it('brings the odds nearer to 1 the larger the model error', () => {
		const apart = (modelError: number) =>
			Math.abs(Math.log(mine({ pinned: ['modelError'] }, { humanLevelYear: 2050, modelError }).odds));
		expect(apart(4)).toBeLessThan(apart(2));
	});

	it('holds for the post what the reader pins of the model’s error, and nothing else', () => {
		expect(mine({ pinned: ['modelError'] }).odds).toBe(1);
		expect(mine({ pinned: ['humanLevelYear'] }).odds).not.toBe(1);
	});

	it('returns a small p-value if the assumptions hardly produce the record', () => {
		const late = mine({ pinned: [...parameters.keys()] }, { humanLevelYear: 2060, modelError: 1.2, slopeError: 1 });
		expect(late.surprise).toBeLessThan(0.01);
	});
});

describe('queries about the other reader', () => {
	const theirs = { humanLevelYear: 2042, substitutability: 0.3 };
	const beside = settings({ other: { ...essay, ...theirs } });

	it.each([
		forecast,
		{ kind: 'odds', model: 'forecast', path: 'soonAndLater', mark: 0.95 },
		{ kind: 'evidenceSteps' },
		{ kind: 'shifts' },
	] as const)('give the answer of a reader with those assumptions: %j', (query) =>
		expect(first({ ...query, position: OTHER_READER }, beside)).toEqual(first(query, settings({}, theirs))),
	);

	it('include the other reader’s evidence, and have another key when their values change', () => {
		const query = { kind: 'evidence' } as const;
		expect(first(query, beside).other).toEqual(first(query, settings({}, theirs)).mine);
		expect(first(query).other).toBeUndefined();
		expect(cacheKeyOf(query, beside)).not.toBe(cacheKeyOf(query, settings()));
		expect(cacheKeyOf({ kind: 'evidenceSteps', position: OTHER_READER }, beside)).not.toBe(
			cacheKeyOf({ kind: 'evidenceSteps', position: OTHER_READER }, settings({ other: essay })),
		);
	});
});

describe('the `expected` query', () => {
	const answer = first({ kind: 'expected', by: 2027 });

	it('returns thirds whose mean odds are the overall odds', () => {
		for (const { thirds } of [answer.revenue, answer.wholeProjects]) {
			const ends = thirds.map(({ below }) => below);
			expect(ends).toEqual(ends.toSorted((a, b) => a - b));
			expect(ends[2]).toBe(Infinity);
			for (const i of [0, 1] as const)
				expect(thirds.reduce((sum, { odds }) => sum + odds[i] / 3, 0)).toBeCloseTo(answer.odds[i], 2);
		}
	});

	it('gives higher odds in the upper third', () => {
		for (const { thirds } of [answer.revenue, answer.wholeProjects])
			expect(thirds[2]!.odds[1]).toBeGreaterThan(thirds[0]!.odds[1]);
	});

	it('gives a higher and wider distribution a year later', () => {
		const later = first({ kind: 'expected', by: 2028 });
		expect(later.revenue.spread.p50).toBeGreaterThan(answer.revenue.spread.p50);
		const width = ({ p05, p95 }: { p05: number; p95: number }) => p95 / p05;
		expect(width(later.revenue.spread)).toBeGreaterThan(width(answer.revenue.spread));
	});
});

describe('`cacheKeyOf` changes only with what an answer depends on', () => {
	it.each([
		[{ kind: 'evidence' }, { modelError: 3 }, true],
		[{ kind: 'shifts' }, { humanLevelYear: 2035 }, true],
		[{ kind: 'evidenceSteps' }, { recordUntil: 2025 }, false],
		[{ kind: 'shifts' }, { recordUntil: 2026.9 }, false],
		[{ kind: 'shifts' }, { revenue: 105 }, false],
		[{ kind: 'evidenceSteps', position: 'weak-links' }, { humanLevelYear: 2035 }, false],
		[{ kind: 'evidenceSteps', position: 'weak-links' }, { modelError: 3 }, true],
		[forecast, { modelError: 3 }, false],
		[{ ...forecast, given: true }, { modelError: 3 }, true],
	] as const)('%j when %j: %s', (query, changed, isNew) =>
		expect(cacheKeyOf(query, settings({}, changed)) !== cacheKeyOf(query, settings())).toBe(isNew),
	);
});
