import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baselineOf } from '../../src/engine/model.ts';
import { pathOf } from '../../src/engine/path.ts';
import { lagText, rows, seriesOf, summary } from '../../src/figures/ImpressiveUseful/words.ts';
import model from '../../src/models/impressive-useful.model.ts';
import type { DatedPoint } from '../../src/sources/dated-point.ts';
import { inputsOf } from '../inputs.ts';

const essay = baselineOf(model);
const point = (series: string, value: number, reported = false): DatedPoint => ({
	series,
	label: 'GPT-9',
	year: 2025.75,
	date: 'October 2025',
	value,
	reported,
	source: 'somebody',
});
const points = [point('gdpval', 0.476), point('gdpval', 0.7, true), point('rli', 0.025)];
const summaryOf = (inputs = essay) => summary(model.evaluate(inputs), seriesOf(points));

it('says both years, what lies between them, both levels of 2026, and what was measured', () => {
	const { impressiveYear, usefulYear, lagYears, impressiveNow, usefulNow } = model.evaluate(essay);
	expect([impressiveYear, usefulYear].map(Math.floor)).toEqual([2028, 2036]);
	expect([lagYears, 100 * impressiveNow].map(Math.round)).toEqual([9, 80]);
	expect((100 * usefulNow).toPrecision(2)).toBe('3.8');
	expect(summaryOf()).toBe(
		'What tests see passes 95% in 2028, the whole job in 2036, 8.7 years later. In 2026 they stand at 80% ' +
			'and 3.8%. Laid over them: GDPval, reported, 47.6% (October 2025), 70% (October 2025); Remote Labor ' +
			'Index, 2.5% (October 2025).',
	);
});

it('says never where the job is never done, and the year where that is off the picture', () => {
	expect(summary({ ...model.evaluate(essay), usefulYear: Infinity, lagYears: Infinity }, seriesOf(points))).toMatch(
		/, the whole job never\. In 2026/,
	);
	expect(lagText(Infinity, Infinity, 2045)).toBe('useful: never');
	expect(lagText(20, 2050.5, 2045)).toBe('20 years, to 2050');
	expect(lagText(6, 2034, 2045)).toBe('6 years');
});

it('has a row every five years, and one for each record in the column of its test', () => {
	const table = rows(
		pathOf(model, { path: 'impressive' }, essay),
		pathOf(model, { path: 'useful' }, essay),
		2045,
		points,
	);
	expect(table.map(([date]) => date).slice(0, 7)).toEqual(['2015', '2020', '2025', '2030', '2035', '2040', '2045']);
	expect(table.slice(7)).toEqual([
		['October 2025, GPT-9', '47.6%', '', 'somebody'],
		['October 2025, GPT-9', 'reported 70%', '', 'somebody'],
		['October 2025, GPT-9', '', '2.5%', 'somebody'],
	]);
});

it('has words for whatever is asked', () => {
	fc.assert(
		fc.property(inputsOf(model), (inputs) => !/NaN|Infinity|undefined/.test(summaryOf({ ...essay, ...inputs }))),
		{ numRuns: 40 },
	);
});
