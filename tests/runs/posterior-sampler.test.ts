import { describe, expect, it } from 'vitest';
import record from '../../src/models/record.model.ts';
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

describe('runs given the record', () => {
	it('are the prior’s, to the last bit, where nothing had been reported yet', () => {
		const before = settings({ given: true }, { recordUntil: 2024 });
		for (const query of [
			forecast,
			{ kind: 'path', model: 'forecast', name: { path: 'capability' } },
			{ kind: 'likely', model: 'forecast', path: 'soonAndLater', mark: 0.95 },
		] as const)
			expect(first(query, before)).toMatchObject(first(query, { ...before, given: false }));
	});

	it('come nearer, and every model that shares an assumption with the forecast follows', () => {
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

	it('say how many equal runs they are worth', () => {
		const { agiYear } = first(forecast, settings({ given: true }));
		expect(agiYear!.runs).toBeGreaterThan(20);
		expect(agiYear!.runs).toBeLessThan(FEW);
		expect(first(forecast)['agiYear']!.runs).toBe(FEW);
	});

	it('are left alone in a model that shares none', () => {
		const lemons = { kind: 'outputs', model: 'lemons' } as const;
		expect(first(lemons, settings({ given: true }))).toEqual(first(lemons));
		expect([bearsOn(modelOf('lemons').parameters), bearsOn(modelOf('forecast').parameters)]).toEqual([false, true]);
	});

	it('are asked for by one figure as by the whole page', () => {
		expect(first({ ...forecast, given: true })).toEqual(first(forecast, settings({ given: true })));
		expect(first({ ...forecast, given: false }, settings({ given: true }))).toEqual(first(forecast));
	});

	it('are the only ones of the position that is the post’s given the record', () => {
		const yearOn = first({ ...forecast, position: 'year-on-2026' });
		expect(yearOn['agiYear']).toEqual(first({ ...forecast, position: 'essay-2025', given: true })['agiYear']);
		// All that was reported counts there, whatever the reader counts.
		expect(first({ ...forecast, position: 'year-on-2026' }, settings({}, { recordUntil: 2025 }))).toEqual(yearOn);
	});

	it('do not depend on the order of parameters, nor on what was asked before', () => {
		const turned = settings({ given: true, values: Object.fromEntries(Object.entries(essay).reverse()) });
		const used = new Sampler();
		answerNow(used, { kind: 'moved' }, settings({ seed: 9 }, { modelError: 1.5 }), FEW);
		expect(answerNow(used, forecast, turned, FEW)).toEqual(first(forecast, settings({ given: true })));
	});
});

describe('what the record was worth', () => {
	const steps = first({ kind: 'worth' });

	it('begins with the prior, and has a step for each report', () => {
		expect(steps[0]).toMatchObject({ until: undefined, logEvidence: 0, surprise: 1 });
		expect(steps.slice(1).map(({ until }) => until!.toFixed(2))).toEqual([
			'2024.96',
			'2025.96',
			'2026.21',
			'2026.38',
			'2026.63',
		]);
		expect(steps.at(-1)!.agiYear.p50).toBeLessThan(steps[0]!.agiYear.p50 - 2);
	});

	it('shows all reports, whatever the reader counts; and more where further evidence counts', () => {
		expect(first({ kind: 'worth' }, settings({}, { recordUntil: 2025 }))).toEqual(steps);
		expect(first({ kind: 'worth' }, settings({}, { clearBriefs: 'on' })).length).toBe(steps.length + 4);
	});

	it('is the less the more the model may be wrong', () => {
		const last = (modelError: number) => first({ kind: 'worth' }, settings({}, { modelError })).at(-1)!.agiYear.p50;
		expect(last(4)).toBeGreaterThan(last(2));
		expect(last(2)).toBeGreaterThan(last(1.5));
	});
});

describe('what the record moved', () => {
	it('is every assumption of the forecast that varies, the farthest first', () => {
		const moved = first({ kind: 'moved' });
		expect(moved.map(({ distance }) => distance)).toEqual(moved.map(({ distance }) => distance).sort((a, b) => b - a));
		const learner = moved.find(({ key }) => key === 'learnerYear')!;
		expect(moved.indexOf(learner)).toBeLessThan(4);
		expect(learner.after.p50).toBeLessThan(learner.before.p50);
		expect(moved.map(({ key }) => key)).not.toContain('testedShare');
		expect(moved.every(({ key }) => Object.hasOwn(record.parameters, key))).toBe(true);
	});

	it('is nothing where nothing was reported, and nothing pinned', () => {
		for (const { before, after, distance } of first({ kind: 'moved' }, settings({}, { recordUntil: 2024 })))
			expect([after, distance]).toEqual([before, 0]);
		const pinned = first({ kind: 'moved' }, settings({ pinned: ['learnerYear'] }));
		expect(pinned.map(({ key }) => key)).not.toContain('learnerYear');
	});
});

describe('who foretold the record', () => {
	const { mine, positions: theirs } = first({ kind: 'evidence' });

	it('is told of the reader and of every position, against the post', () => {
		expect(Object.keys(theirs)).toEqual(positions.map(({ id }) => id));
		expect([theirs['essay-2025']!.odds, mine.odds]).toEqual([1, 1]);
		expect(theirs['short-timelines']!.odds).toBeGreaterThan(1.5);
		expect(theirs['weak-links']!.odds).toBeLessThan(0.3);
	});

	it('asks the post’s own runs, not those that have seen it, of “A year on” too', () =>
		expect(theirs['year-on-2026']).toEqual(theirs['essay-2025']));

	it('shrinks to nothing between them as the model may be more wrong', () => {
		const wide = first({ kind: 'evidence' }, settings({}, { modelError: 4 })).positions;
		for (const id of ['short-timelines', 'weak-links'])
			expect(Math.abs(Math.log(wide[id]!.odds))).toBeLessThan(Math.abs(Math.log(theirs[id]!.odds)));
	});

	it('is surprised where the reader’s assumptions can hardly produce it', () => {
		const late = settings({ pinned: [...parameters.keys()] }, { learnerYear: 2060, modelError: 1.2 });
		expect(first({ kind: 'evidence' }, late).mine.surprise).toBeLessThan(0.01);
	});
});

describe('the other reader, whose link is compared with', () => {
	const theirs = { learnerYear: 2042, substitutability: 0.3 };
	const beside = settings({ other: { ...essay, ...theirs } });

	it.each([
		forecast,
		{ kind: 'likely', model: 'forecast', path: 'soonAndLater', mark: 0.95 },
		{ kind: 'worth' },
		{ kind: 'moved' },
	] as const)('is answered as a reader with those assumptions would be: %j', (query) =>
		expect(first({ ...query, position: OTHER_READER }, beside)).toEqual(first(query, settings({}, theirs))),
	);

	it('is told beside the positions how well it foretold the record, and asked again when it changes', () => {
		const query = { kind: 'evidence' } as const;
		expect(first(query, beside).positions[OTHER_READER]).toEqual(first(query, settings({}, theirs)).mine);
		expect(first(query).positions[OTHER_READER]).toBeUndefined();
		expect(cacheKeyOf(query, beside)).not.toBe(cacheKeyOf(query, settings()));
		expect(cacheKeyOf({ kind: 'worth', position: OTHER_READER }, beside)).not.toBe(
			cacheKeyOf({ kind: 'worth', position: OTHER_READER }, settings({ other: essay })),
		);
	});
});

describe('what is expected', () => {
	const answer = first({ kind: 'expected', by: 2027 });

	it('is split into thirds, and the odds of the whole are their mean', () => {
		for (const { thirds } of [answer.revenue, answer.wholeProjects]) {
			const ends = thirds.map(({ below }) => below);
			expect(ends).toEqual(ends.toSorted((a, b) => a - b));
			expect(ends[2]).toBe(Infinity);
			for (const i of [0, 1] as const)
				expect(thirds.reduce((sum, { odds }) => sum + odds[i] / 3, 0)).toBeCloseTo(answer.odds[i], 2);
		}
	});

	it('brings it nearer the more is earned, and the more whole projects are done', () => {
		for (const { thirds } of [answer.revenue, answer.wholeProjects])
			expect(thirds[2]!.odds[1]).toBeGreaterThan(thirds[0]!.odds[1]);
	});

	it('is more a year later, and known less well', () => {
		const later = first({ kind: 'expected', by: 2028 });
		expect(later.revenue.spread.p50).toBeGreaterThan(answer.revenue.spread.p50);
		const width = ({ p05, p95 }: { p05: number; p95: number }) => p95 / p05;
		expect(width(later.revenue.spread)).toBeGreaterThan(width(answer.revenue.spread));
	});
});

describe('an answer is asked for again', () => {
	it.each([
		[{ kind: 'evidence' }, { modelError: 3 }, true],
		[{ kind: 'moved' }, { learnerYear: 2035 }, true],
		[{ kind: 'worth' }, { recordUntil: 2025 }, false],
		[{ kind: 'moved' }, { recordUntil: 2026.9 }, false],
		[{ kind: 'moved' }, { revenue: 105 }, false],
		[{ kind: 'worth', position: 'weak-links' }, { learnerYear: 2035 }, false],
		[{ kind: 'worth', position: 'weak-links' }, { modelError: 3 }, true],
		[forecast, { modelError: 3 }, false],
		[{ ...forecast, given: true }, { modelError: 3 }, true],
	] as const)('%j when %j: %s', (query, changed, isNew) =>
		expect(cacheKeyOf(query, settings({}, changed)) !== cacheKeyOf(query, settings())).toBe(isNew),
	);
});
