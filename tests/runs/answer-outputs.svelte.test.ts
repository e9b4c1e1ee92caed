import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { models, parameters } from '../../src/models/registry.ts';
import type { RunSettings } from '../../src/runs/queries.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';

const essay = new Map([...parameters].map(([key, parameter]) => [key, parameter.default]));
const settings = (given: Partial<RunSettings> = {}): RunSettings => ({
	seed: 1,
	values: Object.fromEntries(essay),
	pinned: [],
	...given,
});

describe('`answerNow` for outputs', () => {
	const outputs = (sampler: Sampler, model: string, given = settings()) =>
		answerNow(sampler, { kind: 'outputs', model }, given);
	it('depends on the seed and not on earlier queries', () => {
		const used = new Sampler();
		outputs(used, 'payback');
		outputs(used, 'lemons', settings({ seed: 7 }));
		expect(outputs(used, 'revenue-gap')).toEqual(outputs(new Sampler(), 'revenue-gap'));
		expect(outputs(used, 'revenue-gap', settings({ seed: 2 }))).not.toEqual(outputs(used, 'revenue-gap'));
	});
	it('does not depend on the order of parameters', () => {
		const turned = Object.fromEntries([...essay].reverse());
		expect(outputs(new Sampler(), 'rl-scaling', settings({ values: turned }))).toEqual(
			outputs(new Sampler(), 'rl-scaling'),
		);
	});
	it('draws a parameter that two models share once', () => {
		const sampler = new Sampler();
		const [one, other] = [
			outputs(sampler, 'revenue-gap')['orders']!,
			outputs(sampler, 'gap-decomposition')['gapOrders']!,
		];
		one.outcomes.forEach((outcome, i) => expect(other.outcomes[i]).toBeCloseTo(outcome, 12));
	});
	it('has no spread if every parameter is pinned', () => {
		for (const model of models.values()) {
			if (model.id === 'long-tail') continue;
			const now = model.evaluate(baselineOf(model));
			const spreads = answerNow(
				new Sampler(),
				{ kind: 'outputs', model: model.id },
				settings({ pinned: [...parameters.keys()] }),
				20,
			);
			for (const [key, spread] of Object.entries(spreads))
				expect([spread.p05, spread.p95], `${model.id}.${key}`).toEqual([Number(now[key]), Number(now[key])]);
		}
	});
	it('returns ordered percentiles and twenty ordered outcomes', () => {
		for (const spread of Object.values(outputs(new Sampler(), 'forecast', settings()))) {
			const { p05, p25, p50, p75, p95, outcomes } = spread;
			expect([p05, p25, p50, p75, p95].toSorted((a, b) => a - b)).toEqual([p05, p25, p50, p75, p95]);
			expect(outcomes).toHaveLength(20);
			expect(outcomes.toSorted((a, b) => a - b)).toEqual(outcomes);
		}
	});
});
