import type { Inputs, Outputs, OutputSet, Parametrized } from '../../engine/model.ts';
import { isNumber } from '../../engine/parameter.ts';

/** What a figure computes from, and what it came to. */
export interface Computed {
	readonly kind: 'model' | 'experiment';
	readonly of: Parametrized & { readonly outputs: OutputSet };
	readonly inputs: Inputs;
	/** Empty before the reader's run of an experiment is done. */
	readonly outputs: Outputs;
	/** Seed and hash of the reader's run of an experiment. */
	readonly run?: { readonly seed: number; readonly hash: string } | undefined;
}
export interface FigureState {
	readonly figure: string;
	readonly title: string;
	readonly link: string;
	readonly edition: number;
	readonly computed: Computed;
}

/** JSON has no infinity. */
const jsonValue = (value: Outputs[string]) =>
	typeof value === 'number' && !Number.isFinite(value) ? 'Infinity' : value;

/** Returns the JSON file of a figure: each input with its default and source, and each output. */
export function figureJson({ figure, title, link, edition, computed }: FigureState): string {
	const { kind, of, inputs, outputs, run } = computed;
	return JSON.stringify(
		{
			figure,
			title,
			link,
			edition,
			licence: 'CC-BY-4.0',
			[kind]: of.id,
			...run,
			inputs: Object.fromEntries(
				Object.entries(of.parameters).map(([key, parameter]) => [
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
					const { label, unit } = of.outputs[key]!;
					return [key, { label, unit, value: jsonValue(value) }];
				}),
			),
		},
		null,
		'\t',
	);
}
