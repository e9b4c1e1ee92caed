import type { Inputs, Outputs } from './model.ts';
import { fromPosition, isNumber, type Parameter } from './parameter.ts';

/** A model, as far as a sweep needs one: what it takes (`I`) and gives (`R`) keeps its type. */
export interface Sweepable<I, R> {
	readonly id: string;
	readonly parameters: { readonly [K in keyof I]: Parameter };
	evaluate(inputs: I): R;
}

/**
 * A model along one of its parameters, the rest held: evenly spaced in the parameter's own scale, both ends included,
 * or between `from` and `to` where given. Where whole things are counted, at whole numbers only.
 */
export function sweep<I extends Inputs, R extends Outputs>(
	model: Sweepable<I, R>,
	inputs: I,
	key: keyof I & string,
	steps = 80,
	[from, to]: readonly [from?: number, to?: number] = [],
): { readonly at: number; readonly outputs: R }[] {
	const parameter: Parameter | undefined = model.parameters[key];
	if (!parameter || !isNumber(parameter)) throw new Error(`"${key}" of ${model.id} is no number to sweep along.`);
	const span = { ...parameter, min: from ?? parameter.min, max: to ?? parameter.max };
	const places = Array.from({ length: steps + 1 }, (_, i) => fromPosition(span, i / steps));
	return (parameter.integer ? [...new Set(places.map(Math.round))] : places).map((at) => ({
		at,
		outputs: model.evaluate({ ...inputs, [key]: at }),
	}));
}
