import { baselineOf } from '../engine/model.ts';
import { invalidReason } from '../engine/parameter.ts';
import { models } from './registry.ts';

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Answers one line of `npm run --silent evaluate`: {"model": id, "inputs": {key: value}} → {"model", "inputs",
 * "outputs"}. Missing inputs are set to their defaults; an infinite output is "Infinity". An invalid line gives an
 * "error" that names what is wrong.
 */
export function evaluateLine(line: string): Json {
	let request: unknown;
	try {
		request = JSON.parse(line);
	} catch {
		return { error: 'Not JSON. One object a line: {"model": "rl-scaling", "inputs": {"rlPerInference": 1.8}}' };
	}
	if (!isRecord(request)) return { error: 'A line is one JSON object with "model" and, if wanted, "inputs".' };
	const { model: id, inputs: given = {}, ...rest } = request;
	const model = typeof id === 'string' ? models.get(id) : undefined;
	if (!model)
		return {
			model: id ?? null,
			error: `Unknown model ${JSON.stringify(id ?? null)}. Known: ${[...models.keys()].join(', ')}.`,
		};
	const fail = (error: string) => ({ model: id, error });
	const [unknownField] = Object.keys(rest);
	if (unknownField !== undefined) return fail(`Unknown field "${unknownField}". A line has "model" and "inputs".`);
	if (!isRecord(given)) return fail('"inputs" is an object of parameter keys and values.');

	for (const [key, value] of Object.entries(given)) {
		const parameter = Object.hasOwn(model.parameters, key) ? model.parameters[key] : undefined;
		if (!parameter) return fail(`Unknown input "${key}" of ${id}. Known: ${Object.keys(model.parameters).join(', ')}.`);
		const reason = invalidReason(key, parameter, value);
		if (reason) return fail(`Input ${reason}.`);
	}
	const inputs = { ...baselineOf(model), ...(given as Record<string, number | string>) };
	const outputs = Object.entries(model.evaluate(inputs)).map(([key, value]) => [
		key,
		value === Infinity ? 'Infinity' : value,
	]);
	return { model: id, inputs, outputs: Object.fromEntries(outputs) };
}
