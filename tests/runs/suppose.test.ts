import { describe, expect, it } from 'vitest';
import { parameters } from '../../src/models/registry.ts';
import { RUNS, type RunSettings } from '../../src/runs/queries.ts';
import { answerNow, cacheKeyOf, Sampler } from '../../src/runs/sampler.ts';

const essay = Object.fromEntries(Array.from(parameters, ([key, parameter]) => [key, parameter.default]));
const settings = (values: RunSettings['values'] = {}, changed: Partial<RunSettings> = {}): RunSettings => ({
	seed: 1,
	pinned: [],
	...changed,
	values: { ...essay, ...values },
});
const NOTHING = settings({ recordUntil: 2024 });
const sampler = new Sampler();
const suppose = (key: string, third: 'low' | 'high', given: RunSettings, n = RUNS) =>
	answerNow(sampler, { kind: 'suppose', key, third }, given, n).supposed;
const KEYS = ['humanLevelYear', 'adoptionQ', 'priceRatio', 'priceDecline', 'afterLearner'];

describe('the query of a supposition', () => {
	it.each(KEYS)('with independent assumptions and no record, sets and learns %s alike', (key) => {
		for (const third of ['low', 'high'] as const) {
			const { set, learnt, isGiven, other } = suppose(key, third, NOTHING)!;
			expect(isGiven).toBe(false);
			// Four thousand runs: the error of a median is some tenths of a year.
			expect(Math.abs(set - learnt), third).toBeLessThan(0.5);
			expect(other!.distance).toBeLessThan(0.15);
		}
	});

	it('with the record, learns years more from an assumption than setting it does, each way', () => {
		const [low, high] = (['low', 'high'] as const).map((third) => suppose('substitutability', third, settings())!);
		expect(high!.learnt - high!.set).toBeGreaterThan(5);
		expect(low!.learnt - low!.set).toBeLessThan(-1);
		expect([low!.other!.key, high!.other!.key]).toEqual(['humanLevelYear', 'humanLevelYear']);
		expect(high!.other!.after).toBeGreaterThan(high!.other!.before);
	});

	it('changes nothing by setting what the date does not depend on', () => {
		const { now, set } = suppose('priceDecline', 'high', settings())!;
		expect(set).toBe(now);
	});

	it('leaves fewer effective runs than all, and none of what never varies', () => {
		const { effective, mark } = suppose('priceRatio', 'high', settings())!;
		expect(effective).toBeGreaterThan(100);
		expect(effective).toBeLessThan(RUNS);
		expect(mark).toBeGreaterThan(essay['priceRatio'] as number);
		expect(suppose('priceRatio', 'high', settings({}, { pinned: ['priceRatio'] }), 200)).toBeUndefined();
	});

	it('gives the same again, and depends on the record', () => {
		const query = { kind: 'suppose', key: 'gdp', third: 'low' } as const;
		const first = answerNow(new Sampler(), query, settings(), 200);
		expect(answerNow(new Sampler(), query, settings(), 200)).toEqual(first);
		expect([first.isWhole, answerNow(sampler, query, settings(), RUNS).isWhole]).toEqual([false, true]);
		expect(cacheKeyOf(query, settings())).not.toBe(cacheKeyOf(query, NOTHING));
	});
});
