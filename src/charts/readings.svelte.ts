import { setContext } from 'svelte';
import type { PlotPoint } from './axis.ts';
import { registerIn, Registry } from './registry.svelte.ts';

/** A curve that the crosshair of a plot reads. */
export interface CurveReading {
	/** Empty if the plot has a single curve. */
	readonly name: string;
	readonly tone: string;
	/** In percent of the plot, with x that never falls. */
	readonly points: readonly PlotPoint[];
}
/** A point with a source. */
export interface Report {
	/** On the axes of the plot. */
	readonly x: number;
	readonly y: number;
	/** What it is, when, how much, by whom and how sure. */
	readonly text: string;
}

/** The curves of one plot. */
export class Readings extends Registry<CurveReading | undefined> {
	/** Returns each curve with its height at a place along x, in percent. */
	at(x: number): (CurveReading & { readonly y: number })[] {
		return this.parts.flatMap((part) => {
			const curve = part();
			const y = curve && heightAt(curve.points, x);
			return y === undefined ? [] : [{ ...curve!, y }];
		});
	}
}

/** Returns the height of a polyline at a place along x; undefined beyond its ends and in its gaps. */
export function heightAt(points: readonly PlotPoint[], x: number): number | undefined {
	for (let i = 1; i < points.length; i++) {
		const [[fromX, fromY], [toX, toY]] = [points[i - 1]!, points[i]!];
		if (fromX <= x && x <= toX) return toX === fromX ? toY : fromY + ((x - fromX) / (toX - fromX)) * (toY - fromY);
	}
	return undefined;
}

const KEY = Symbol('readings');
export const provideReadings = (): Readings => setContext(KEY, new Readings());
/** Registers a curve with the enclosing plot. */
export const registerReading = (part: () => CurveReading | undefined): void => registerIn(KEY, part);
