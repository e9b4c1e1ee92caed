import { parameters } from '../models/registry.ts';
import { FIRST_SEED } from '../state/uncertainty.svelte.ts';
import type { AnswerTo, Ask } from './asks.ts';
import { answerNow, Sampler } from './sampler.ts';

const sampler = new Sampler();
const beliefs = {
	seed: FIRST_SEED,
	values: Object.fromEntries(Array.from(parameters, ([key, parameter]) => [key, parameter.default])),
	pinned: [],
};
const answers = new Map<string, unknown>();

/** What the runs say of the essay's own assumptions, or of a named position: the same for every reader, and so made at build, once for all pages. */
export function essayAnswer<A extends Ask>(ask: A): AnswerTo<A> {
	const name = JSON.stringify(ask);
	if (!answers.has(name)) answers.set(name, answerNow(sampler, ask, beliefs));
	return answers.get(name) as AnswerTo<A>;
}
