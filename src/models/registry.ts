import type { AnyModel } from '../engine/model.ts';
import type { Parameter } from '../engine/parameter.ts';
import { experiments } from '../experiments/registry.ts';

/** Every *.model.ts in this folder: adding or deleting a file adds or deletes a model. */
const files = import.meta.glob<AnyModel>('./*.model.ts', { eager: true, import: 'default' });

export const models: ReadonlyMap<string, AnyModel> = new Map(Object.values(files).map((model) => [model.id, model]));

/** Every parameter of models and experiments once, in the order of definition. Throws if two definitions have the same key. */
export const parameters: ReadonlyMap<string, Parameter> = (() => {
	const all = new Map<string, Parameter>();
	for (const { id, parameters } of [...models.values(), ...experiments.values()])
		for (const [key, parameter] of Object.entries(parameters)) {
			if ((all.get(key) ?? parameter) !== parameter)
				throw new Error(
					`Parameter "${key}" of ${id} is already defined by another model. Move it to src/parameters/ and import it in both.`,
				);
			all.set(key, parameter);
		}
	return all;
})();

/** Returns the model with this id. Throws an error that lists the known ids if there is none. */
export function modelOf(id: string): AnyModel {
	const model = models.get(id);
	if (!model) throw new Error(`src/models/ has no model "${id}". Known: ${[...models.keys()].join(', ')}.`);
	return model;
}
