import { getContext, setContext, untrack } from 'svelte';
import type { Label, Place, Surroundings } from './place-labels.ts';

/** A label as a figure asks for it. */
export interface Wanted extends Omit<Label, 'key'> {
	/** Class names: type style and colour. */
	readonly style: string;
	/** Whether a key beside the picture says the same: a narrow picture then goes without. */
	readonly isInKey: boolean;
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
	/** A plain set: what leaves does so while it is taken down, when Svelte gives state as it was before others joined. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity
	readonly #parts = new Set<() => Part>();
	#changes = 0;
	/** Follows `#changes`, for whoever draws by it. */
	#seen = $state(0);

	get #drawn(): readonly (() => Part)[] {
		void this.#seen;
		return [...this.#parts];
	}
	get surroundings(): Surroundings {
		const parts = this.#drawn.map((part) => part());
		return { curves: parts.flatMap(({ curves }) => curves ?? []), points: parts.flatMap(({ point }) => point ?? []) };
	}
	/** With what tells each from the others for as long as it is drawn. */
	get labels(): (Wanted & Label)[] {
		return this.#drawn.flatMap((part) => {
			const { label } = part();
			return label ? { ...label, key: part } : [];
		});
	}
	join(part: () => Part): () => void {
		this.#parts.add(part);
		this.#tell();
		return () => {
			this.#parts.delete(part);
			this.#tell();
		};
	}
	/** A part may be born while something else of the picture is being worked out. */
	#tell(): void {
		untrack(() => (this.#seen = ++this.#changes));
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
