/** What a browser test may ask of the models, loaded as the site loads them. */
import { baselineOf } from '../../src/engine/model.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import type { PathName } from '../../src/engine/path.ts';
import { parameters } from '../../src/models/registry.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';
import { nameOf, propsOf, type PrintedIsland } from './island.ts';
import type { Fan } from './reading.ts';
import { modelRead, readBack } from './readings.ts';

/** Sliders of a figure, in its own order. */
export function slidersOf(island: PrintedIsland): { key: string; label: string; min: number; max: number }[] {
	const { controls } = propsOf(island);
	return (Array.isArray(controls) ? controls : []).flatMap((key) => {
		const parameter = parameters.get(key);
		return parameter && isNumber(parameter)
			? [{ key, label: parameter.label, min: parameter.min, max: parameter.max }]
			: [];
	});
}

const baseline = Object.fromEntries([...parameters].map(([key, parameter]) => [key, parameter.default]));
const sampler = new Sampler();
const answered = new Map<string, Fan>();

/** What ten thousand runs of the essay's own assumptions say of a curve, from the first draw. */
export function fanOf(model: string, name: PathName): Fan {
	const asked = JSON.stringify([model, name]);
	const fan =
		answered.get(asked) ?? answerNow(sampler, { kind: 'path', model, name }, { seed: 1, values: baseline, pinned: [] });
	answered.set(asked, fan);
	return fan;
}

/** Reads a drawn figure back, with these values and otherwise the essay's; throws what is misdrawn. */
export function readFigure(
	island: PrintedIsland,
	figure: Element,
	values: Readonly<Record<string, number>>,
	fans?: (model: string, name: PathName) => Fan,
): void {
	const [name, given] = [nameOf(island), propsOf(island)];
	const model = modelRead(name, given);
	const own = Object.fromEntries(Object.entries(values).filter(([key]) => key in model.parameters));
	try {
		readBack(name, given, figure, { ...baselineOf(model), ...own }, fans && ((path) => fans(model.id, path)));
	} catch (error) {
		throw new Error(`#${figure.id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}
