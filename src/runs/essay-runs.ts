import { parameters } from '../models/registry.ts';
import { FIRST_SEED } from '../state/first-seed.ts';
import type { AnswerTo, Query, RunSettings } from './queries.ts';
import { answerNow, Sampler } from './sampler.ts';

const sampler = new Sampler();
const settings = {
	seed: FIRST_SEED,
	values: Object.fromEntries(Array.from(parameters, ([key, parameter]) => [key, parameter.default])),
	pinned: [],
};
const answers = new Map<string, unknown>();

/** Significant digits kept: sampling noise starts at the third, and every page carries these numbers. */
const DIGITS = 7;
function shortened(answer: unknown): unknown {
	if (typeof answer === 'number') return Number.isInteger(answer) ? answer : Number(answer.toPrecision(DIGITS));
	if (Array.isArray(answer)) return answer.map(shortened);
	if (typeof answer !== 'object' || answer === null) return answer;
	return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, shortened(value)]));
}

/**
 * Answers a query about the essay's own assumptions, with some changed or pinned, or about a named position. The answer
 * is the same for every reader, so it is computed once, at build, for all pages.
 */
export function essayAnswer<Q extends Query>(query: Q, changed: Partial<RunSettings> = {}, runs?: number): AnswerTo<Q> {
	const name = JSON.stringify([query, changed, runs]);
	const values = { ...settings.values, ...changed.values };
	if (!answers.has(name))
		answers.set(name, shortened(answerNow(sampler, query, { ...settings, ...changed, values }, runs)));
	return answers.get(name) as AnswerTo<Q>;
}
