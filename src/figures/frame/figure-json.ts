import type { AnyModel, Inputs, Outputs } from '../../engine/model.ts';
import { isNumber } from '../../engine/parameter.ts';

export interface FigureState {
	readonly figure: string;
	readonly title: string;
	readonly link: string;
	readonly edition: number;
	readonly model: AnyModel;
	readonly inputs: Inputs;
	readonly outputs: Outputs;
}

/** JSON has no infinity. */
const jsonValue = (value: Outputs[string]) =>
	typeof value === 'number' && !Number.isFinite(value) ? 'Infinity' : value;

/** Returns the JSON file of a figure: each input with its default and source, and each output. */
export function figureJson({ figure, title, link, edition, model, inputs, outputs }: FigureState): string {
	return JSON.stringify(
		{
			figure,
			title,
			link,
			edition,
			licence: 'CC-BY-4.0',
			model: model.id,
			inputs: Object.fromEntries(
				Object.entries(model.parameters).map(([key, parameter]) => [
					key,
					{
						label: parameter.label,
						...(isNumber(parameter) && { unit: parameter.unit }),
						value: inputs[key],
						essay: parameter.default,
						source: parameter.source.note,
						works: parameter.source.cite,
					},
				]),
			),
			outputs: Object.fromEntries(
				Object.entries(outputs).map(([key, value]) => {
					const { label, unit } = model.outputs[key]!;
					return [key, { label, unit, value: jsonValue(value) }];
				}),
			),
		},
		null,
		'\t',
	);
}
