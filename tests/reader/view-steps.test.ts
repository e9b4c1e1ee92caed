import { describe, expect, it } from 'vitest';
import { gaussian } from '../../src/engine/gaussian.ts';
import { quantileOf } from '../../src/engine/monte-carlo.ts';
import { uniforms } from '../../src/engine/random.ts';
import forecast from '../../src/models/forecast.model.ts';
import record from '../../src/models/record.model.ts';
import { covarianceOf, reported, residualsOf } from '../../src/parameters/record.ts';
import { moneyText, moveText, partsText } from '../../src/reader/view-words.ts';
import { queryOfStep, reportsBetween, settingsAlong, stepOf, type ViewStep } from '../../src/reader/view-steps.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';

const settings = { seed: 1, values: {}, pinned: [] };
const at = (
	date: string,
	humanLevelYear: number,
	range: readonly [number, number] = [humanLevelYear, humanLevelYear],
) => ({
	date,
	values: { humanLevelYear },
	ranges: { humanLevelYear: range },
});
const sampler = new Sampler();
const step = (from: ReturnType<typeof at>, to: ReturnType<typeof at>, runs = 400) =>
	stepOf(from, to, answerNow(sampler, queryOfStep(from, to), settings, runs));

describe('`settingsAlong`', () => {
	it('keeps what was said before and not changed, and has ranges only for what was said then', () => {
		const said = (parameter: string, value: number) => ({ parameter, value, low: value - 1, high: value + 1 });
		expect(
			settingsAlong([
				{ date: '2025-12', said: [said('humanLevelYear', 2033), said('afterLearner', 2)] },
				{ date: '2026-06', said: [said('humanLevelYear', 2031), said('', NaN)] },
			]),
		).toEqual([
			{
				date: '2025-12',
				values: { humanLevelYear: 2033, afterLearner: 2 },
				ranges: { humanLevelYear: [2032, 2034], afterLearner: [1, 3] },
			},
			{
				date: '2026-06',
				values: { humanLevelYear: 2031, afterLearner: 2 },
				ranges: { humanLevelYear: [2030, 2032] },
			},
		]);
	});
});

describe('a step of a view', () => {
	it('counts the reports after the first month and up to the second', () => {
		expect(reportsBetween('2025-12', '2026-06')).toBe(2);
		expect(reportsBetween('2026-06', '2026-08')).toBe(1);
		expect(reportsBetween('2026-08', '2026-08')).toBe(0);
	});
	it('without a report leaves the earlier view where it was', () => {
		const { moves, effective } = step(at('2024-01', 2033.5), at('2024-06', 2031));
		expect(moves.agiYear.given).toBeCloseTo(moves.agiYear.before, 1);
		expect(effective).toBe(2000);
		expect(moves.agiYear.after).toBeLessThan(moves.agiYear.before);
	});
	it('agrees with an independent computation of what the reports alone do', () => {
		const [from, to] = [at('2025-12', 2033.5), at('2026-06', 2033.5)];
		const { moves } = step(from, to, 2000);
		// Importance weights from draws of its own, with the density written out.
		const rows = reported.filter(({ kind, year }) => kind === 'revenue' && year > 2026 && year < 2026.5);
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
			const log = gaussian(covarianceOf(inputs, rows)).logDensity(residualsOf(inputs, rows));
			return { year: Number(forecast.evaluate(inputs).agiYear), weight: Math.exp(log) };
		}).sort((a, b) => a.year - b.year);
		const total = found.reduce((sum, { weight }) => sum + weight, 0);
		let passed = 0;
		const median = found.find(({ weight }) => (passed += weight) >= total / 2)!.year;
		expect(Math.abs(moves.agiYear.given - median)).toBeLessThan(0.6);
	});
	it('moves its median through the range of our reading as the settings move their result', () => {
		const { moves } = step(at('2025-12', 2033.5), at('2026-06', 2033.5, [2033.5, 2035.5]));
		const { low, high, after } = moves.agiYear;
		expect([low, high - after]).toEqual([after, expect.closeTo(2, 2)]);
	});
	it('leaves its median exactly where it is without a range', () => {
		const { moves } = step(at('2025-12', 2033.5), { ...at('2026-06', 2031), ranges: {} as never });
		for (const { low, after, high } of Object.values(moves)) expect([low, high]).toEqual([after, after]);
	});
	it('gives all of the change to the one assumption that changed', () => {
		const { moves } = step(at('2025-12', 2033.5), at('2026-06', 2030));
		const { parts, mine, theirs } = moves.agiYear.parts;
		expect(parts.map(({ key }) => key)).toEqual(['humanLevelYear']);
		expect(parts[0]!.share).toBeCloseTo(theirs - mine, 9);
	});
});

describe('words about a step', () => {
	const move = (before: number, given: number, after: number, low = after, high = after, measure = 'amount') => ({
		before,
		given,
		after,
		low,
		high,
		parts: { measure, mine: 2037, theirs: 2035, parts: [{ key: 'humanLevelYear', share: -2, error: 0 }], counted: 1 },
	});
	const said = (agiYear: ReturnType<typeof move>, reports = 2): ViewStep =>
		({ reports, moves: { agiYear, revenue2030: move(100, 270, 150) } }) as unknown as ViewStep;

	it('name what the reports would have done, where the person went, and what is left', () =>
		expect(moveText('Ann', said(move(2040, 2038.5, 2035, 2034, 2036)))).toBe(
			'By themselves, the record’s two reports of these months would have moved the year in which nineteen jobs in twenty can be done from 2040.0 to 2038.5, in the middle of the runs. Ann went to 2035.0. What is left, 3.5 years sooner, is what our reading of these reports does not explain: other evidence, the same money read differently, or an error of our mapping. Our reading leaves it anywhere from 2034.0 to 2036.0, so that some of it stays.',
		));
	it('say so where the range of our reading swallows the difference', () =>
		expect(moveText('Ann', said(move(2040, 2035.5, 2035, 2034, 2036)))).toMatch(
			/takes in what the reports would have done: too wide to say how much of the move they explain\.$/,
		));
	it('take silence for no forecast', () => {
		expect(moveText('Ann', said(move(2040, 2038.5, 2040, 2040, 2040, 'none'), 1))).toMatch(
			/^By itself, the record’s one report .* Nothing that Ann is known to have said .* stays at 2040\.0\. Silence is not a forecast/,
		);
		expect(moveText('Ann', said(move(2040, 2038.5, 2040, 2040, 2042, 'none')))).toMatch(
			/is not known to have given a new date, and our reading leaves it from 2040\.0 to 2042\.0/,
		);
	});
	it('say that nothing was reported', () =>
		expect(moveText('Ann', said(move(2040, 2040, 2035, 2034, 2036), 0))).toMatch(/^No sum of both labs’ revenue/));
	it('give revenue as our forecast’s, and Shapley shares with their signs', () => {
		expect(moneyText(said(move(2040, 2038.5, 2035)))).toMatch(
			/by our forecast from these settings: \$100.billion before, \$270.billion by those reports alone, \$150.billion after\.$/,
		);
		expect(partsText(said(move(2040, 2038.5, 2035)))).toMatch(
			/−2 years by “Year in which a machine learns as people do”/,
		);
	});
});
