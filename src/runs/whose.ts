import { inputsFrom, type AnyModel, type Inputs, type InputsOf } from '../engine/model.ts';
import { inputsAt, OTHER } from '../state/held-values.ts';
import type { Beliefs } from './asks.ts';

/** A model's inputs as whoever an ask names has them: the reader, a named position, or the other reader, whose link is compared with. */
export function inputsBy<M extends AnyModel>(position: string | undefined, model: M, beliefs: Beliefs): InputsOf<M>;
export function inputsBy(position: string | undefined, model: AnyModel, { values, other = {} }: Beliefs): Inputs {
	if (position !== undefined && position !== OTHER) return inputsAt(position, model);
	const own = position === undefined ? values : other;
	return inputsFrom(model, (key) => own[key] ?? model.parameters[key]!.default);
}
