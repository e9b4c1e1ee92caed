import type { Inputs, Outputs } from './model.ts';
import { fromPosition, isNumber, type Parameter } from './parameter.ts';

/** The part of a model that a sweep needs; `I` and `R` keep the types of its inputs and results. */
export interface Sweepable<I, R> {
	readonly id: string;
	readonly parameters: { readonly [K in keyof I]: Parameter };
	evaluate(inputs: I): R;
}

/**
 * Evaluates a model along one parameter with the other inputs fixed: at evenly spaced positions on the parameter's
 * scale, ends included, from `from` to `to` if given; at whole numbers only for integer parameters.
 */
export function sweep<I extends Inputs, R extends Outputs>(
	model: Sweepable<I, R>,
	inputs: I,
	key: keyof I & string,
	steps = 80,
	[from, to]: readonly [from?: number, to?: number] = [],
): { readonly at: number; readonly outputs: R }[] {
	const parameter: Parameter | undefined = model.parameters[key];
	if (!parameter || !isNumber(parameter)) throw new Error(`sweep: "${key}" is not a numeric parameter of ${model.id}.`);
	const span = { ...parameter, min: from ?? parameter.min, max: to ?? parameter.max };
	const places = Array.from({ length: steps + 1 }, (_, i) => fromPosition(span, i / steps));
	return (parameter.integer ? [...new Set(places.map(Math.round))] : places).map((at) => ({
		at,
		outputs: model.evaluate({ ...inputs, [key]: at }),
	}));
}
