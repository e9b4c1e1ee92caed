import { setContext } from 'svelte';
import { registerIn, Registry } from './registry.svelte.ts';
import type { PlotPoint } from './axis.ts';
import type { Surroundings } from './obstacles.ts';
import type { Label } from './place-labels.ts';

/** A label as a figure asks for it. */
export interface LabelRequest extends Omit<Label, 'key'> {
	/** Class names: type style and colour. */
	readonly style: string;
	/** Whether a key beside the picture says the same: a narrow picture then goes without. */
	readonly isInKey: boolean;
}

/** What one part of a drawing adds to it, as far as labels are concerned. */
export interface Part {
	readonly curves?: readonly (readonly PlotPoint[])[];
	readonly point?: Surroundings['points'][number] | undefined;
	readonly label?: LabelRequest | undefined;
}

/** Everything in one picture that labels must know of. Labels are drawn last and so know all of it, on the server too. */
export class Drawing extends Registry<Part> {
	get surroundings(): Surroundings {
		const parts = this.parts.map((part) => part());
		return { curves: parts.flatMap(({ curves }) => curves ?? []), points: parts.flatMap(({ point }) => point ?? []) };
	}
	/** With what tells each from the others for as long as it is drawn. */
	get labels(): (LabelRequest & Label)[] {
		return this.parts.flatMap((part) => {
			const { label } = part();
			return label ? { ...label, key: part } : [];
		});
	}
}

const KEY = Symbol('drawing');

export const provideDrawing = (): Drawing => setContext(KEY, new Drawing());
/** Joins the drawing that this component is part of. A part outside any drawing has no labels to care for. */
export const registerInDrawing = (part: () => Part): void => registerIn(KEY, part);
