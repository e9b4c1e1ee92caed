import { inputsFrom, type AnyModel, type Inputs } from '../engine/model.ts';
import { isNumber, type Value } from '../engine/parameter.ts';
import { parameters } from '../models/registry.ts';

/** The id under which the other reader, whose link is compared with, stands beside the named positions. */
export const OTHER = 'their-link';

/** What a named position assumes: every parameter, the essay's own value where the position is silent. */
export const valuesOf = (id: string): ReadonlyMap<string, Value> =>
	new Map(
		[...parameters].map(([key, parameter]) => {
			const held = parameter.positions?.[id];
			const isLegal =
				held !== undefined && (isNumber(parameter) ? typeof held === 'number' : Object.hasOwn(parameter.choices, held));
			return [key, isLegal ? held : parameter.default];
		}),
	);

/** A model's inputs as a named position has them. */
export function inputsAt(id: string, model: AnyModel): Inputs {
	const values = valuesOf(id);
	return inputsFrom(model, (key) => values.get(key)!);
}
