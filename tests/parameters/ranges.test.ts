import { describe, expect, it } from 'vitest';
import { isNumber, type NumberParameter, type Parameter } from '../../src/engine/parameter.ts';
import { parameters } from '../../src/models/registry.ts';

/** Returns the default and the values of positions that lie outside p05 to p95. */
function valuesBeyond(parameter: Parameter): number[] {
	if (!isNumber(parameter)) return [];
	const { default: baseline, positions = {}, p05, p95 } = parameter;
	if (p05 === undefined || p95 === undefined) return [];
	return [baseline, ...Object.values(positions).map(Number)].filter((value) => value < p05 || value > p95);
}

it('a parameter states in `beyond` why a default or a position lies outside p05 to p95', () => {
	const unexplained = Array.from(parameters).filter(
		([, parameter]) => valuesBeyond(parameter).length > 0 && !(parameter as NumberParameter).beyond,
	);
	expect(unexplained.map(([key, parameter]) => `${key}: ${valuesBeyond(parameter).join(', ')}`)).toEqual([]);
});

it('a parameter without such values has no `beyond`', () => {
	const needless = Array.from(parameters).filter(
		([, parameter]) => isNumber(parameter) && parameter.beyond !== undefined && valuesBeyond(parameter).length === 0,
	);
	expect(needless.map(([key]) => key)).toEqual([]);
});

describe('the range p05 to p95', () => {
	it.each(Array.from(parameters))('of %s contains the default and lies within the slider', (_, parameter) => {
		if (!isNumber(parameter)) return;
		const { min, max, default: baseline, p05 = baseline, p95 = baseline } = parameter;
		const ends = [min, p05, baseline, p95, max];
		expect(ends).toEqual(ends.toSorted((a, b) => a - b));
	});
});
