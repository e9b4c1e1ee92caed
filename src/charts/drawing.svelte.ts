import { getContext, setContext, untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Label, Place, Surroundings } from './place-labels.ts';

/** A label as a figure asks for it. */
export interface Wanted extends Omit<Label, 'key'> {
	/** Class names: type style and colour. */
	readonly style: string;
}

/** What one part of a drawing adds to it, as far as labels are concerned. */
export interface Part {
	readonly curves?: readonly (readonly Place[])[];
	readonly point?: Surroundings['points'][number] | undefined;
	readonly label?: Wanted | undefined;
}

/**
 * Everything in one picture that labels must know of. Parts join as they are drawn, so that no figure has to list its own curves, and
 * labels, which are drawn last, know all of them, on the server too.
 */
export class Drawing {
	/** A set, and no state that is written anew: where one part leaves as another joins, the leaving one would write what was there before. */
	readonly #parts = new SvelteSet<() => Part>();

	get surroundings(): Surroundings {
		const parts = Array.from(this.#parts, (part) => part());
		return { curves: parts.flatMap(({ curves }) => curves ?? []), points: parts.flatMap(({ point }) => point ?? []) };
	}
	/** With what tells each from the others for as long as it is drawn. */
	get labels(): (Wanted & Label)[] {
		return Array.from(this.#parts).flatMap((part) => {
			const { label } = part();
			return label ? { ...label, key: part } : [];
		});
	}
	join(part: () => Part): () => void {
		// A part may be born while something else of the picture is being worked out.
		untrack(() => this.#parts.add(part));
		return () => void this.#parts.delete(part);
	}
}

const KEY = Symbol('drawing');

export const startDrawing = (): Drawing => setContext(KEY, new Drawing());

/** Joins the drawing that this component is part of, for as long as it is. A part outside any drawing has no labels to care for. */
export function joinDrawing(part: () => Part): void {
	const drawing = getContext<Drawing | undefined>(KEY);
	if (!drawing) return;
	const leave = drawing.join(part);
	$effect(() => leave);
}
