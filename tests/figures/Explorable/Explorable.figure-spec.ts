import { modelOf } from '../../../src/models/registry.ts';
import type { Inputs } from '../../../src/engine/model.ts';
import type { IslandProps, FigureSpec } from '../figure-spec.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Returns the spec for the model, parameter and outputs in the island’s props. */
export default function explorable(given: IslandProps): FigureSpec {
	const { model: id, x, y, marks } = given;
	if (!isText(id) || !isText(x) || !Array.isArray(y)) throw new Error('The props of Explorable need model, x and y.');
	const model = modelOf(id);
	const outputs = y.filter(isText);
	const isWhole = 'integer' in model.parameters[x]!;
	const worth = (key: string) => ({ bn$: 1e9, tn$: 1e12 })[String(model.outputs[key]!.unit)] ?? 1;
	const value = (inputs: Inputs, at: number, key: string) =>
		Number(model.evaluate({ ...inputs, [x]: isWhole ? Math.max(1, Math.round(at)) : at })[key]) * worth(key);
	const tone = (key: string) => model.outputs[key]!.tone ?? 'plain';
	const known = Array.isArray(marks) ? marks.map((mark: { at: number }) => mark.at) : [];
	const [first] = outputs as [string];
	return {
		model,
		curves: outputs.map((key) => ({
			select: `.curve.tone-${tone(key)}:not(.ghost)`,
			path: { along: x, output: key },
			at: (inputs) => (at: number) => value(inputs, at, key),
		})),
		points: [
			{ select: '.reader circle', at: (inputs) => [[Number(inputs[x]), value(inputs, Number(inputs[x]), first)]] },
			{ select: '.dated', at: (inputs) => known.map((at) => [at, value(inputs, at, first)]) },
		],
	};
}
