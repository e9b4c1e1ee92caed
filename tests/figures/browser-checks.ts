/** What browser tests need of models and figure specs; Vite loads this file with the site's own configuration. */
import { baselineOf } from '../../src/engine/model.ts';
import { isNumber } from '../../src/engine/parameter.ts';
import type { PathName } from '../../src/engine/path.ts';
import { parameters } from '../../src/models/registry.ts';
import { answerNow, Sampler } from '../../src/runs/sampler.ts';
import type { Fan } from './figure-spec.ts';
import { checkFigure, modelOfFigure } from './figure-specs.ts';
import { figureNameOf, propsOf, type PrintedIsland } from './printed-island.ts';

/** Returns the sliders of a figure, in document order. */
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
const fans = new Map<string, Fan>();

/** Returns the percentiles of a path over ten thousand runs of the baseline, with seed 1. */
export function fanOf(model: string, name: PathName): Fan {
	const query = JSON.stringify([model, name]);
	const fan =
		fans.get(query) ?? answerNow(sampler, { kind: 'path', model, name }, { seed: 1, values: baseline, pinned: [] });
	fans.set(query, fan);
	return fan;
}

/** Compares a drawn figure with its spec, for the baseline with these values changed. Throws if a mark is wrong. */
export function checkDrawnFigure(
	island: PrintedIsland,
	figure: Element,
	values: Readonly<Record<string, number>>,
	fansOf?: (model: string, name: PathName) => Fan,
): void {
	const [name, props] = [figureNameOf(island), propsOf(island)];
	const model = modelOfFigure(name, props);
	const own = Object.fromEntries(Object.entries(values).filter(([key]) => key in model.parameters));
	try {
		checkFigure(name, props, figure, { ...baselineOf(model), ...own }, fansOf && ((path) => fansOf(model.id, path)));
	} catch (error) {
		throw new Error(`#${figure.id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}
