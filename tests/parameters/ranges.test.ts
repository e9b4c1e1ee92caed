import { describe, expect, it } from 'vitest';
import { isNumber, type NumberParameter, type Parameter } from '../../src/engine/parameter.ts';
import { parameters } from '../../src/models/registry.ts';

/** What a number is held to be by somebody named, the essay first, that lies outside what we hold likely. */
function leftOut(parameter: Parameter): number[] {
	if (!isNumber(parameter)) return [];
	const { default: usual, positions = {}, p05, p95 } = parameter;
	if (p05 === undefined || p95 === undefined) return [];
	return [usual, ...Object.values(positions).map(Number)].filter((value) => value < p05 || value > p95);
}

it('what we hold likely of a number leaves out nobody who is named, or says why', () => {
	const silent = Array.from(parameters).filter(
		([, parameter]) => leftOut(parameter).length > 0 && !(parameter as NumberParameter).beyond,
	);
	expect(silent.map(([key, parameter]) => `${key}: ${leftOut(parameter).join(', ')}`)).toEqual([]);
});

it('and says why only where it does', () => {
	const idle = Array.from(parameters).filter(
		([, parameter]) => isNumber(parameter) && parameter.beyond !== undefined && leftOut(parameter).length === 0,
	);
	expect(idle.map(([key]) => key)).toEqual([]);
});

describe('every range', () => {
	it.each(Array.from(parameters))('of %s has the essay’s own value in it, within the slider', (_, parameter) => {
		if (!isNumber(parameter)) return;
		const { min, max, default: usual, p05 = usual, p95 = usual } = parameter;
		const rising = [min, p05, usual, p95, max];
		expect(rising).toEqual(rising.toSorted((a, b) => a - b));
	});
});
