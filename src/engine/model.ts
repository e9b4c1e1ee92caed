import type { Unit } from './number-format.ts';
import type { ChoiceParameter, Parameter, Value } from './parameter.ts';

/** A named result. `Infinity` is a legal value; the page says it in the words of `never`. */
export interface Output {
	readonly label: string;
	/** For the end of a curve, where a label would be too long. */
	readonly short?: string;
	readonly symbol: string;
	readonly unit: Unit;
	readonly tone?: string;
	/** Printed with every digit before the point and one behind it, where others are rounded to three. */
	readonly exact?: true;
	/** What an infinite value is called on the page; "never" unless given. */
	readonly never?: string;
}

/** A curve: places along the bottom, which are the same for all inputs, and the heights there. */
export type Path = readonly (readonly [number, number])[];

type Parameters = Readonly<Record<string, Parameter>>;
type InputsOf<P extends Parameters> = {
	readonly [K in keyof P]: P[K] extends ChoiceParameter<infer C> ? C : number;
};
type OutputsOf<O> = { readonly [K in keyof O]: number | boolean };

/** A set of values with a name and an owner, adopted with one click. */
export interface Preset<P extends Parameters = Parameters> {
	readonly name: string;
	readonly cite: readonly string[];
	readonly values: Partial<InputsOf<P>>;
}

/** A number that can be checked by hand: shown to readers on the method page and run as a test. */
export interface Example<P extends Parameters = Parameters, O = Record<string, Output>> {
	readonly given: Partial<InputsOf<P>>;
	readonly expect: Partial<OutputsOf<O>>;
}

/** Something true of the model whatever the inputs; tested over their whole ranges, corners included. `R` is what the model returns. */
export type Law<P extends Parameters = Parameters, O = Record<string, Output>, R = OutputsOf<O>> = { readonly says: string } & (
	| { readonly output: keyof O; readonly rises: keyof P }
	| { readonly output: keyof O; readonly falls: keyof P }
	| { holds(inputs: InputsOf<P>, outputs: R): boolean }
);

/** One argument turned into arithmetic: the single definition that sliders, sentences, links, tables and tests all read. */
export interface Model<
	P extends Parameters = Parameters,
	O extends Readonly<Record<string, Output>> = Record<string, Output>,
	R extends OutputsOf<O> = OutputsOf<O>,
> {
	readonly id: string;
	readonly title: string;
	/** The question that it answers for a reader of the essay. */
	readonly question: string;
	readonly parameters: P;
	readonly outputs: O;
	/** The outputs that the model is asked about, first the one that its argument turns on: ranges, tornado and goal seek start there. */
	readonly headline: readonly (keyof O & string)[];
	/** The output that readers are asked to guess before they see it, if any. Always above zero: the scale is logarithmic. */
	readonly guess?: keyof O & string;
	/** Curves that are no sweep along a parameter: over years, say. By name, so that a worker can draw them too. */
	readonly paths?: Readonly<Record<string, (inputs: InputsOf<P>) => Path>>;
	/** LaTeX. `\q{key}` stands for the symbol of a parameter or output, in its colour. */
	readonly equation: string;
	/** Where the arithmetic comes from. */
	readonly source: { readonly cite: readonly string[]; readonly note: string };
	/** What the arithmetic does not know, said on the page. */
	readonly leavesOut: string;
	evaluate(inputs: InputsOf<P>): R;
	readonly presets?: readonly Preset<P>[];
	readonly examples: readonly Example<P, O>[];
	readonly laws: readonly Law<P, O, R>[];
}

export type Inputs = Readonly<Record<string, Value>>;
export type Outputs = Readonly<Record<string, number | boolean>>;

/** A model whose own keys have been forgotten, as every view of it sees it. */
export interface AnyModel extends Omit<Model, 'evaluate' | 'laws' | 'presets' | 'examples' | 'paths'> {
	evaluate(inputs: Inputs): Outputs;
	readonly paths?: Readonly<Record<string, (inputs: Inputs) => Path>>;
	readonly presets?: readonly { readonly name: string; readonly cite: readonly string[]; readonly values: Inputs }[];
	readonly examples: readonly { readonly given: Inputs; readonly expect: Outputs }[];
	readonly laws: readonly ({ readonly says: string } & (
		| { readonly output: string; readonly rises: string }
		| { readonly output: string; readonly falls: string }
		| { holds(inputs: Inputs, outputs: Outputs): boolean }
	))[];
}

/** Types a model by its own parameters and outputs, so that a misspelt key is an error where it is written. */
export const defineModel = <const P extends Parameters, const O extends Readonly<Record<string, Output>>, R extends OutputsOf<O>>(
	model: Model<P, O, R>,
): AnyModel => model as unknown as AnyModel;

/** A model's inputs out of a larger set of values, by key. */
export const inputsFrom = (model: AnyModel, valueOf: (key: string) => Value): Inputs =>
	Object.fromEntries(Object.keys(model.parameters).map((key) => [key, valueOf(key)]));

/** Every parameter's default: the essay's own assumptions. */
export const baselineOf = (model: AnyModel): Inputs => inputsFrom(model, (key) => model.parameters[key]!.default);
