import { formatNumber, type FormatOptions } from '../engine/number-format.ts';
import type { Unit } from '../engine/units.ts';
import type { AnyModel } from '../engine/model.ts';
import { isNumber, type Value } from '../engine/parameter.ts';
import { modelOf } from './registry.ts';

/** A parameter or an output of one model, identified in prose as "model.key": "rl-scaling.years". */
export interface Quantity {
	readonly model: AnyModel;
	readonly key: string;
	readonly isParameter: boolean;
	readonly label: string;
	readonly unit: Unit;
	readonly tone: string | undefined;
	readonly never: string | undefined;
}

/** Returns the quantity with this name. Throws an error that lists the model's keys if there is none. */
export function quantityOf(name: string): Quantity {
	const [id = '', key = ''] = name.split('.');
	const model = modelOf(id);
	const parameter = Object.hasOwn(model.parameters, key) ? model.parameters[key] : undefined;
	const output = Object.hasOwn(model.outputs, key) ? model.outputs[key] : undefined;
	const found = parameter ?? output;
	if (!found)
		throw new Error(
			`${id} has no parameter or output "${key}". Known: ${[...Object.keys(model.parameters), ...Object.keys(model.outputs)].join(', ')}.`,
		);
	const { label, unit, tone } = found;
	return {
		model,
		key,
		isParameter: parameter !== undefined,
		label,
		unit,
		tone,
		never: output?.never,
	};
}

/** Formats a quantity's value: a choice by its label, a boolean as yes or no, a number by `formatNumber`. */
export function quantityText(quantity: Quantity, value: Value | boolean, options: FormatOptions = {}): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'string') {
		const parameter = quantity.model.parameters[quantity.key];
		return parameter && !isNumber(parameter) ? (parameter.choices[value] ?? value) : value;
	}
	return formatNumber(value, quantity.unit, {
		...(quantity.never && { never: quantity.never }),
		...options,
	});
}
