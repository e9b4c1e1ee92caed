import fc from 'fast-check';
import type { AnyModel, Inputs } from '../src/engine/model.ts';
import {
	clamp,
	fromPosition,
	isNumber,
	type NumberParameter,
	type Parameter,
	type Value,
} from '../src/engine/parameter.ts';

/** Anywhere on a slider, its ends and its default more often than chance would have it. */
export const onSlider = (parameter: NumberParameter): fc.Arbitrary<number> =>
	fc.oneof(
		{
			weight: 4,
			arbitrary: fc
				.double({ min: 0, max: 1, noNaN: true })
				.map((position) => clamp(parameter, fromPosition(parameter, position))),
		},
		{ weight: 1, arbitrary: fc.constantFrom(parameter.min, parameter.max, parameter.default) },
	);

export const valueOf = (parameter: Parameter): fc.Arbitrary<Value> =>
	isNumber(parameter) ? onSlider(parameter) : fc.constantFrom(...Object.keys(parameter.choices));

/** What a reader may have set a model's parameters to. */
export const inputsOf = (model: AnyModel): fc.Arbitrary<Inputs> =>
	fc.record(Object.fromEntries(Object.entries(model.parameters).map(([key, parameter]) => [key, valueOf(parameter)])));

/** Every combination of ends and choices; beyond 4,096 of them, a sample spread evenly over all. */
export function cornersOf(model: AnyModel): Inputs[] {
	const ends = Object.entries(model.parameters).map(
		([key, parameter]) =>
			[key, isNumber(parameter) ? [parameter.min, parameter.max] : Object.keys(parameter.choices)] as const,
	);
	const count = ends.reduce((product, [, values]) => product * values.length, 1);
	// A stride that shares no factor with 2 or 3 visits every kind of corner.
	const stride = count <= 4096 ? 1 : Math.floor(count / 4096 / 6) * 6 + 1;
	return Array.from({ length: Math.min(count, 4096) }, (_, i) => {
		let rest = i * stride;
		return Object.fromEntries(
			ends.map(([key, values]) => {
				const value = values[rest % values.length]!;
				rest = Math.floor(rest / values.length);
				return [key, value];
			}),
		);
	});
}
