import { setContext } from 'svelte';
import type { PlotPoint } from './axis.ts';
import { registerIn, Registry } from './registry.svelte.ts';

/** A drag that is under way. */
export interface Grip {
	/** Moves what is held to a point, in percent of the picture. */
	readonly move: (to: PlotPoint) => void;
	/** Takes the drag back. */
	readonly restore: () => void;
}

/** A mark that the reader can drag. */
export interface HandlePart {
	/** Keys of the parameters that it sets, separated by spaces. */
	readonly name: string;
	/** In percent of the picture. */
	readonly x: number;
	readonly y: number;
	readonly moves: 'x' | 'y' | 'both';
	/** Whether the mark is a line across the picture, which can be taken anywhere along it. */
	readonly isLine: boolean;
	readonly tone: string;
	readonly grab: () => Grip;
}

/** The handles of one picture. */
export class Handles extends Registry<HandlePart> {
	get all(): readonly HandlePart[] {
		return this.parts.map((part) => part());
	}
}

const KEY = Symbol('handles');
export const provideHandles = (): Handles => setContext(KEY, new Handles());
/** Registers a handle with the enclosing picture. */
export const registerHandle = (part: () => HandlePart): void => registerIn(KEY, part);
