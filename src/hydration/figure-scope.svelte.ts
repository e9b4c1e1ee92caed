import { getContext, setContext } from 'svelte';
import type { AnyModel, OutputsOf, ParameterSet, Parametrized, ValuesOf } from '../engine/model.ts';
import { assumptions, outputsOf } from '../state/assumptions.svelte.ts';
import { ViewportScope } from './viewport-scope.svelte.ts';

/** The assumptions as one figure reads them: live within half a viewport of the screen. */
export class FigureScope extends ViewportScope {
	constructor() {
		super('figure');
	}
	/** Returns `assumptions.inputsOf`, throttled. */
	inputsOf<P extends ParameterSet>(of: () => Parametrized<P>): () => ValuesOf<P> {
		return this.throttled(() => assumptions.inputsOf(of()));
	}
	/** Returns `outputsOf`, throttled. */
	outputsOf<M extends AnyModel>(model: () => M): () => OutputsOf<M> {
		return this.throttled(() => outputsOf(model()));
	}
}

const KEY = Symbol('figure scope');
/**
 * Returns the scope of the figure that a component belongs to; the first call in a figure creates it. Call it during
 * initialisation.
 */
export const figureScope = (): FigureScope =>
	getContext<FigureScope | undefined>(KEY) ?? setContext(KEY, new FigureScope());
