import type { AnyModel } from '../engine/model.ts';
import type { Parameter } from '../engine/parameter.ts';

/** Every *.model.ts in this folder, found rather than listed: adding or deleting a file is all there is to do. */
const files = import.meta.glob<AnyModel>('./*.model.ts', { eager: true, import: 'default' });

export const models: ReadonlyMap<string, AnyModel> = new Map(Object.values(files).map((model) => [model.id, model]));

/** Every parameter once, in the order of definition. Two definitions under one key stop the build: one key is one parameter. */
export const parameters: ReadonlyMap<string, Parameter> = (() => {
	const all = new Map<string, Parameter>();
	for (const model of models.values())
		for (const [key, parameter] of Object.entries(model.parameters)) {
			if ((all.get(key) ?? parameter) !== parameter)
				throw new Error(`Parameter "${key}" of ${model.id} is defined twice. Share it: move it to src/parameters/.`);
			all.set(key, parameter);
		}
	return all;
})();

/** The model with this id, or an error that lists the known ones. */
export function modelOf(id: string): AnyModel {
	const model = models.get(id);
	if (!model) throw new Error(`No model "${id}". Known: ${[...models.keys()].join(', ')}.`);
	return model;
}
