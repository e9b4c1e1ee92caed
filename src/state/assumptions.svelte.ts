import {
	inputsFrom,
	type AnyModel,
	type Inputs,
	type InputsOf,
	type Outputs,
	type OutputsOf,
} from '../engine/model.ts';
import { clamp, isNumber, type Value } from '../engine/parameter.ts';
import { models, parameters } from '../models/registry.ts';

const baseline: Inputs = Object.fromEntries([...parameters].map(([key, parameter]) => [key, parameter.default]));

/** Changes of one parameter that follow one another faster than this (milliseconds) are one change to whoever takes it back: a drag, a held key. */
const ONE_CHANGE = 1000;
const MOST_REMEMBERED = 200;
type Changes = ReadonlyMap<string, Value>;

/** What this reader assumes. One store for the page: every island shares it by sharing this module. Never written at build. */
class Assumptions {
	readonly baseline = baseline;
	#now = $state<Record<string, Value>>({ ...baseline });

	/** Value of a parameter under the reader's assumptions. */
	get(key: string): Value {
		return this.#now[key]!;
	}
	/** Value of a parameter that is known to be a number: for parts that take any model. A view of one model takes it from `inputsOf`. */
	number(key: string): number {
		const value = this.#now[key];
		if (typeof value !== 'number') throw new Error(`"${key}" is no number.`);
		return value;
	}
	/** Sets a parameter, kept within its range; a choice that does not exist is ignored. */
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
	/** Everything as the essay has it, but for what is given: one change. */
	replaceAll(values: Changes): void {
		this.#remember();
		this.load(values);
	}
	/** Several parameters at once: one change. */
	setAll(values: Inputs): void {
		this.#remember();
		for (const [key, value] of Object.entries(values)) this.#put(key, value);
	}
	/** The same as `replaceAll`, for a link that is being followed: nothing that the reader did, so nothing to take back. */
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
	/** What differs from the essay's. */
	get changes(): Changes {
		return new Map(this.changedKeys.map((key) => [key, this.get(key)]));
	}
	#remember(key = ''): void {
		const at = performance.now();
		const isSame = key !== '' && key === this.#last.key && at - this.#last.at < ONE_CHANGE;
		this.#last = { key, at };
		if (isSame) return;
		this.#past = [...this.#past, this.changes].slice(-MOST_REMEMBERED);
		this.#future = [];
	}
	/** Takes the last change back. */
	undo(): void {
		const before = this.#past.at(-1);
		if (!before) return;
		this.#future = [...this.#future, this.changes];
		this.#past = this.#past.slice(0, -1);
		this.#last.key = '';
		this.load(before);
	}
	/** Makes again what was taken back. */
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
	/** Whether all of these are assumed as they stand. */
	holds(values: Iterable<readonly [string, Value]>): boolean {
		return Array.from(values).every(([key, value]) => this.get(key) === value);
	}
	/** Keys of the parameters that differ from the essay's, in the order of definition. */
	changedKeys = $derived([...parameters.keys()].filter((key) => this.isChanged(key)));

	/** What a model is given under the reader's assumptions, by its own keys. */
	inputsOf<M extends AnyModel>(model: M): InputsOf<M> {
		return inputsFrom(model, (key) => this.get(key));
	}
}
export const assumptions = new Assumptions();

class ModelNow {
	readonly model: AnyModel;
	/** Outputs under the reader's assumptions: computed once per change, however many views read them. */
	outputs: Outputs = $derived.by(() => this.model.evaluate(assumptions.inputsOf(this.model)));
	/** Outputs under the essay's own. */
	readonly baseline: Outputs;
	constructor(model: AnyModel) {
		this.model = model;
		this.baseline = model.evaluate(baseline);
	}
}
const now = new Map([...models].map(([id, model]) => [id, new ModelNow(model)]));
const nowOf = (model: AnyModel | string): ModelNow => now.get(typeof model === 'string' ? model : model.id)!;

/** A model's outputs for this reader: by their own keys where the model itself is given, by any where it is only named. */
export function outputsOf<M extends AnyModel>(model: M): OutputsOf<M>;
export function outputsOf(id: string): Outputs;
export function outputsOf(model: AnyModel | string): Outputs {
	return nowOf(model).outputs;
}

/** A model's outputs with nothing touched, likewise. */
export function baselineOutputsOf<M extends AnyModel>(model: M): OutputsOf<M>;
export function baselineOutputsOf(id: string): Outputs;
export function baselineOutputsOf(model: AnyModel | string): Outputs {
	return nowOf(model).baseline;
}
