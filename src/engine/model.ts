import type { PathToDraw } from './drawn-path.ts';
import type { Unit } from './units.ts';
import type { Parameter, Source, Value } from './parameter.ts';

/** A named result. `Infinity` is allowed; the page prints `never` for it. */
export interface Output {
	readonly label: string;
	/** Label for the end of a curve, where `label` is too long. */
	readonly short?: string;
	readonly unit: Unit;
	readonly tone?: string;
	/** Text for an infinite value. Default "never". */
	readonly never?: string;
	/** Depends on the exact inputs (such as how well they fit a record); excluded from Monte Carlo runs. */
	readonly isOfSettings?: true;
}

/** A curve as [x, y] points. The x are the same for all inputs. */
export type Path = readonly (readonly [number, number])[];

export type ParameterSet = Readonly<Record<string, Parameter>>;
export type OutputSet = Readonly<Record<string, Output>>;
/** Values that parameters may take: a number, or one of the choices. */
type ValueOf<Q> = Q extends { readonly choices: infer C } ? keyof C & string : number;
export type ValuesOf<P> = { readonly [K in keyof P]: ValueOf<P[K]> };
type ResultsOf<O> = { readonly [K in keyof O]: number | boolean };

/** A named set of values from a source, which readers adopt with one click. */
interface Preset<V> {
	readonly name: string;
	readonly cite: readonly string[];
	readonly values: V;
}

/**
 * One argument as arithmetic; sliders, sentences, links, tables and tests all read this definition. `P` are the
 * parameters, `O` the outputs, `R` the returned values of the outputs, `N` the names of the paths.
 */
export interface Model<P extends ParameterSet, O extends OutputSet, R extends ResultsOf<O>, N extends string> {
	readonly id: string;
	readonly title: string;
	readonly parameters: P;
	readonly outputs: O;
	/** The outputs that ranges, tornado and goal seek offer, the main one first. */
	readonly headline: readonly (keyof O & string)[];
	/** The output that readers may guess before they see it. Always positive: the guess has a logarithmic scale. */
	readonly guess?: keyof O & string;
	/** The path that readers may draw before they look at what was reported. */
	readonly drawing?: PathToDraw<keyof P & string>;
	/**
	 * Curves that are not sweeps along a parameter, such as curves over years. Identified by name, so that the worker can
	 * draw them.
	 */
	readonly paths?: Readonly<Record<N, (inputs: ValuesOf<P>) => Path>>;
	evaluate(inputs: ValuesOf<P>): R;
	/** Returns the outputs without some of the reports that the model is held against, by month; absent if it is held against none. */
	evaluateWithout?(inputs: ValuesOf<P>, leftOut: readonly string[]): R;
	readonly presets?: readonly Preset<Partial<ValuesOf<P>>>[];
}

export type Inputs = Readonly<Record<string, Value>>;
export type Outputs = Readonly<Record<string, number | boolean>>;

/** Declared as a method: bivariant, so every `Model` is assignable to `AnyModel`. */
interface Drawable {
	draw(inputs: Inputs): Path;
}

/** A model with its own keys erased, for views that accept any model. */
export interface AnyModel {
	readonly id: string;
	readonly title: string;
	readonly parameters: ParameterSet;
	readonly outputs: OutputSet;
	readonly headline: readonly string[];
	readonly guess?: string;
	readonly drawing?: PathToDraw;
	readonly paths?: Readonly<Record<string, Drawable['draw']>>;
	evaluate(inputs: Inputs): Outputs;
	evaluateWithout?(inputs: Inputs, leftOut: readonly string[]): Outputs;
	readonly presets?: readonly Preset<Inputs>[];
}

/** The inputs and outputs of a model by key; for `AnyModel`, records under any key. */
export type InputsOf<M extends AnyModel> = Parameters<M['evaluate']>[0];
export type OutputsOf<M extends AnyModel> = ReturnType<M['evaluate']>;
export type ParameterKey<M extends AnyModel> = keyof M['parameters'] & string;
export type OutputKey<M extends AnyModel> = keyof M['outputs'] & string;
export type PathKey<M extends AnyModel> = keyof NonNullable<M['paths']> & string;

/** Some of a record's values. A record with an index signature is already partial. */
type Some<V> = string extends keyof V ? V : Partial<V>;

/** Inputs and outputs that can be checked by hand: printed on the method page and run as a test. */
export interface Example<M extends AnyModel> {
	readonly given: Some<InputsOf<M>>;
	readonly expect: Some<OutputsOf<M>>;
}

/** A property that holds for all inputs; tested over their whole ranges, ends included. */
export type Law<M extends AnyModel> = { readonly says: string } & (
	| { readonly output: OutputKey<M>; readonly rises: ParameterKey<M> }
	| { readonly output: OutputKey<M>; readonly falls: ParameterKey<M> }
	| { holds(inputs: InputsOf<M>, outputs: OutputsOf<M>): boolean }
);

/**
 * What only the page prints of a model. Exported beside the model as a function, `card`, that no browser code calls:
 * bundlers drop an unused function, but not a top-level `String.raw` or spread, which may have side effects.
 */
export interface Card<M extends AnyModel> {
	/** The question that the model answers for a reader of the essay. */
	readonly question: string;
	/** LaTeX symbol of each parameter and output. */
	readonly symbols: Readonly<Record<ParameterKey<M> | OutputKey<M>, string>>;
	/** LaTeX. `\q{key}` is replaced by the symbol of a parameter or output, in its colour. */
	readonly equation: string;
	/** Source of the arithmetic. */
	readonly source: Source;
	/** Limits of the model, printed on the page. */
	readonly leavesOut: string;
	readonly examples: readonly Example<M>[];
	readonly laws: readonly Law<M>[];
}

/** Types a model by its own parameters and outputs, so that a misspelt key is a compile error in the model's file. */
export const defineModel = <
	const P extends ParameterSet,
	const O extends OutputSet,
	R extends ResultsOf<O>,
	N extends string = never,
>(
	model: Model<P, O, R, N>,
): Model<P, O, R, N> => model;

/** What has parameters: a model, or an experiment. */
export interface Parametrized<P extends ParameterSet = ParameterSet> {
	readonly id: string;
	readonly parameters: P;
}

/** Returns the inputs of a model or an experiment from a larger set of values, by key. */
export function inputsFrom<P extends ParameterSet>(of: Parametrized<P>, valueOf: (key: string) => Value): ValuesOf<P>;
export function inputsFrom({ parameters }: Parametrized, valueOf: (key: string) => Value): Inputs {
	return Object.fromEntries(Object.keys(parameters).map((key) => [key, valueOf(key)]));
}

/** Returns the default of every parameter of a model or an experiment: the essay's own assumptions. */
export const baselineOf = <P extends ParameterSet>(of: Parametrized<P>): ValuesOf<P> =>
	inputsFrom(of, (key) => of.parameters[key]!.default);
