import { getContext, setContext } from 'svelte';
import type { AnyModel, InputsOf, OutputsOf } from '../engine/model.ts';
import { assumptions, outputsOf } from './assumptions.svelte.ts';
import { PutOff } from './rest.ts';

/** What places have held back since they were last near. */
const late = new PutOff();

let watcher: IntersectionObserver | undefined;
const placeOf = new WeakMap<Element, Here>();
const startWatching = (): IntersectionObserver =>
	new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) placeOf.get(target)!.isNear = isIntersecting;
		},
		{ rootMargin: '50% 0%' },
	);

/**
 * The reader's assumptions as one figure knows them. Near the screen it follows every step; far from it, where nobody sees the
 * step, it holds what it knew, and catches up when it comes near, when the reader rests, and before the page is printed,
 * copied or searched. So a step of a slider costs what is on the screen, however long the page.
 */
export class Here {
	#isNear = true;
	/** Raised whenever what was held back is let in. */
	#call = $state(0);

	set isNear(isNear: boolean) {
		this.#isNear = isNear;
		if (isNear && late.has(this.#catchUp)) this.#catchUp();
	}
	readonly #catchUp = (): void => {
		late.delete(this.#catchUp);
		this.#call++;
	};

	/** What is read, followed while this place is near. To be called once for what is read, and asked as often as one likes. */
	held<T>(read: () => T): () => T {
		let known: { readonly at: number; readonly value: T } | undefined;
		return () => {
			const at = this.#call;
			if (known && known.at === at && !this.#isNear && !late.isOnPaper) late.add(this.#catchUp);
			else known = { at, value: read() };
			return known.value;
		};
	}
	/** `assumptions.inputsOf`, held. */
	inputsOf<M extends AnyModel>(model: () => M): () => InputsOf<M> {
		return this.held(() => assumptions.inputsOf(model()));
	}
	/** `outputsOf`, held. */
	outputsOf<M extends AnyModel>(model: () => M): () => OutputsOf<M> {
		return this.held(() => outputsOf(model()));
	}

	/** Attached to the element that stands for this place on the page. */
	readonly watch = (element: Element): (() => void) | undefined => {
		// Who cannot tell what is near follows every step.
		if (!('IntersectionObserver' in globalThis)) return undefined;
		watcher ??= startWatching();
		placeOf.set(element, this);
		watcher.observe(element);
		return () => {
			watcher?.unobserve(element);
			late.delete(this.#catchUp);
		};
	};
}

const KEY = Symbol('here');
/** The place of the figure that a component belongs to: its own if it is the first to ask. To be called where a component starts. */
export const here = (): Here => getContext<Here | undefined>(KEY) ?? setContext(KEY, new Here());
