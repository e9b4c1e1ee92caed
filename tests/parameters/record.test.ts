import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import record from '../../src/models/record.model.ts';
import {
	countedOf,
	covarianceOf,
	describedBy,
	inOrder,
	likelihoodOf,
	middleOf,
	reported,
	reportBeside,
	reportsOf,
	residualsOf,
	type Reported,
} from '../../src/parameters/record.ts';
import { inputsOf } from '../engine/inputs.ts';

const essay = baselineOf(record);
const revenue = (rows: readonly (readonly [string, number])[]): readonly Reported[] =>
	inOrder(
		rows.map(([date, value]) => {
			const year = middleOf(date)!;
			return { kind: 'revenue', month: date, year, published: year, value };
		}),
	);
/** The defaults of edition 2, which could not doubt its own slope. */
const earlier = { ...essay, humanLevelYear: 2035.5, afterLearner: 1, slopeError: 1 };
const observe = (reports: readonly Reported[], { modelError, slopeError, ...rest } = essay) => ({
	residuals: residualsOf({ ...rest }, reports),
	modelError,
	slopeError,
});
const logLikelihood = (reports: readonly Reported[], inputs = essay) =>
	likelihoodOf(inputs, reports)(observe(reports, inputs));
const FIRST_FOUR = [
	['2024-12', 7],
	['2025-12', 29],
	['2026-03', 44],
	['2026-05', 80],
] as const;
const ALL = [...FIRST_FOUR, ['2026-08', 105], ['2026-09', 115]] as const;

describe('`likelihoodOf`', () => {
	it.each([
		['2026-10', -3.47266],
		['2026-08', -3.48616],
	] as const)('agrees with an independent calculation for 105 billion dated %s', (date, expected) =>
		expect(logLikelihood(revenue([...FIRST_FOUR, [date, 105]]), earlier)).toBeCloseTo(expected, 5),
	);

	it.each([
		['edition 2', earlier, -3.24967546],
		['edition 3', essay, -2.83238249],
	] as const)('agrees with an independent calculation for all reports with the defaults of %s', (_, inputs, expected) =>
		expect(logLikelihood(revenue(ALL), inputs)).toBeCloseTo(expected, 7),
	);

	it('equals the model’s output for the published file', () => {
		expect(reported.filter(({ kind }) => kind === 'revenue').map((one) => ({ ...one, published: one.year }))).toEqual(
			revenue(ALL),
		);
		expect(record.evaluate(essay).logLikelihood).toBe(logLikelihood(revenue(ALL)));
	});

	it('does not depend on the order of the reports, to the last bit', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([...ALL], { minLength: ALL.length }), (rows) => {
				expect(logLikelihood(revenue(rows))).toBe(logLikelihood(revenue(ALL)));
			}),
			{ numRuns: 20 },
		);
	});

	it('grows for a forecast whose slope is wrong, the more its slope may be wrong', () => {
		const slow = (slopeError: number) =>
			logLikelihood(revenue(ALL), { ...essay, wageGrowth: 0, adoptionQ: 0, slopeError });
		expect(slow(2)).toBeGreaterThan(slow(1.3));
		expect(slow(1.3)).toBeGreaterThan(slow(1));
	});

	it('ignores reports after `recordUntil`', () => {
		const until = { ...essay, recordUntil: 2026 };
		expect(logLikelihood(reportsOf(until), until)).toBe(logLikelihood(revenue(FIRST_FOUR.slice(0, 2))));
	});

	it('is finite for any inputs, and low if revenue is far off', () => {
		fc.assert(
			fc.property(inputsOf(record), (inputs) => {
				expect(Number.isFinite(record.evaluate(inputs as typeof essay).logLikelihood)).toBe(true);
			}),
		);
		expect(record.evaluate({ ...essay, humanLevelYear: 2070 }).logLikelihood).toBeLessThan(-10);
	});

	it('counts whole projects and clear briefs only if they are switched on', () => {
		const kinds = (switches: Partial<typeof essay>) =>
			new Set(reportsOf({ ...essay, ...switches }).map(({ kind }) => kind));
		expect(kinds({})).toEqual(new Set(['revenue']));
		expect(kinds({ wholeProjects: 'on' })).toEqual(new Set(['revenue', 'wholeProjects']));
		expect(kinds({ clearBriefs: 'on' })).toEqual(new Set(['revenue', 'clearBriefs']));
	});
});

describe('reports', () => {
	it('`middleOf` returns the middle of the month; undefined without a month', () => {
		expect(middleOf('2026-08')).toBeCloseTo(2026 + 7.5 / 12, 12);
		expect(middleOf('2026')).toBeUndefined();
	});

	it('`reportsOf` leaves out the reports of the months named, in any order, and no others', () => {
		const kinds = { wholeProjects: 'on', clearBriefs: 'on' } as const;
		const months = ['2026-03', '2025-10', '1999-01'];
		const rest = reportsOf({ ...kinds, leftOut: months });
		expect(rest).toEqual(reported.filter(({ month }) => !months.includes(month)));
		expect(reportsOf({ ...kinds, leftOut: months.toReversed() })).toEqual(rest);
		expect(reportsOf({ ...kinds, leftOut: [] })).toEqual(reportsOf(kinds));
	});

	it('`describedBy` counts exactly the reports that were published by a day', () => {
		expect(describedBy(2000)).toBe(-Infinity);
		for (const { published: day } of reported)
			for (const at of [day - 1e-6, day]) {
				const counted = countedOf({ recordUntil: describedBy(at) }, reported);
				expect(counted).toEqual(reported.filter(({ published }) => published <= at));
			}
	});
	it('`residualsOf` interpolates revenue log-linearly between quarters', () => {
		const at = (year: number) =>
			residualsOf(essay, [{ kind: 'revenue', month: '', year, published: year, value: 1 }])[0]!;
		expect(at(2026.1)).toBeCloseTo(0.6 * at(2026) + 0.4 * at(2026.25), 12);
	});
});

describe('`reportBeside`', () => {
	it('continues the last residual, which decays with time', () => {
		const [last] = revenue([['2026-08', 105]]);
		const errors = { modelError: 2, slopeError: 1.3 };
		const [s2, r2] = [Math.log(2) ** 2, Math.log(1.3) ** 2];
		const from = last!.year - 2026;
		for (const years of [0.5, 2, 10]) {
			const to = from + years;
			const { middle, deviation } = reportBeside(
				essay,
				[last!],
				last!.year + years,
			)({ residuals: Float64Array.of(-0.4), ...errors });
			const shared = s2 * Math.exp(-years / 2) + r2 * from * to;
			const share = shared / (s2 + r2 * from ** 2 + 0.15 ** 2);
			expect(middle).toBeCloseTo(0.4 * share, 12);
			expect(deviation).toBeCloseTo(Math.sqrt(s2 + r2 * to ** 2 + 0.15 ** 2 - share * shared), 12);
		}
	});

	it('has the marginal variance if there are no reports', () => {
		const errors = { modelError: 2, slopeError: 1.3 };
		const { middle, deviation } = reportBeside(
			essay,
			[],
			2028 + 5.5 / 12,
		)({ residuals: new Float64Array(0), ...errors });
		expect(middle).toBe(0);
		expect(deviation ** 2).toBeCloseTo(covarianceOf(errors, revenue([['2028-06', 105]]))[0]![0]!, 12);
	});
});
