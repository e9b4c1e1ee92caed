import { setContext } from 'svelte';
import { registerIn, Registry } from '../../charts/registry.svelte.ts';
import type { CurveData } from './curves-csv.ts';

/** The curves of one figure as data, computed only for an export. */
export class FigureData extends Registry<readonly CurveData[]> {
	get curves(): readonly CurveData[] {
		return this.parts.flatMap((part) => part());
	}
}
const KEY = Symbol('drawn data');
export const provideFigureData = (): FigureData => setContext(KEY, new FigureData());
export const registerCurves = (curves: () => readonly CurveData[]): void => registerIn(KEY, curves);
