import { getContext, setContext } from 'svelte';
import type { AnyModel, OutputsOf, ParameterSet, Parametrized, ValuesOf } from '../engine/model.ts';
import { assumptions, outputsOf } from '../state/assumptions.svelte.ts';
import { DeferredQueue } from './deferred-queue.ts';

/** Updates that figures far from the viewport have skipped. */
const skipped = new DeferredQueue();

let observer: IntersectionObserver | undefined;
const scopeOf = new WeakMap<Element, FigureScope>();
const createObserver = (): IntersectionObserver =>
	new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) scopeOf.get(target)!.isNear = isIntersecting;
		},
		{ rootMargin: '50% 0%' },
	);

/**
 * The assumptions as one figure reads them. Within half a viewport of the screen they are live. Further away they
 * keep their last values until the figure comes near, the reader is inactive, or the page is printed, copied or
 * searched. So the cost of a slider step depends on the figures on the screen and not on the length of the page.
 */
export class FigureScope {
	#isNear = true;
	/** Incremented to invalidate what was read before. */
	#version = $state(0);

	set isNear(isNear: boolean) {
		this.#isNear = isNear;
		if (isNear && skipped.has(this.#update)) this.#update();
	}
	readonly #update = (): void => {
		skipped.delete(this.#update);
		this.#version++;
	};

	/** Wraps a reactive read so that it is repeated only while the figure is near. Call it once for each read, and the result often. */
	throttled<T>(read: () => T): () => T {
		let last: { readonly version: number; readonly value: T } | undefined;
		return () => {
			const version = this.#version;
			if (last && last.version === version && !this.#isNear && !skipped.isPrinting) skipped.add(this.#update);
			else last = { version, value: read() };
			return last.value;
		};
	}
	/** Returns `assumptions.inputsOf`, throttled. */
	inputsOf<P extends ParameterSet>(of: () => Parametrized<P>): () => ValuesOf<P> {
		return this.throttled(() => assumptions.inputsOf(of()));
	}
	/** Returns `outputsOf`, throttled. */
	outputsOf<M extends AnyModel>(model: () => M): () => OutputsOf<M> {
		return this.throttled(() => outputsOf(model()));
	}

	/** Attachment for the element whose distance from the viewport counts. */
	readonly watch = (element: Element): (() => void) | undefined => {
		// Without IntersectionObserver every figure stays live.
		if (!('IntersectionObserver' in globalThis)) return undefined;
		observer ??= createObserver();
		scopeOf.set(element, this);
		observer.observe(element);
		return () => {
			observer?.unobserve(element);
			skipped.delete(this.#update);
		};
	};
}

const KEY = Symbol('figure scope');
/**
 * Returns the scope of the figure that a component belongs to; the first call in a figure creates it. Call it during
 * initialisation.
 */
export const figureScope = (): FigureScope =>
	getContext<FigureScope | undefined>(KEY) ?? setContext(KEY, new FigureScope());
