import { goalSeekOne } from '../../engine/goal-seek.ts';
import type { InputsOf, ParameterKey } from '../../engine/model.ts';
import { clamp, toPosition } from '../../engine/parameter.ts';
import forecast, { LATER, SOON } from '../../models/forecast.model.ts';

type Inputs = InputsOf<typeof forecast>;
type Key = ParameterKey<typeof forecast>;

/** One assumption that, alone, would carry the reader over a line: the year by which the work can be done. */
export interface Crossing {
	readonly key: Key;
	readonly value: number;
	/** The line: near or far. */
	readonly year: number;
	/** Whether the work would be done by that year, or no longer. */
	readonly isDone: boolean;
	/** How far along its slider, from 0 to 1. */
	readonly distance: number;
}

/** Years this near are one. */
const NEAR = 0.01;
const isSame = (a: number, b: number) => Math.abs(a - b) < NEAR;

/** A root is found to within a little; whoever believes it must end on the other side of the line, so as little more as that takes. */
function beyond(inputs: Inputs, key: Key, root: number, year: number, isDone: boolean): number | undefined {
	const values = [0, 1e-4, 1e-3, 1e-2].map((more) =>
		clamp(forecast.parameters[key], root + (root - inputs[key]) * more),
	);
	return values.find((value) => forecast.evaluate({ ...inputs, [key]: value }).agiYear <= year === isDone);
}

/**
 * The smallest single change, as a share of its slider, that puts the date on the other side of the near year or of the far one.
 * A task at a time, since each takes some milliseconds: `breathe` lets the page go on, and says whether the answer is still wanted.
 */
export async function crossing(inputs: Inputs, breathe: () => Promise<boolean>): Promise<Crossing | undefined> {
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
