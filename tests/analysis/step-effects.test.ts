import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import stepEffects from '../../src/analysis/step-effects.ts';
import { baselineOf, type Inputs } from '../../src/engine/model.ts';
import type { Parameter } from '../../src/engine/parameter.ts';
import { tornado } from '../../src/engine/sensitivity.ts';
import { models } from '../../src/models/registry.ts';
import { inputsOf } from '../engine/inputs.ts';

const none = () => false;
const gap = models.get('revenue-gap')!;
const every = [...models.values()];

describe('`stepEffects`', () => {
	it('says where the main output goes from the low to the high end of the likely range', () => {
		expect(stepEffects(gap, baselineOf(gap), none).get('revenueGrowth')).toEqual({
			direction: -1,
			size: 3,
			text: 'Taken from 2× a year to 5× a year, its likely range, it alone takes “Years to close it” from never to 6.9 years.',
		});
	});

	it('says that a parameter does not move an output which does not depend on it, and gives it no bar', () => {
		const forecast = models.get('forecast')!;
		expect(stepEffects(forecast, baselineOf(forecast), none).get('adoptionQ')).toEqual({
			direction: 0,
			size: 0,
			text: 'Taken from 25% a year to 120% a year, its likely range, it does not move “Year in which 95% can be done”.',
		});
	});

	it('says of an output that comes back to where it began what it is at both ends and between', () => {
		const evaluate = ({ revenueGrowth }: Inputs) => ({ [gap.headline[0]!]: Math.abs(Number(revenueGrowth) - 3.5) + 1 });
		const model = { ...gap, evaluate };
		expect(stepEffects(model, { ...baselineOf(gap), revenueGrowth: 3.5 }, none).get('gdp')!.size).toBe(0);
		const { parameters } = gap;
		const symmetric = { ...parameters['revenueGrowth']!, p05: 2, p95: 5, default: 3.5 } as Parameter;
		const both = { ...model, parameters: { ...parameters, revenueGrowth: symmetric } };
		expect(stepEffects(both, { ...baselineOf(gap), revenueGrowth: 3.5 }, none).get('revenueGrowth')).toEqual({
			direction: 0,
			size: 3,
			text: 'At both ends of its likely range, 2× a year and 5× a year, it makes “Years to close it” 2.5 years, and 1 year between.',
		});
	});

	it('leaves out what the reader holds certain', () => {
		expect(stepEffects(gap, baselineOf(gap), (key) => key === 'revenueGrowth').has('revenueGrowth')).toBe(false);
	});

	it.each(every.map((model) => [model.id, model] as const))(
		'%s: direction and size are those of its tornado',
		(_, model) => {
			fc.assert(
				fc.property(inputsOf(model), (inputs) => {
					const { bars } = tornado(model, inputs, model.headline[0]!, none);
					const effects = stepEffects(model, inputs, none);
					expect([...effects.keys()].sort()).toEqual(bars.map(({ key }) => key).sort());
					for (const { key, atLow, atHigh } of bars) {
						const { direction, size, text } = effects.get(key)!;
						if (direction !== 0) expect(direction).toBe(Math.sign(atHigh > atLow ? 1 : atLow > atHigh ? -1 : 0));
						if (size === 0) expect(direction).toBe(0);
						expect(text).not.toMatch(/NaN|undefined|Infinity/);
					}
				}),
				{ numRuns: 15 },
			);
		},
	);
});
