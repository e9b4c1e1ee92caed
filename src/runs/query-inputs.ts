import { inputsFrom, type AnyModel, type Inputs, type InputsOf } from '../engine/model.ts';
import { positionInputs, OTHER_READER } from '../state/position-values.ts';
import type { RunSettings } from './queries.ts';

/** Returns the inputs of `model` for a position, or for the other reader (`OTHER_READER`); for the reader if `position` is undefined. */
export function inputsFor<M extends AnyModel>(
	position: string | undefined,
	model: M,
	settings: RunSettings,
): InputsOf<M>;
export function inputsFor(position: string | undefined, model: AnyModel, { values, other = {} }: RunSettings): Inputs {
	if (position !== undefined && position !== OTHER_READER) return positionInputs(position, model);
	const own = position === undefined ? values : other;
	return inputsFrom(model, (key) => own[key] ?? model.parameters[key]!.default);
}
