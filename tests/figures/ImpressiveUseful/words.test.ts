import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/engine/model.ts';
import { lagText, missesOf, missText, seriesOf, summary } from '../../../src/figures/ImpressiveUseful/words.ts';
import model, { impressiveAt } from '../../../src/models/impressive-useful.model.ts';
import { usefulAt } from '../../../src/parameters/abilities.ts';
import texts, { points } from './texts.ts';

const outputs = model.evaluate(baselineOf(model));

it('`summary` gives both years, the lag, both levels of 2026 and the measurements', () => {
	const { impressiveYear, usefulYear, lagYears, impressiveNow, usefulNow } = outputs;
	expect([impressiveYear, usefulYear].map(Math.floor)).toEqual([2027, 2037]);
	expect([lagYears, 100 * impressiveNow].map(Math.round)).toEqual([11, 88]);
	expect((100 * usefulNow).toPrecision(2)).toBe('4.2');
	expect(texts.of().summary).toBe(
		'What tests see passes 95% in 2027, the whole job in 2037, 11 years later. In 2026 they stand at 88% ' +
			'and 4.2%. Laid over them: GDPval, reported, 47.6% (October 2025), 70% (October 2025); Remote Labor ' +
			'Index, 2.5% (October 2025). Before 2026 what was measured counts, which our curves miss by up to 1.8× ' +
			'(GDPval).',
	);
});

it('`summary` prints “never” if the job is never done', () => {
	expect(summary({ ...outputs, usefulYear: Infinity, lagYears: Infinity }, seriesOf(points), [])).toMatch(
		/, the whole job never\. In 2026/,
	);
});

it('`lagText` adds the year if it lies beyond the last drawn year', () => {
	expect(lagText(Infinity, Infinity, 2045)).toBe('useful: never');
	expect(lagText(20, 2050.5, 2045)).toBe('20 years, to 2050');
	expect(lagText(6, 2034, 2045)).toBe('6 years');
});

it('`rows` has a row every five years, then one per measurement in the column of its test', () => {
	const { rows } = texts.of();
	expect(rows.map(([date]) => date).slice(0, 7)).toEqual(['2015', '2020', '2025', '2030', '2035', '2040', '2045']);
	expect(rows.slice(7)).toEqual([
		['October 2025, GPT-9', '47.6%', '', 'A. Author'],
		['October 2025, GPT-9', 'reported 70%', '', 'A. Author'],
		['October 2025, GPT-9', '', '2.5%', 'A. Author'],
	]);
});

describe('`missesOf`', () => {
	const inputs = baselineOf(model);
	const at = (series: string, year: number, value: number) => ({ ...points[0]!, series, year, value });
	const of = (...dated: typeof points) => missesOf(inputs, seriesOf(dated));

	it('gives the largest factor between curve and point, in either direction', () => {
		const curve = impressiveAt(inputs, 2025);
		const [low, high] = [at('gdpval', 2025, curve / 3), at('gdpval', 2025, curve * 4)];
		expect(of(low)[0]!.factor).toBeCloseTo(3, 9);
		expect(of(low, high)[0]!.factor).toBeCloseTo(4, 9);
		expect(missText(of(low, high))).toMatch(/miss by up to 4× \(GDPval\)\.$/);
	});

	it('leaves out a test whose points are met within half as much again', () => {
		const [impressive, useful] = [impressiveAt(inputs, 2025), usefulAt(inputs, 2025)];
		expect(of(at('gdpval', 2025, impressive / 1.49), at('rli', 2025, useful * 1.49))).toEqual([]);
		expect(of(at('gdpval', 2025, impressive / 1.51), at('rli', 2025, useful)).map(({ id }) => id)).toEqual(['gdpval']);
		expect(missText([])).toBe('');
	});

	it('ignores points from 2026 on', () => expect(of(at('rli', 2026, 1e-6), at('gdpval', 2026.3, 1e-6))).toEqual([]));

	it('says “more than” if the curve was nowhere near', () =>
		expect(missText(of(at('rli', 2015, 1)))).toContain('by up to more than 1,000× (Remote Labor Index)'));
});
