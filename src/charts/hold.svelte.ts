import { getContext, setContext } from 'svelte';

/**
 * Whether the reader holds a control of a figure: a pointer is down on a slider or a handle, or keys move a slider. While it is held,
 * nothing in the figure moves away, and axes stay as they were.
 */
export class Hold {
	isHeld = $state(false);

	/** Whether a mark at a point of the plot is beyond axes that are held. */
	hides(x: number, y: number): boolean {
		return this.isHeld && (x < 0 || x > 100 || y < 0 || y > 100);
	}
	/** Returns a reader of a value that keeps, while a control is held, the value from before. Call it during initialisation. */
	keep<T>(read: () => T): () => T {
		let last: { readonly value: T } | undefined;
		const kept = $derived.by(() => (this.isHeld && last ? last : (last = { value: read() })).value);
		return () => kept;
	}
}

const KEY = Symbol('hold');
/** Returns the hold of the figure that a component belongs to; the first call in a figure creates it. */
export const figureHold = (): Hold => getContext<Hold | undefined>(KEY) ?? setContext(KEY, new Hold());
