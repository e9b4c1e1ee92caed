import { setContext } from 'svelte';
import { joinAbove, Joined } from '../../charts/joined.svelte.ts';
import type { DrawnCurve } from './drawn-csv.ts';

/** The curves of one figure as numbers, asked for only when somebody takes them along. */
export class DrawnData extends Joined<readonly DrawnCurve[]> {
	get curves(): readonly DrawnCurve[] {
		return this.parts.flatMap((part) => part());
	}
}
const KEY = Symbol('drawn data');
export const startData = (): DrawnData => setContext(KEY, new DrawnData());
export const joinData = (curves: () => readonly DrawnCurve[]): void => joinAbove(KEY, curves);
