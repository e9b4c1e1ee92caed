import { baselineOf, type AnyModel, type Inputs, type ParameterSet } from '../engine/model.ts';
import { invalidReason } from '../engine/parameter.ts';
import { LARGEST_SEED } from '../engine/random.ts';
import { procedures, runExperiment, RunFailed } from '../experiments/run-experiment.ts';
import { reported } from '../parameters/record.ts';
import { models } from './registry.ts';

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON has no infinity. */
const jsonOutputs = (outputs: Readonly<Record<string, number | boolean>>): Json =>
	Object.fromEntries(Object.entries(outputs).map(([key, value]) => [key, value === Infinity ? 'Infinity' : value]));

/**
 * Answers one line of `npm run --silent evaluate`: {"model": id, "inputs": {key: value}} → {"model", "inputs", "outputs"},
 * for the record with "without": [month, …] as well, or
 * {"experiment": id, "inputs", "seed"} → {"experiment", "inputs", "seed", "outputs", "hash"}. Missing inputs are set to their
 * defaults, a missing seed to 1; an infinite output is "Infinity". An invalid line gives an "error" that names what is wrong.
 */
export function evaluateLine(line: string): Json {
	let request: unknown;
	try {
		request = JSON.parse(line);
	} catch {
		return { error: 'Not JSON. One object a line: {"model": "rl-scaling", "inputs": {"rlPerInference": 1.8}}' };
	}
	if (!isRecord(request))
		return { error: 'A line is one JSON object with "model" or "experiment" and, if wanted, "inputs".' };
	return 'experiment' in request ? evaluateExperiment(request) : evaluateModel(request);
}

function evaluateModel({ model: id, inputs: given = {}, without = [], ...rest }: Json): Json {
	const model = typeof id === 'string' ? models.get(id) : undefined;
	if (!model)
		return {
			model: id ?? null,
			error: `Unknown model ${JSON.stringify(id ?? null)}. Known: ${[...models.keys()].join(', ')}.`,
		};
	const [unknownField] = Object.keys(rest);
	const error =
		unknownField === undefined
			? (inputsError(model, given) ?? withoutError(model, without))
			: `Unknown field "${unknownField}". A line has "model", "inputs" and, for ${held}, "without".`;
	if (error) return { model: id, error };
	const inputs = { ...baselineOf(model), ...(given as Inputs) };
	const leftOut = without as readonly string[];
	if (leftOut.length === 0) return { model: id, inputs, outputs: jsonOutputs(model.evaluate(inputs)) };
	return { model: id, inputs, without: leftOut, outputs: jsonOutputs(model.evaluateWithout!(inputs, leftOut)) };
}

/** Ids of the models that are held against reports. */
const held = [...models.values()].flatMap(({ id, evaluateWithout }) => (evaluateWithout ? [id] : [])).join(', ');
const months = [...new Set(reported.map(({ month }) => month))];

/** Returns what is wrong with the reports that a line leaves out; undefined if nothing is. */
function withoutError({ id, evaluateWithout }: AnyModel, without: unknown): string | undefined {
	if (!Array.isArray(without)) return '"without" is a list of months of reports, such as ["2025-12"].';
	if (without.length > 0 && !evaluateWithout) return `"without" is of no use to ${id}. Models with reports: ${held}.`;
	const unknown = without.find((month) => !months.includes(month as string));
	return unknown === undefined ? undefined : `No report of ${JSON.stringify(unknown)}. Known: ${months.join(', ')}.`;
}

function evaluateExperiment({ experiment: id, inputs: given = {}, seed = 1, ...rest }: Json): Json {
	const experiment = typeof id === 'string' ? procedures.get(id)?.experiment : undefined;
	if (!experiment)
		return {
			experiment: id ?? null,
			error: `Unknown experiment ${JSON.stringify(id ?? null)}. Known: ${[...procedures.keys()].join(', ')}.`,
		};
	const fail = (error: string) => ({ experiment: id, error });
	const [unknownField] = Object.keys(rest);
	if (unknownField !== undefined)
		return fail(`Unknown field "${unknownField}". A line has "experiment", "inputs" and "seed".`);
	if (typeof seed !== 'number' || !Number.isInteger(seed) || seed < 1 || seed > LARGEST_SEED)
		return fail(`"seed" must be a whole number from 1 to ${LARGEST_SEED}, not ${JSON.stringify(seed)}.`);
	const error = inputsError(experiment, given);
	if (error) return fail(error);
	const inputs = { ...baselineOf(experiment), ...(given as Inputs) };
	try {
		const { outputs, hash } = runExperiment(experiment.id, inputs, seed);
		return { experiment: id, inputs, seed, outputs: jsonOutputs(outputs), hash };
	} catch (failure) {
		if (failure instanceof RunFailed) return fail(failure.message);
		throw failure;
	}
}

/** Returns what is wrong with the inputs of a line; undefined if nothing is. */
function inputsError({ id, parameters }: { id: string; parameters: ParameterSet }, given: unknown): string | undefined {
	if (!isRecord(given)) return '"inputs" is an object of parameter keys and values.';
	for (const [key, value] of Object.entries(given)) {
		const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
		if (!parameter) return `Unknown input "${key}" of ${id}. Known: ${Object.keys(parameters).join(', ')}.`;
		const reason = invalidReason(key, parameter, value);
		if (reason) return `Input ${reason}.`;
	}
	return undefined;
}
