import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { quantileOf } from '../../src/engine/monte-carlo.ts';
import { uniforms } from '../../src/engine/random.ts';
import forecast from '../../src/models/forecast.model.ts';
import record from '../../src/models/record.model.ts';
import { covarianceOf, reported, residualsOf } from '../../src/parameters/record.ts';
import { moneyText, moveText, partsText } from '../../src/reader/view-words.ts';
import { queryOfStep, settingsAlong, stepOf, type ViewStep } from '../../src/reader/view-steps.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';

const settings = { seed: 1, values: {}, pinned: [] };
const at = (
	date: string,
	humanLevelYear: number,
	[low, high]: readonly [number, number] = [humanLevelYear, humanLevelYear],
	unknown = date,
) => ({
	date,
	values: { humanLevelYear },
	ranges: { humanLevelYear: { low, high, unknown } },
});
const sampler = new Sampler();
const step = (from: ReturnType<typeof at>, to: ReturnType<typeof at>, runs = 400) =>
	stepOf(from, to, answerNow(sampler, queryOfStep(from, to), settings, runs));

/** Density of the last coordinates of a normal of mean 0 given the first: a ratio of determinants and of quadratic forms, by elimination. */
function conditionalDensity(point: ArrayLike<number>, covariance: readonly number[][], given: number): number {
	const logDensity = (size: number): number => {
		const rows = covariance.slice(0, size).map((row, i) => [...row.slice(0, size), point[i]!]);
		let log = -(size / 2) * Math.log(2 * Math.PI);
		for (let i = 0; i < size; i++) {
			const pivot = rows[i]![i]!;
			log -= Math.log(pivot) / 2 + rows[i]![size]! ** 2 / pivot / 2;
			for (let j = i + 1; j < size; j++) {
				const factor = rows[j]![i]! / pivot;
				rows[j] = rows[j]!.map((x, k) => x - factor * rows[i]![k]!);
			}
		}
		return log;
	};
	return Math.exp(logDensity(point.length) - logDensity(given));
}

describe('`settingsAlong`', () => {
	it('keeps earlier values and their ranges until a later statement replaces them', () => {
		const said = (parameter: string, value: number, unknown = '') => ({
			parameter,
			value,
			low: value - 1,
			high: value + 1,
			unknown,
		});
		const [first, second] = settingsAlong([
			{ date: '2025-12', said: [said('humanLevelYear', 2033), said('afterLearner', 2)] },
			{ date: '2026-06', said: [said('humanLevelYear', 2031, 'the gap'), said('', NaN)] },
		]);
		expect(first!.values).toEqual({ humanLevelYear: 2033, afterLearner: 2 });
		expect(first!.ranges).toEqual({
			humanLevelYear: { low: 2032, high: 2034, unknown: 'humanLevelYear as of 2025-12' },
			afterLearner: { low: 1, high: 3, unknown: 'afterLearner as of 2025-12' },
		});
		expect(second!.values).toEqual({ humanLevelYear: 2031, afterLearner: 2 });
		expect(second!.ranges).toEqual({
			...first!.ranges,
			humanLevelYear: { low: 2030, high: 2032, unknown: 'the gap' },
		});
	});
});

describe('a step of a view', () => {
	it('counts the reports that were published after the first date and up to the second', () => {
		const between = (from: string, to: string) => step(at(from, 2033.5), at(to, 2033.5), 20).reports;
		expect(between('2025-12', '2026-06')).toBe(3);
		// The report of August was published on the 23rd.
		expect(between('2026-06', '2026-08')).toBe(0);
		expect(between('2026-08-16', '2026-08-31')).toBe(1);
		expect(between('2026-08', '2026-08')).toBe(0);
	});
	it('does not count a report that the reader leaves out', () => {
		const query = queryOfStep(at('2025-12', 2033.5), at('2026-06', 2033.5));
		const all = answerNow(sampler, query, settings, 400);
		const fewer = answerNow(sampler, query, { ...settings, leftOut: ['2026-03'] }, 400);
		expect([all.reports, fewer.reports]).toEqual([3, 2]);
		expect(fewer.readings[0]!.agiYear.given).not.toBe(all.readings[0]!.agiYear.given);
	});
	it('without a report leaves the earlier view where it was', () => {
		const { moves, strays } = step(at('2024-01', 2033.5), at('2024-06', 2031));
		expect(moves.agiYear.given).toBeCloseTo(moves.agiYear.before, 1);
		// Half of a standard error of two thousand equal runs on either side of the median.
		expect(strays.year).toBeGreaterThan(0);
		expect(strays.year).toBeLessThan(1);
		expect(moves.agiYear.after).toBeLessThan(moves.agiYear.before);
	});
	it('agrees with an independent computation of what the reports alone do', () => {
		const [from, to] = [at('2025-12', 2033.5), at('2026-06', 2033.5)];
		const { moves } = step(from, to, 2000);
		// Importance weights from draws of its own, with the density of the reports by each date written out.
		const rows = reported.filter(({ kind, published }) => kind === 'revenue' && published < 2026.45);
		const known = rows.filter(({ published }) => published < 2026);
		expect([known.length, rows.length - known.length]).toEqual([1, 3]);
		const runs = 4000;
		const drawn = Object.entries(record.parameters).flatMap(([key, parameter]) => {
			const quantile = quantileOf(parameter, { value: parameter.default, isPinned: false });
			return quantile ? [[key, uniforms(99, key, runs).map(quantile)] as const] : [];
		});
		const found = Array.from({ length: runs }, (_, run) => {
			const inputs = {
				...Object.fromEntries(Object.entries(record.parameters).map(([key, parameter]) => [key, parameter.default])),
				...Object.fromEntries(drawn.map(([key, column]) => [key, column[run]])),
			} as never;
			const [miss, covariance] = [residualsOf(inputs, rows), covarianceOf(inputs, rows)];
			return {
				year: Number(forecast.evaluate(inputs).agiYear),
				revenue: Number(forecast.evaluate(inputs).revenue2030),
				byFirst: conditionalDensity(miss.slice(0, known.length), covariance, 0),
				byAll: conditionalDensity(miss, covariance, 0),
			};
		});
		type Run = (typeof found)[number];
		const medianOf = (weightOf: (run: Run) => number, of: (run: Run) => number = ({ year }) => year) => {
			const total = found.reduce((sum, run) => sum + weightOf(run), 0);
			let passed = 0;
			return of(found.toSorted((a, b) => of(a) - of(b)).find((run) => (passed += weightOf(run)) >= total / 2)!);
		};
		const wait = (year: number) => year - (2025 + 11.5 / 12);
		const { before, given } = moves.agiYear;
		expect(before).toBe(Number(forecast.evaluate({ ...baselineOf(forecast), ...from.values }).agiYear));
		const ratio = wait(medianOf(({ byAll }) => byAll)) / wait(medianOf(({ byFirst }) => byFirst));
		expect(Math.abs(wait(given) / wait(before) - ratio)).toBeLessThan(0.05);
		const revenue = moves.revenue2030;
		for (const [ours, theirs] of [
			[
				revenue.before,
				medianOf(
					({ byFirst }) => byFirst,
					(run) => run.revenue,
				),
			],
			[
				revenue.given,
				medianOf(
					({ byAll }) => byAll,
					(run) => run.revenue,
				),
			],
		] as const)
			expect(Math.abs(Math.log(ours / theirs))).toBeLessThan(0.1);
	});
	it('gives the revenue of the later settings what the same reports teach, so that it differs by the settings alone', () => {
		const same = step(at('2025-12', 2033.5), at('2026-06', 2033.5)).moves.revenue2030;
		expect(same.after).toBe(same.given);
		const sooner = step(at('2025-12', 2033.5), at('2026-06', 2030)).moves.revenue2030;
		expect([sooner.before, sooner.given]).toEqual([same.before, same.given]);
		expect(sooner.after).toBeGreaterThan(sooner.given);
	});
	it('begins where the step before it ended', () => {
		const [one, two, three] = [at('2025-12', 2033.5), at('2026-06', 2031), at('2026-10', 2030)];
		for (const key of ['agiYear', 'revenue2030'] as const)
			expect(step(two, three).moves[key].before).toBe(step(one, two).moves[key].after);
	});
	it('counts what the reports do to each end of a reading by the runs round that end', () => {
		const ends = [2029, 2036] as const;
		const restOf = (...[from, to]: Parameters<typeof step>) => step(from, to, 200).moves.agiYear.rest;
		const { least, most } = restOf(at('2025-12', 2033.5, ends, 'gap'), at('2026-06', 2033.5, ends, 'gap'));
		const each = [2033.5, ...ends].map((year) => restOf(at('2025-12', year), at('2026-06', year)).least);
		expect([least, most]).toEqual([Math.min(...each), Math.max(...each)]);
	});
	it('changes the rest over the range of a reading by the change of the settings’ result', () => {
		const { moves } = step(at('2025-12', 2033.5), at('2026-06', 2033.5, [2033.5, 2035.5]));
		const { rest, given, after } = moves.agiYear;
		expect([rest.least, rest.most - rest.least]).toEqual([after - given, expect.closeTo(2, 2)]);
	});
	it('hardly changes the rest over the range of an unknown that both dates share', () => {
		const ends = [2031.5, 2035.5] as const;
		const { rest } = step(at('2025-12', 2033.5, ends, 'gap'), at('2026-06', 2033.5, ends, 'gap')).moves.agiYear;
		expect(rest.most - rest.least).toBeLessThan((ends[1] - ends[0]) / 3);
	});
	it('has a wider range of what is left if the same ranges belong to two unknowns', () => {
		const [from, to] = [at('2025-12', 2034, [2032, 2036], 'gap'), at('2026-06', 2032, [2030, 2034], 'gap')];
		const widthOf = ({ rest }: { rest: { least: number; most: number } }) => rest.most - rest.least;
		const apart = { ...to, ranges: { humanLevelYear: { ...to.ranges.humanLevelYear, unknown: 'another' } } };
		expect(widthOf(step(from, to).moves.agiYear)).toBeLessThan(widthOf(step(from, apart).moves.agiYear) / 4);
	});
	it('has one value left without a range', () => {
		const { moves } = step(at('2025-12', 2033.5), { ...at('2026-06', 2031), ranges: {} as never });
		for (const { rest, given, after } of Object.values(moves))
			expect(rest).toEqual({ least: after - given, most: after - given });
	});
	it('gives all of the change to the one assumption that changed', () => {
		const { moves } = step(at('2025-12', 2033.5), at('2026-06', 2030));
		const { parts, mine, theirs } = moves.agiYear.parts;
		expect(parts.map(({ key }) => key)).toEqual(['humanLevelYear']);
		expect(parts[0]!.share).toBeCloseTo(theirs - mine, 9);
	});
});

describe('words about a step', () => {
	const move = (before: number, given: number, after: number, [least, most] = [after, after], measure = 'amount') => ({
		before,
		given,
		after,
		rest: { least: least! - given, most: most! - given },
		parts: { measure, mine: 2037, theirs: 2035, parts: [{ key: 'humanLevelYear', share: -2, error: 0 }], counted: 1 },
	});
	const said = (agiYear: ReturnType<typeof move>, reports = 2): ViewStep =>
		({
			reports,
			strays: { year: 0.31, revenue: 0.07, revenueAtEnds: 0.17 },
			learntYear: 2036.4,
			moves: { agiYear, revenue2030: { ...move(100, 270, 150), afterRange: { least: 140, most: 190 } } },
		}) as unknown as ViewStep;

	it('name what the reports would have done, where the person went, and what is left', () =>
		expect(moveText('Ann', said(move(2040, 2038.5, 2035, [2034, 2036])))).toBe(
			'Given what was reported before, the record’s two reports that count and were published between the middles of these months would have moved the year in which nineteen jobs in twenty can be done from 2040.0 to 2038.5, in the proportion in which they change the wait in the runs round this view. The settings that stand for Ann, some of them ours, went to 2035.0, which is no date that was given. What is left, 3.5 years sooner, is what our reading of these reports does not explain: other evidence, the same money read differently, an error of our mapping, or the spread that we put round the date. Over the range of our mapping, at both dates, it is from 2.5 years to 4.5 years sooner.',
		));
	it('say so where the range of our reading swallows the difference', () =>
		expect(moveText('Ann', said(move(2040, 2035.5, 2035, [2034, 2036])))).toMatch(
			/Our reading leaves what is left anywhere from 1\.5 years sooner to 0\.5 years later: too wide to say whether the reports alone would have moved it further\.$/,
		));
	it('take silence for no forecast', () => {
		expect(moveText('Ann', said(move(2040, 2038.5, 2040, [2040, 2040], 'none'), 1))).toMatch(
			/^Given what was reported before, the record’s one report .* Nothing that Ann is known to have said .* stays at 2040\.0\. Silence is not a forecast/,
		);
		expect(moveText('Ann', said(move(2040, 2038.5, 2040, [2040, 2042], 'none')))).toMatch(
			/is not known to have given a new date, and our reading leaves what is left anywhere from 1\.5 years later to 3\.5 years later/,
		);
	});
	it('say that nothing was reported', () =>
		expect(moveText('Ann', said(move(2040, 2040, 2035, [2034, 2036]), 0))).toMatch(
			/^No report that counts was published between/,
		));
	it('give revenue as our forecast’s, and Shapley shares with their signs', () => {
		expect(moneyText(said(move(2040, 2038.5, 2035)))).toBe(
			'Labs’ revenue in 2030, from runs spread round the date, which learn adoption, price and the date itself from the reports: $100 billion given those published by the earlier date; $270 billion given the new reports as well; $150 billion with the later settings too ($140 billion to $190 billion over our readings). At the end these runs put the year in which nineteen jobs in twenty can be done at 2036.4. (By the number of runs, these revenues stray by about 7%, at the ends of the range by 20%; the year given the reports by about 0.31 years.)',
		);
		expect(partsText(said(move(2040, 2038.5, 2035)))).toMatch(
			/−2 years by “Year in which a machine learns as people do”/,
		);
	});
});
