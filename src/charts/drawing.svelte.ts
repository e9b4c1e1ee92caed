import { setContext } from 'svelte';
import { registerIn, Registry } from './registry.svelte.ts';
import type { PlotPoint } from './axis.ts';
import type { Surroundings } from './obstacles.ts';
import type { Label } from './place-labels.ts';

/** A label that a figure requests. */
export interface LabelRequest extends Omit<Label, 'key'> {
	/** Class names: type style and colour. */
	readonly style: string;
	/** Whether a key beside the picture has the same text; a narrow plot then has no label. */
	readonly isInKey: boolean;
}

/** What one part of a drawing contributes to label placement. */
export interface Part {
	readonly curves?: readonly (readonly PlotPoint[])[];
	readonly point?: Surroundings['points'][number] | undefined;
	readonly label?: LabelRequest | undefined;
}

/**
 * Collects what label placement needs from the parts of one drawing. Labels are rendered last, so all parts are known
 * on the server too.
 */
export class Drawing extends Registry<Part> {
	/** Returns what labels avoid, and the requested labels, each with its part as key. */
	read(): { surroundings: Surroundings; labels: (LabelRequest & Label)[] } {
		const parts = this.parts.map((key) => ({ key, ...key() }));
		return {
			surroundings: {
				curves: parts.flatMap(({ curves }) => curves ?? []),
				points: parts.flatMap(({ point }) => point ?? []),
			},
			labels: parts.flatMap(({ key, label }) => (label ? { ...label, key } : [])),
		};
	}
}

const KEY = Symbol('drawing');

export const provideDrawing = (): Drawing => setContext(KEY, new Drawing());
/** Registers this component in the enclosing drawing, if there is one. */
export const registerInDrawing = (part: () => Part): void => registerIn(KEY, part);
