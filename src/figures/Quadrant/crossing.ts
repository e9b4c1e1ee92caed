import { goalSeekOne } from '../../engine/goal-seek.ts';
import type { InputsOf, ParameterKey } from '../../engine/model.ts';
import { clamp, toPosition } from '../../engine/parameter.ts';
import forecast, { LATER, SOON } from '../../models/forecast.model.ts';

type Inputs = InputsOf<typeof forecast>;
type Key = ParameterKey<typeof forecast>;

/** A change of one assumption that moves the forecast date across one of the two years. */
export interface Crossing {
	readonly key: Key;
	readonly value: number;
	/** The year that is crossed: the near or the far one. */
	readonly year: number;
	/** Whether the work would be done by that year after the change. */
	readonly isDone: boolean;
	/** Size of the change as a share of the slider, from 0 to 1. */
	readonly distance: number;
}

/** Difference in years below which two dates are equal. */
const NEAR = 0.01;
const isSame = (a: number, b: number) => Math.abs(a - b) < NEAR;

/** Returns a value at or just beyond an approximate root for which the date is on the wanted side, or undefined. */
function beyond(inputs: Inputs, key: Key, root: number, year: number, isDone: boolean): number | undefined {
	const values = [0, 1e-4, 1e-3, 1e-2].map((more) =>
		clamp(forecast.parameters[key], root + (root - inputs[key]) * more),
	);
	return values.find((value) => forecast.evaluate({ ...inputs, [key]: value }).agiYear <= year === isDone);
}

/**
 * Returns the smallest single change, as a share of its slider, that moves the date across the near or the far year.
 * `breathe` is awaited between steps of some milliseconds each; if it resolves to false, the search stops and returns undefined.
 */
export default async function crossing(inputs: Inputs, breathe: () => Promise<boolean>): Promise<Crossing | undefined> {
	const done = forecast.evaluate(inputs).agiYear;
	const keys = Object.keys(forecast.parameters).filter((key): key is Key => key in forecast.parameters);
	let nearest: Crossing | undefined;
	for (const year of [SOON, LATER])
		for (const key of keys) {
			if (!(await breathe())) return undefined;
			const finding = goalSeekOne(forecast, inputs, 'agiYear', year, isSame, key);
			if (finding.kind !== 'roots') continue;
			const parameter = forecast.parameters[key];
			for (const root of finding.roots) {
				const value = beyond(inputs, key, Number(root.value), year, done > year);
				if (value === undefined) continue;
				const distance = Math.abs(toPosition(parameter, value) - toPosition(parameter, inputs[key]));
				if (!nearest || distance < nearest.distance) nearest = { key, value, year, isDone: done > year, distance };
			}
		}
	return nearest;
}
