import type { AnyModel, Inputs, Path } from './model.ts';
import { sweep } from './sweep.ts';

/** Which curve of a model: one of its own by name, or an output along one of its parameters. Plain data, so that it can be sent to a worker. */
export type PathName =
	| { readonly path: string }
	| { readonly along: string; readonly output: string; readonly from?: number; readonly to?: number; readonly steps?: number };

/** That curve for one set of inputs. An unknown name is an error that lists the known ones. */
export function pathOf(model: AnyModel, name: PathName, inputs: Inputs): Path {
	if ('path' in name) {
		const path = model.paths?.[name.path];
		if (!path) throw new Error(`${model.id} has no path "${name.path}". Known: ${Object.keys(model.paths ?? {}).join(', ')}.`);
		return path(inputs);
	}
	return sweep(model, inputs, name.along, name.steps, [name.from, name.to]).map(({ at, outputs }) => [at, Number(outputs[name.output])]);
}
