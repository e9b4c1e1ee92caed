import type { AnyModel, Inputs, Outputs } from '../engine/model.ts';
import { clamp, isNumber, type Value } from '../engine/parameter.ts';
import { models, parameters } from '../models/registry.ts';

/** Told to the document once the reader first changes anything, so that figures still asleep wake up (build/near.mjs). */
export const CHANGED = 'assumptions:changed';

const baseline: Inputs = Object.fromEntries([...parameters].map(([key, parameter]) => [key, parameter.default]));

/** What this reader assumes. One store for the page: every island shares it by sharing this module. Never written at build. */
class Assumptions {
	readonly baseline = baseline;
	#now = $state<Record<string, Value>>({ ...baseline });

	/** Value of a parameter under the reader's assumptions. */
	get(key: string): Value {
		return this.#now[key]!;
	}
	number(key: string): number {
		return this.#now[key] as number;
	}
	/** Sets a parameter, kept within its range; a choice that does not exist is ignored. */
	set(key: string, value: Value): void {
		const parameter = parameters.get(key);
		if (!parameter) return;
		if (isNumber(parameter)) {
			if (typeof value !== 'number' || !Number.isFinite(value)) return;
			this.#now[key] = clamp(parameter, value);
		} else if (Object.hasOwn(parameter.choices, value)) this.#now[key] = value;
		document.dispatchEvent(new Event(CHANGED));
	}
	reset(key: string): void {
		this.set(key, baseline[key]!);
	}
	/** Everything as the essay has it, but for what is given. */
	replaceAll(values: ReadonlyMap<string, Value>): void {
		for (const key of parameters.keys()) {
			const value = values.get(key) ?? baseline[key]!;
			if (this.#now[key] !== value) this.set(key, value);
		}
	}
	isChanged(key: string): boolean {
		return this.#now[key] !== baseline[key];
	}
	/** Keys of the parameters that differ from the essay's, in the order of definition. */
	changedKeys = $derived([...parameters.keys()].filter((key) => this.isChanged(key)));

	inputsOf(model: AnyModel): Inputs {
		return Object.fromEntries(Object.keys(model.parameters).map((key) => [key, this.get(key)]));
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

/** A model's outputs for this reader. */
export const outputsOf = (id: string): Outputs => now.get(id)!.outputs;
/** A model's outputs with nothing touched. */
export const baselineOutputsOf = (id: string): Outputs => now.get(id)!.baseline;
