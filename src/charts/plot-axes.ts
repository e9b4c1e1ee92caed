import { getContext, setContext } from 'svelte';
import type { Axis } from './axis.ts';

/** The current axes of the enclosing plot. */
export interface Axes {
	readonly x: Axis;
	readonly y: Axis;
}
const KEY = Symbol('axes');

export const providePlotAxes = (axes: () => Axes): (() => Axes) => setContext(KEY, axes);
export const plotAxes = (): (() => Axes) | undefined => getContext<(() => Axes) | undefined>(KEY);
