import { isNumber, type Value } from '../engine/parameter.ts';
import type { AnyModel, Inputs } from '../engine/model.ts';
import { parameters } from '../models/registry.ts';
import { scenarios, type Scenario } from '../scenarios/scenarios.ts';
import { CHANGED } from './changed.ts';
import { MOST_COMPARED } from './link.ts';

/** What a named position assumes: every parameter, the essay's own value where the position is silent. */
export const valuesOf = (id: string): ReadonlyMap<string, Value> =>
	new Map([...parameters].map(([key, parameter]) => {
		const held = parameter.scenarios?.[id];
		return [key, held !== undefined && (isNumber(parameter) ? typeof held === 'number' : Object.hasOwn(parameter.choices, held)) ? held : parameter.default];
	}));

/** A model's inputs as a named position has them. */
export function inputsAt(id: string, model: AnyModel): Inputs {
	const values = valuesOf(id);
	return Object.fromEntries(Object.keys(model.parameters).map((key) => [key, values.get(key)!]));
}

/** The named positions that the reader has asked to see beside their own: two at the most, the later ones pushing the earliest out. */
class Comparison {
	#ids = $state.raw<readonly string[]>([]);
	get ids(): readonly string[] {
		return this.#ids;
	}
	readonly positions: readonly Scenario[] = $derived(this.#ids.map((id) => scenarios.find((scenario) => scenario.id === id)!));
	has(id: string): boolean {
		return this.#ids.includes(id);
	}
	toggle(id: string): void {
		this.show(this.has(id) ? this.#ids.filter((other) => other !== id) : [...this.#ids, id].slice(-MOST_COMPARED));
	}
	/** Unknown ids are left out. */
	show(ids: readonly string[]): void {
		this.#ids = ids.filter((id) => scenarios.some((scenario) => scenario.id === id));
		document.dispatchEvent(new Event(CHANGED));
	}
}
export const comparison = new Comparison();
