import { cruxOf, middleGround } from '../engine/crux.ts';
import { inputsFrom, type AnyModel, type Inputs } from '../engine/model.ts';
import { quantityOf } from '../models/quantity.ts';
import type { Answer, Beliefs, PairAsk } from './asks.ts';

/** Evaluations of a model for each order of a first picture, roughly. */
const PER_ORDER = 10;

/** What two people's assumptions say to an ask: from `n` evaluations' worth of orders where there are too many to count. */
export function* answerOfPair(ask: PairAsk, beliefs: Beliefs, n: number): Generator<undefined, Answer> {
	const { model, key } = quantityOf(ask.about);
	const [mine, theirs] = inputsOfPair(model, ask, beliefs);
	return ask.kind === 'crux'
		? yield* cruxOf(model, key, mine, theirs, n / PER_ORDER)
		: yield* middleGround(model, key, mine, theirs, ask.near);
}

/** All that an answer depends on, as text. */
export const behindPair = (ask: PairAsk, beliefs: Beliefs): string =>
	JSON.stringify(inputsOfPair(quantityOf(ask.about).model, ask, beliefs));

function inputsOfPair(model: AnyModel, { mine, theirs }: PairAsk, { values }: Beliefs): readonly [Inputs, Inputs] {
	const of = (own: Inputs) => inputsFrom(model, (key) => own[key] ?? model.parameters[key]!.default);
	return [mine ? of(mine) : inputsFrom(model, (key) => values[key]!), of(theirs)];
}
