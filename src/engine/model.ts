import type { Unit } from './units.ts';
import type { Parameter, Source, Value } from './parameter.ts';

/** A named result. `Infinity` is a legal value; the page says it in the words of `never`. */
export interface Output {
	readonly label: string;
	/** For the end of a curve, where a label would be too long. */
	readonly short?: string;
	readonly unit: Unit;
	readonly tone?: string;
	/** What an infinite value is called on the page; "never" unless given. */
	readonly never?: string;
	/** It says something of the settings themselves, as how well they explain a record: runs round them have no share in it. */
	readonly isOfSettings?: true;
}

/** A curve: places along the bottom, which are the same for all inputs, and the heights there. */
export type Path = readonly (readonly [number, number])[];

type ParameterSet = Readonly<Record<string, Parameter>>;
type OutputSet = Readonly<Record<string, Output>>;
/** What may stand for each parameter: one of its choices, or a number. */
type ValuesOf<P> = { readonly [K in keyof P]: P[K] extends { readonly choices: infer C } ? keyof C & string : number };
type ResultsOf<O> = { readonly [K in keyof O]: number | boolean };

/** A set of values with a name and an owner, adopted with one click. */
interface Preset<V> {
	readonly name: string;
	readonly cite: readonly string[];
	readonly values: V;
}

/**
 * One argument turned into arithmetic: the single definition that sliders, sentences, links, tables and tests all read.
 * `P` are its parameters, `O` its outputs, `R` what it returns of them, `N` the names of its paths.
 */
export interface Model<P extends ParameterSet, O extends OutputSet, R extends ResultsOf<O>, N extends string> {
	readonly id: string;
	readonly title: string;
	readonly parameters: P;
	readonly outputs: O;
	/** The outputs that the model is asked about, first the one that its argument turns on: ranges, tornado and goal seek start there. */
	readonly headline: readonly (keyof O & string)[];
	/** The output that readers are asked to guess before they see it, if any. Always above zero: the scale is logarithmic. */
	readonly guess?: keyof O & string;
	/** Curves that are no sweep along a parameter: over years, say. By name, so that a worker can draw them too. */
	readonly paths?: Readonly<Record<N, (inputs: ValuesOf<P>) => Path>>;
	evaluate(inputs: ValuesOf<P>): R;
	readonly presets?: readonly Preset<Partial<ValuesOf<P>>>[];
}

export type Inputs = Readonly<Record<string, Value>>;
export type Outputs = Readonly<Record<string, number | boolean>>;

/** A method, so that a model that takes only its own inputs is a model all the same. */
interface Drawable {
	draw(inputs: Inputs): Path;
}

/** A model whose own keys have been forgotten, for views that take any. Every `Model` is one. */
export interface AnyModel {
	readonly id: string;
	readonly title: string;
	readonly parameters: ParameterSet;
	readonly outputs: OutputSet;
	readonly headline: readonly string[];
	readonly guess?: string;
	readonly paths?: Readonly<Record<string, Drawable['draw']>>;
	evaluate(inputs: Inputs): Outputs;
	readonly presets?: readonly Preset<Inputs>[];
}

/** What a model takes and what it gives, by key; of `AnyModel`, records under any key. */
export type InputsOf<M extends AnyModel> = Parameters<M['evaluate']>[0];
export type OutputsOf<M extends AnyModel> = ReturnType<M['evaluate']>;
export type ParameterKey<M extends AnyModel> = keyof M['parameters'] & string;
export type OutputKey<M extends AnyModel> = keyof M['outputs'] & string;
export type PathKey<M extends AnyModel> = keyof NonNullable<M['paths']> & string;

/** Some of a record's values. A record under any key has no missing ones to speak of. */
type Some<V> = string extends keyof V ? V : Partial<V>;

/** A number that can be checked by hand: shown to readers on the method page and run as a test. */
export interface Example<M extends AnyModel> {
	readonly given: Some<InputsOf<M>>;
	readonly expect: Some<OutputsOf<M>>;
}

/** Something true of a model whatever the inputs; tested over their whole ranges, corners included. */
export type Law<M extends AnyModel> = { readonly says: string } & (
	| { readonly output: OutputKey<M>; readonly rises: ParameterKey<M> }
	| { readonly output: OutputKey<M>; readonly falls: ParameterKey<M> }
	| { holds(inputs: InputsOf<M>, outputs: OutputsOf<M>): boolean }
);

/**
 * What only the page prints of a model. Exported beside it as a function, `card`, which nothing in a browser calls: a bundler
 * leaves an unused function out, but not LaTeX by `String.raw` or a spread, in which something might happen.
 */
export interface Card<M extends AnyModel> {
	/** The question that it answers for a reader of the essay. */
	readonly question: string;
	/** LaTeX for each parameter and output. */
	readonly symbols: Readonly<Record<ParameterKey<M> | OutputKey<M>, string>>;
	/** LaTeX. `\q{key}` stands for the symbol of a parameter or output, in its colour. */
	readonly equation: string;
	/** Where the arithmetic comes from. */
	readonly source: Source;
	/** What the arithmetic does not know, said on the page. */
	readonly leavesOut: string;
	readonly examples: readonly Example<M>[];
	readonly laws: readonly Law<M>[];
}

/** Types a model by its own parameters and outputs, so that a misspelt key is an error where it is written. */
export const defineModel = <
	const P extends ParameterSet,
	const O extends OutputSet,
	R extends ResultsOf<O>,
	N extends string = never,
>(
	model: Model<P, O, R, N>,
): Model<P, O, R, N> => model;

/** A model's inputs out of a larger set of values, by key. */
export function inputsFrom<M extends AnyModel>(model: M, valueOf: (key: string) => Value): InputsOf<M>;
export function inputsFrom(model: AnyModel, valueOf: (key: string) => Value): Inputs {
	return Object.fromEntries(Object.keys(model.parameters).map((key) => [key, valueOf(key)]));
}

/** Every parameter's default: the essay's own assumptions. */
export const baselineOf = <M extends AnyModel>(model: M): InputsOf<M> =>
	inputsFrom(model, (key) => model.parameters[key]!.default);
