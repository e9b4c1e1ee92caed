import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import { tornado, type Bar } from '../../src/engine/sensitivity.ts';
import { tornadoPicture } from '../../src/analysis/tornado.ts';
import { quantityOf } from '../../src/models/quantity.ts';
import { models } from '../../src/models/registry.ts';
import { inputsOf } from '../engine/inputs.ts';

const years = quantityOf('revenue-gap.yearsToClose');
const bar = (key: string, atLow: number, atHigh: number): Bar => ({ key, low: 2, high: 5, atLow, atHigh });

describe('`tornadoPicture`', () => {
	it('names in its title the parameter that matters most and its effect', () => {
		expect(tornadoPicture(years, 17, [bar('revenueGrowth', 20, 9)]).title).toBe(
			'“Growth of revenue now” matters most: 9 years to 20 years',
		);
		expect(tornadoPicture(years, 17, [bar('revenueGrowth', Infinity, 7)]).title).toBe(
			'“Growth of revenue now” matters most: 7 years at one end of what is held possible, never at the other',
		);
		expect(tornadoPicture(years, 17, [bar('revenueGrowth', 17, 17)]).title).toBe(
			'Nothing that is held possible here moves “Years to close it”',
		);
		expect(tornadoPicture(years, 17, []).title).toBe(
			'Nothing to compare for “Years to close it”: no assumption here has a range that is held possible',
		);
	});

	it('gives each end with its input, the lowest first', () => {
		const [row] = tornadoPicture(years, 17, [bar('revenueGrowth', 20, 9)]).rows;
		expect(row).toMatchObject({
			least: { output: '9 years', input: '5× a year' },
			most: { output: '20 years', input: '2× a year' },
		});
	});

	it('sorts infinite bars first, then by length, and separates slight and unmoved parameters', () => {
		const { rows, slight, unmoved } = tornadoPicture(years, 17, [
			bar('gdp', 16, 18),
			bar('revenue', 9, 40),
			bar('labourShare', 17.4, 17.6),
			bar('targetShare', 17, 17.001),
			bar('revenueGrowth', 16, Infinity),
		]);
		expect(rows.map(({ key }) => key)).toEqual(['revenueGrowth', 'revenue', 'gdp']);
		expect([slight, unmoved]).toEqual([['Labour share of income'], ['Share of the wage bill to reach']]);
	});

	it('extends a bar to the current value if both ends lie on one side', () => {
		const [row] = tornadoPicture(years, 17, [bar('revenueGrowth', 9, 10)]).rows;
		expect(row!.to - row!.from).toBeGreaterThan(90);
	});

	it('uses a logarithmic axis if the values span more than a factor of 100', () => {
		expect(tornadoPicture(years, 17, [bar('revenueGrowth', 2, 100)]).isLog).toBe(false);
		expect(tornadoPicture(years, 17, [bar('revenueGrowth', 1, 101)]).isLog).toBe(true);
	});

	it.each(
		[...models.values()].flatMap((model) =>
			model.headline.map((output) => [`${model.id}.${output}`, model, output] as const),
		),
	)('keeps bars of %s within 0 to 100 and texts without NaN for any inputs', (name, model, output) => {
		const holds = (inputs: Inputs) => {
			const { now, bars } = tornado(model, inputs, output, () => false);
			const picture = tornadoPicture(quantityOf(name), now, bars);
			expect(JSON.stringify(picture)).not.toMatch(/NaN|null|Infinity|undefined/);
			for (const position of [picture.now.at, ...picture.rows.flatMap(({ from, to }) => [from, to])])
				expect(position >= 0 && position <= 100, String(position)).toBe(true);
			expect(picture.rows.length + picture.slight.length + picture.unmoved.length).toBe(bars.length);
		};
		holds(baselineOf(model));
		fc.assert(fc.property(inputsOf(model), holds), { numRuns: 20 });
	});
});
