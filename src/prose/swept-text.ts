import { formatNumber, type FormatOptions } from '../engine/number-format.ts';
import type { Inputs } from '../engine/model.ts';
import { isNumber } from '../engine/parameter.ts';
import { sweepQuantile, type Sweep } from '../experiments/sweep.ts';

/** A number from the published runs of an experiment: a quantile of an output over its seeds. */
export interface SweptSpec extends FormatOptions {
	/** "experiment.output". */
	readonly of: string;
	/** Settings that differ from those of the sentence; they must be on the grid of the published runs. */
	readonly at?: Inputs;
	/** From 0 to 1. Default: the median. */
	readonly quantile?: number;
}
/** A setting of the published runs that a sentence is of, in words. */
export interface SettingSpec extends FormatOptions {
	/** "experiment.parameter". */
	readonly of: string;
	/** Words by value. Default: the words of a choice, or the number with its unit. */
	readonly say?: Readonly<Record<string, string>>;
}
/** Text that follows the reader's settings of an experiment. */
export type SweptMark = { readonly swept: SweptSpec } | { readonly setting: SettingSpec };

/** An output that is known without runs; undefined if it is not. */
export type Exactly = (inputs: Inputs, output: string) => number | undefined;

const keyOf = (of: string): string => of.split('.')[1] ?? '';

/** Returns a number from the published runs at these settings, or at the nearest ones. Throws if the experiment has no such output. */
export function sweptText(
	sweep: Sweep,
	{ of, at = {}, quantile = 0.5, ...format }: SweptSpec,
	inputs: Inputs,
	exactly?: Exactly,
): string {
	const { id, outputs } = sweep.experiment;
	const key = keyOf(of);
	const output = outputs[key];
	if (!output) throw new Error(`${id} has no output "${key}". Known: ${Object.keys(outputs).join(', ')}.`);
	const asked = { ...inputs, ...at };
	const value =
		exactly?.(asked, key) ?? sweepQuantile(sweep.valuesAt(sweep.nearest(asked, Object.keys(at)), key), quantile);
	return formatNumber(value, output.unit, { ...(output.never && { never: output.never }), ...format });
}

/** Returns a setting in words. Throws if the experiment has no such parameter, or if `say` lacks a choice. */
export function settingText(sweep: Sweep, { of, say, ...format }: SettingSpec, inputs: Inputs): string {
	const { id, parameters } = sweep.experiment;
	const key = keyOf(of);
	const parameter = parameters[key];
	if (!parameter) throw new Error(`${id} has no parameter "${key}". Known: ${Object.keys(parameters).join(', ')}.`);
	const value = inputs[key]!;
	const said = say?.[String(value)];
	if (said !== undefined) return said;
	if (isNumber(parameter)) return formatNumber(Number(value), parameter.unit, format);
	if (say) throw new Error(`<Setting of="${of}"> says nothing of "${value}". Add it to "say".`);
	return parameter.choices[String(value)]!;
}

/** Returns the text of a mark at the reader's settings: of their published runs, or of the nearest ones. */
export const textOfMark = (sweep: Sweep, mark: SweptMark, inputs: Inputs, exactly?: Exactly): string =>
	'swept' in mark
		? sweptText(sweep, mark.swept, inputs, exactly)
		: settingText(sweep, mark.setting, exactly ? inputs : sweep.nearest(inputs));

/** Returns the attribute that marks an element whose text follows the reader's settings. */
export const sweptMark = (mark: SweptMark): { 'data-follows': string } => ({ 'data-follows': JSON.stringify(mark) });

/** Returns the elements with that attribute. It is parsed without checks, because only the build writes it. */
export const sweptMarks = (
	within: ParentNode,
): readonly { readonly element: HTMLElement; readonly mark: SweptMark }[] =>
	Array.from(within.querySelectorAll<HTMLElement>('[data-follows]'), (element) => ({
		element,
		mark: JSON.parse(element.dataset['follows']!),
	}));

/** Returns which published runs a sentence is of if the reader's settings have none; empty if they have. */
export function nearestText(sweep: Sweep, inputs: Inputs): string {
	const nearest = sweep.nearest(inputs);
	const others = Object.keys(inputs).filter((key) => nearest[key] !== inputs[key]);
	const said = others.map((key) => settingText(sweep, { of: `${sweep.experiment.id}.${key}` }, nearest));
	return others.length === 0 ? '' : `Of the nearest published runs: ${said.join(', ')}.`;
}
