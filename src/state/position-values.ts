import { inputsFrom, type AnyModel, type Inputs } from '../engine/model.ts';
import { isNumber, type Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';

/** The id of the other reader among the named positions. */
export const OTHER_READER = 'their-link';

/** Returns a named position's value of every parameter: the default where the position has none, or none that is legal. */
export const positionValues = (id: string): ReadonlyMap<string, Value> =>
	new Map(
		[...parameters].map(([key, parameter]) => {
			const value = parameter.positions?.[id];
			const isLegal =
				value !== undefined &&
				(isNumber(parameter) ? typeof value === 'number' : Object.hasOwn(parameter.choices, value));
			return [key, isLegal ? value : parameter.default];
		}),
	);

/** Returns a model's inputs under a named position. */
export function positionInputs(id: string, model: AnyModel): Inputs {
	const values = positionValues(id);
	return inputsFrom(model, (key) => values.get(key)!);
}
