import fc from 'fast-check';
import type { AnyModel, Inputs } from '../../src/engine/model.ts';
import {
	clamp,
	fromPosition,
	isNumber,
	type NumberParameter,
	type Parameter,
	type Value,
} from '../../src/engine/parameter.ts';

/** Returns an arbitrary slider value, with extra weight on both ends and the default. */
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

/** Returns an arbitrary value of a parameter. */
export const valueOf = (parameter: Parameter): fc.Arbitrary<Value> =>
	isNumber(parameter) ? onSlider(parameter) : fc.constantFrom(...Object.keys(parameter.choices));

/** Returns arbitrary inputs of a model. */
export const inputsOf = (model: AnyModel): fc.Arbitrary<Inputs> =>
	fc.record(Object.fromEntries(Object.entries(model.parameters).map(([key, parameter]) => [key, valueOf(parameter)])));

/** Returns every combination of slider ends and choices; an even sample of 4,096 if there are more. */
export function cornersOf(model: AnyModel): Inputs[] {
	const ends = Object.entries(model.parameters).map(
		([key, parameter]) =>
			[key, isNumber(parameter) ? [parameter.min, parameter.max] : Object.keys(parameter.choices)] as const,
	);
	const count = ends.reduce((product, [, values]) => product * values.length, 1);
	// A stride coprime to 2 and 3 varies every parameter.
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
