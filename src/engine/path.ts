import type { AnyModel, Inputs, OutputKey, Outputs, ParameterKey, Path, PathKey } from './model.ts';
import { sweep, type Sweepable } from './sweep.ts';

interface OwnPath<N> {
	readonly path: N;
}
interface Along<K, O> {
	readonly along: K;
	readonly output: O;
	readonly from?: number;
	readonly to?: number;
	readonly steps?: number;
}

/**
 * Identifies a curve of a model: one of its `paths` by name, or an output swept along a parameter. Plain data, so
 * that it can be posted to the worker.
 */
export type PathName<M extends AnyModel = AnyModel> = OwnPath<PathKey<M>> | Along<ParameterKey<M>, OutputKey<M>>;

/** Returns a curve for one set of inputs. Throws an error that lists the known names if the name is unknown. */
export function pathOf<I extends Inputs, R extends Outputs, N extends string>(
	model: Sweepable<I, R> & { readonly paths?: Readonly<Record<N, (inputs: I) => Path>> },
	name: OwnPath<NoInfer<N>> | Along<keyof I & string, keyof R & string>,
	inputs: I,
): Path {
	if ('path' in name) {
		const path = model.paths?.[name.path];
		if (!path)
			throw new Error(`${model.id} has no path "${name.path}". Known: ${Object.keys(model.paths ?? {}).join(', ')}.`);
		return path(inputs);
	}
	return sweep(model, inputs, name.along, name.steps, [name.from, name.to]).map(({ at, outputs }) => [
		at,
		Number(outputs[name.output]),
	]);
}
