import {
	inputsFrom,
	type AnyModel,
	type Inputs,
	type Outputs,
	type OutputsOf,
	type Parametrized,
	type ParameterSet,
	type ValuesOf,
} from '../engine/model.ts';
import { clamp, isNumber, type Value } from '../engine/parameter.ts';
import { models, parameters } from '../models/registry.ts';
import { leftOut } from './left-out.svelte.ts';

const baseline: Inputs = Object.fromEntries([...parameters].map(([key, parameter]) => [key, parameter.default]));

/** Changes of one parameter less than this many milliseconds apart are one step of the history: a drag, or a key held down. */
const ONE_STEP = 1000;
const LONGEST_HISTORY = 200;
type Changes = ReadonlyMap<string, Value>;

/** The reader's value of every parameter, with a history. All islands of a page share this module. It is never changed at build. */
class Assumptions {
	readonly baseline = baseline;
	#now = $state<Record<string, Value>>({ ...baseline });

	/** Returns the reader's value of a parameter. */
	get(key: string): Value {
		return this.#now[key]!;
	}
	/** Returns the value of a number parameter. A view of one model takes it from `inputsOf`, which knows its type. Throws for a choice. */
	number(key: string): number {
		const value = this.#now[key];
		if (typeof value !== 'number')
			throw new Error(`assumptions.number: "${key}" is not the key of a number parameter. Use get.`);
		return value;
	}
	/** Sets a parameter. A number is clamped to its range; a choice that does not exist is ignored. */
	set(key: string, value: Value): void {
		if (this.#now[key] === value) return;
		this.#remember(key);
		this.#put(key, value);
	}
	#put(key: string, value: Value): void {
		const parameter = parameters.get(key);
		if (!parameter) return;
		if (isNumber(parameter)) {
			if (typeof value !== 'number' || !Number.isFinite(value)) return;
			this.#now[key] = clamp(parameter, value);
		} else if (Object.hasOwn(parameter.choices, value)) this.#now[key] = value;
	}
	reset(key: string): void {
		this.set(key, baseline[key]!);
	}
	/** Resets every parameter but the given ones, which are set: one step of the history. */
	replaceAll(values: Changes): void {
		this.#remember();
		this.load(values);
	}
	/** Sets several parameters: one step of the history. */
	setAll(values: Inputs): void {
		this.#remember();
		for (const [key, value] of Object.entries(values)) this.#put(key, value);
	}
	/** Does what `replaceAll` does, but outside the history: for a link, which is no change of the reader's. */
	load(values: Changes): void {
		for (const key of parameters.keys()) {
			const value = values.get(key) ?? baseline[key]!;
			if (this.#now[key] !== value) this.#put(key, value);
		}
	}

	#past = $state.raw<readonly Changes[]>([]);
	#future = $state.raw<readonly Changes[]>([]);
	#last = { key: '', at: -Infinity };
	readonly canUndo = $derived(this.#past.length > 0);
	readonly canRedo = $derived(this.#future.length > 0);
	/** What differed from the defaults before the oldest step of the history; undefined if there is no step. */
	get changesBeforeHistory(): Changes | undefined {
		return this.#past[0];
	}
	/** The values that differ from the defaults, by key. */
	get changes(): Changes {
		return new Map(this.changedKeys.map((key) => [key, this.get(key)]));
	}
	#remember(key = ''): void {
		const at = performance.now();
		const isSame = key !== '' && key === this.#last.key && at - this.#last.at < ONE_STEP;
		this.#last = { key, at };
		if (isSame) return;
		this.#past = [...this.#past, this.changes].slice(-LONGEST_HISTORY);
		this.#future = [];
	}
	/** Goes back one step of the history. */
	undo(): void {
		const before = this.#past.at(-1);
		if (!before) return;
		this.#future = [...this.#future, this.changes];
		this.#past = this.#past.slice(0, -1);
		this.#last.key = '';
		this.load(before);
	}
	/** Returns a function that takes back every change from now on, and its steps of the history: for a drag that is cancelled. */
	checkpoint(): () => void {
		const [past, future, last, changes] = [this.#past, this.#future, this.#last, this.changes];
		return () => {
			[this.#past, this.#future, this.#last] = [past, future, last];
			this.load(changes);
		};
	}
	/** Goes forward one step of the history. */
	redo(): void {
		const after = this.#future.at(-1);
		if (!after) return;
		this.#past = [...this.#past, this.changes];
		this.#future = this.#future.slice(0, -1);
		this.#last.key = '';
		this.load(after);
	}
	isChanged(key: string): boolean {
		return this.#now[key] !== baseline[key];
	}
	/** Whether every parameter here has the value given. */
	holds(values: Iterable<readonly [string, Value]>): boolean {
		return Array.from(values).every(([key, value]) => this.get(key) === value);
	}
	/** Keys of the parameters that differ from their defaults, in the order of definition. */
	changedKeys = $derived([...parameters.keys()].filter((key) => this.isChanged(key)));

	/** Returns the inputs of a model or an experiment under the reader's assumptions. */
	inputsOf<P extends ParameterSet>(of: Parametrized<P>): ValuesOf<P> {
		return inputsFrom(of, (key) => this.get(key));
	}
}
export const assumptions = new Assumptions();

/** Returns a model's outputs for inputs, without the reports that the reader leaves out. */
export const evaluateHere = (model: AnyModel, inputs: Inputs): Outputs =>
	model.evaluateWithout?.(inputs, leftOut.all) ?? model.evaluate(inputs);

class ModelOutputs {
	readonly model: AnyModel;
	/** Outputs under the reader's assumptions, computed once a change for all views. */
	current: Outputs = $derived.by(() => evaluateHere(this.model, assumptions.inputsOf(this.model)));
	#baseline: Outputs | undefined;
	constructor(model: AnyModel) {
		this.model = model;
	}
	/** Outputs under the defaults, computed when they are first needed: a page shows a few of the models. */
	get baseline(): Outputs {
		return (this.#baseline ??= this.model.evaluate(baseline));
	}
}
const outputsByModel = new Map([...models].map(([id, model]) => [id, new ModelOutputs(model)]));
const entryOf = (model: AnyModel | string): ModelOutputs =>
	outputsByModel.get(typeof model === 'string' ? model : model.id)!;

/** Returns a model's outputs under the reader's assumptions. Their keys are typed if the model itself is given, and not its id. */
export function outputsOf<M extends AnyModel>(model: M): OutputsOf<M>;
export function outputsOf(id: string): Outputs;
export function outputsOf(model: AnyModel | string): Outputs {
	return entryOf(model).current;
}

/** Returns a model's outputs under the defaults, likewise. */
export function baselineOutputsOf<M extends AnyModel>(model: M): OutputsOf<M>;
export function baselineOutputsOf(id: string): Outputs;
export function baselineOutputsOf(model: AnyModel | string): Outputs {
	return entryOf(model).baseline;
}
