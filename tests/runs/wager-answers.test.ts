import { describe, expect, it } from 'vitest';
import { earliest, termsOf } from '../../src/engine/wager.ts';
import type { Inputs } from '../../src/engine/model.ts';
import { parameters } from '../../src/models/registry.ts';
import { QUANTITIES, WAGERED } from '../../src/parameters/wagered.ts';
import { RUNS } from '../../src/runs/queries.ts';
import { answerNow, cacheKeyOf, Sampler } from '../../src/runs/sampler.ts';
import { positionValues } from '../../src/state/position-values.ts';

const essay = Object.fromEntries(Array.from(parameters, ([key, parameter]) => [key, parameter.default]));
const settings = { seed: 1, values: essay, pinned: [] };
const changesOf = (id: string): Inputs =>
	Object.fromEntries([...positionValues(id)].filter(([key, value]) => parameters.get(key)!.default !== value));
const years = [2028, 2030, 2032];
const FEW = 200;
const made = 2026.9;
const sampler = new Sampler();
const wager = (one: Inputs, two: Inputs, n = FEW) =>
	answerNow(sampler, { kind: 'wager', one, two, made, years }, settings, n);
const short = changesOf('short-timelines');

describe('a query about a wager', () => {
	it('has one prospect for each quantity and year, finite and with chances', () => {
		const { prospects, isWhole } = wager({}, short);
		expect(prospects.map(({ quantity, year }) => [quantity, year])).toEqual(
			QUANTITIES.flatMap((quantity) => years.map((year) => [quantity, year])),
		);
		expect(isWhole).toBe(false);
		for (const { odds, threshold, chances } of prospects) {
			expect(odds).toBeGreaterThanOrEqual(1);
			expect(threshold).toBeGreaterThan(0);
			for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0);
			for (const chance of chances) expect(chance).toBeLessThanOrEqual(1);
		}
	});
	it('swaps its chances if the readers swap', () => {
		const [there, back] = [wager({}, short), wager(short, {})];
		there.prospects.forEach(({ odds, chances, threshold }, i) => {
			const other = back.prospects[i]!;
			expect(odds).toBeCloseTo(other.odds, 6);
			expect(threshold).toBe(other.threshold);
			expect(chances).toEqual(other.chances.toReversed());
			expect(termsOf(...chances)?.price).toBe(termsOf(...other.chances)?.price);
		});
	});
	it('offers equal readers nothing, nor readers who differ where the forecast does not look', () => {
		const elsewhere = { rlPerInference: 1 };
		for (const { odds, chances } of [...wager(short, short).prospects, ...wager({}, elsewhere).prospects]) {
			expect(odds).toBe(1);
			expect(termsOf(...chances)).toBeUndefined();
		}
	});
	it('never comes to an earlier date if both say that the model may be more wrong', () => {
		const dateWith = (modelError: number, slopeError: number) => {
			const by = { modelError, slopeError };
			const { prospects } = wager(by, { ...short, ...by });
			return earliest(
				prospects.filter(({ quantity }) => WAGERED[quantity].isRecorded),
				2,
			)?.year;
		};
		expect(dateWith(3, 1.6) ?? Infinity).toBeGreaterThanOrEqual(dateWith(1.5, 1.1) ?? Infinity);
	});
	it('depends neither on the settings of the page nor on what its reader holds certain', () => {
		const query = { kind: 'wager', one: {}, two: short, made, years } as const;
		const others = { seed: 9, values: { ...essay, humanLevelYear: 2060 }, pinned: ['gdp'] };
		expect(answerNow(new Sampler(), query, others, FEW)).toEqual(wager({}, short));
		expect(cacheKeyOf(query, others)).toBe(cacheKeyOf(query, settings));
	});
	it('gives both readers the reports that one of them counts', () => {
		for (const kind of ['wholeProjects', 'clearBriefs'] as const)
			for (const { chances } of wager({ [kind]: 'on' }, {}).prospects) expect(chances[0]).toBe(chances[1]);
	});
	it('knows no report after the day on which it was made', () => {
		const at = (when: number) =>
			answerNow(sampler, { kind: 'wager', one: {}, two: short, made: when, years }, settings, FEW).prospects[0]!;
		// That of September 2026 was published on 8 October.
		expect(at(2026.78).chances).toEqual(at(2026.9).chances);
		expect(at(2026.72).chances).not.toEqual(at(2026.9).chances);
	});
	it('predicts revenue as the record’s own query does, which draws each report by itself', () => {
		const { revenue } = answerNow(sampler, { kind: 'expected', by: 2027 }, settings, RUNS);
		for (const [threshold, chance] of [
			[revenue.spread.p05, 0.95],
			[revenue.spread.p50, 0.5],
			[revenue.spread.p95, 0.05],
		] as const) {
			const query = {
				kind: 'wagerScores',
				one: {},
				two: {},
				made,
				quantity: 'revenue',
				year: 2028,
				threshold,
			} as const;
			const { chances } = answerNow(sampler, query, settings, RUNS);
			expect(chances[0]).toBeCloseTo(chance, 1.3);
		}
	}, 120_000);
	it('scores what came by the density that each reader gave to it', () => {
		const query = { kind: 'wagerScores', one: {}, two: short, made, quantity: 'revenue', year: 2028 } as const;
		const given = (came: number) =>
			answerNow(sampler, { ...query, threshold: 300, came }, settings, FEW).scores!.map(Math.exp);
		// A density on the logarithm: its integral over all revenue is one.
		const [from, step] = [Math.log(1), 0.1];
		const total = [0, 0];
		for (let log = from; log < Math.log(1e5); log += step)
			given(Math.exp(log)).forEach((density, i) => (total[i]! += density * step));
		for (const sum of total) expect(sum).toBeCloseTo(1, 2);
		expect(answerNow(sampler, { ...query, threshold: 300 }, settings, FEW).scores).toBeUndefined();
	});
});

describe('`WAGERED`', () => {
	it.each(QUANTITIES)('%s converts a value to its scale and back', (quantity) => {
		const { toScale, fromScale, round } = WAGERED[quantity];
		for (const value of [0.013, 0.3, 0.97]) expect(fromScale(toScale(value))).toBeCloseTo(value, 12);
		expect(round(0.256)).toBe(0.26);
	});
});
