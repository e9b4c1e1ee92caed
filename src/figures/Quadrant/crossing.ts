import { goalSeekOne } from '../../engine/goal-seek.ts';
import type { Inputs } from '../../engine/model.ts';
import { isNumber, toPosition, type Value } from '../../engine/parameter.ts';
import { LATER, SOON } from '../../models/forecast.model.ts';
import { modelOf } from '../../models/registry.ts';

/** One assumption that, alone, would carry the reader over a line: the year by which the work can be done. */
export interface Crossing {
	readonly key: string;
	readonly value: Value;
	/** The line: near or far. */
	readonly year: number;
	/** Whether the work would be done by that year, or no longer. */
	readonly isDone: boolean;
	/** How far along its slider, from 0 to 1. */
	readonly distance: number;
}

/** Years this near are one. */
const NEAR = 0.01;

/** The smallest single change, as a share of its slider, that puts the date on the other side of 2030 or 2045. A task at a time, since each takes some milliseconds. */
export async function crossing(inputs: Inputs, breathe: () => Promise<boolean>): Promise<Crossing | undefined> {
	const model = modelOf('forecast');
	const done = Number(model.evaluate(inputs)['agiYear']);
	let nearest: Crossing | undefined;
	for (const year of [SOON, LATER])
		for (const [key, parameter] of Object.entries(model.parameters)) {
			if (!isNumber(parameter)) continue;
			if (!(await breathe())) return undefined;
			const finding = goalSeekOne(model, inputs, 'agiYear', year, (a, b) => Math.abs(a - b) < NEAR, key);
			if (finding.kind !== 'roots') continue;
			for (const { value } of finding.roots) {
				const distance = Math.abs(toPosition(parameter, Number(value)) - toPosition(parameter, Number(inputs[key])));
				if (!nearest || distance < nearest.distance) nearest = { key, value, year, isDone: done > year, distance };
			}
		}
	return nearest;
}
