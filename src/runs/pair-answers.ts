import { attribute, findConcessions } from '../engine/attribution.ts';
import { inputsFrom, type AnyModel, type Inputs } from '../engine/model.ts';
import { quantityOf } from '../models/quantity.ts';
import type { Answer, RunSettings, PairQuery } from './queries.ts';

/** Approximate number of model evaluations for each sampled order. */
const PER_ORDER = 10;

/**
 * Answers a query about the difference between two sets of assumptions, with about `n` evaluations if there are too
 * many orders to enumerate.
 */
export function* answerPairQuery(query: PairQuery, settings: RunSettings, n: number): Generator<undefined, Answer> {
	const { model, key } = quantityOf(query.about);
	const [mine, theirs] = inputsOfPair(model, query, settings);
	return query.kind === 'attribution'
		? yield* attribute(model, key, mine, theirs, n / PER_ORDER)
		: yield* findConcessions(model, key, mine, theirs, query.near);
}

/** Returns everything that an answer depends on, as text. */
export const pairCacheKey = (query: PairQuery, settings: RunSettings): string =>
	JSON.stringify(inputsOfPair(quantityOf(query.about).model, query, settings));

function inputsOfPair(
	model: AnyModel,
	{ mine, theirs }: PairQuery,
	{ values }: RunSettings,
): readonly [Inputs, Inputs] {
	const of = (own: Inputs) => inputsFrom(model, (key) => own[key] ?? model.parameters[key]!.default);
	return [mine ? of(mine) : inputsFrom(model, (key) => values[key]!), of(theirs)];
}
