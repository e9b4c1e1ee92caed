import type { AnyModel, Inputs, Outputs } from './model.ts';
import { fromPosition, isNumber } from './parameter.ts';

/**
 * A model along one of its parameters, the rest held: evenly spaced in the parameter's own scale, both ends included,
 * or between `from` and `to` where given.
 */
export function sweep(
	model: AnyModel, inputs: Inputs, key: string, steps = 80, [from, to]: readonly [number?, number?] = [],
): { readonly at: number; readonly outputs: Outputs }[] {
	const parameter = model.parameters[key];
	if (!parameter || !isNumber(parameter)) throw new Error(`"${key}" of ${model.id} is no number to sweep along.`);
	const span = { ...parameter, min: from ?? parameter.min, max: to ?? parameter.max };
	return Array.from({ length: steps + 1 }, (_, i) => {
		const at = fromPosition(span, i / steps);
		return { at, outputs: model.evaluate({ ...inputs, [key]: at }) };
	});
}
