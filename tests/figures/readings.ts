import { baselineOf, type AnyModel, type Inputs } from '../../src/engine/model.ts';
import type { PathName } from '../../src/engine/path.ts';
import { check, type Fan, type Given, type Reading } from './reading.ts';

const files = import.meta.glob<Reading | ((given: Given) => Reading)>('./*.reading.ts', {
	eager: true,
	import: 'default',
});
const readings = new Map(
	Object.entries(files).map(([path, reading]) => [path.match(/(\w+)\.reading\.ts$/)![1]!, reading]),
);

/** Names of the figures that can be read. */
export const readable: readonly string[] = [...readings.keys()];

function readingOf(name: string, given: Given): Reading {
	const found = readings.get(name);
	if (!found) throw new Error(`Nothing says how ${name} is read back: add tests/figures/${name}.reading.ts.`);
	return typeof found === 'function' ? found(given) : found;
}

/** The model that a figure draws. */
export const modelRead = (name: string, given: Given): AnyModel => readingOf(name, given).model;

/** Reads a figure's picture back and compares it with its model; throws what is misdrawn, in words. */
export function readBack(
	name: string,
	given: Given,
	figure: Element,
	inputs: Inputs,
	fanOf?: (name: PathName) => Fan,
): void {
	const reading = readingOf(name, given);
	check(reading, figure, inputs, baselineOf(reading.model), fanOf);
}
