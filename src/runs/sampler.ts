import type { AnyModel, Inputs } from '../engine/model.ts';
import { draw, percentiles, runModel, shareOf, type Belief, type Draws } from '../engine/monte-carlo.ts';
import { pathOf } from '../engine/path.ts';
import { uniforms } from '../engine/random.ts';
import { bearsOn } from '../models/record.model.ts';
import { modelOf } from '../models/registry.ts';
import {
	RUNS,
	type Answer,
	type AnswerTo,
	type Ask,
	type Beliefs,
	type Fan,
	type Likely,
	type ModelAsk,
	type Odds,
} from './asks.ts';
import { positions } from '../positions/positions.ts';
import { behindQuestion, columnsOf, Learner, questionOf } from './learner.ts';
import { answerOfRecord, behindRecord } from './record-answers.ts';
import { answerOfPair, behindPair } from './pair-answers.ts';
import { spreadOf } from './spread.ts';
import { inputsBy } from './whose.ts';

/** Runs behind a band, which needs one whole curve for each. */
const CURVES = 1000;
/** Single runs drawn among them. */
const SHOWN = 12;
/** Parts of a parameter's range that it might be known to lie in. */
const TENTHS = 10;

interface Column {
	readonly belief: Belief;
	readonly drawn: ReturnType<typeof draw>;
}

/**
 * The reader's ten thousand runs. A parameter is drawn once per run for all models, from a stream of its own, so that models
 * agree and the order of parameters makes no difference; the streams and whatever was not moved are kept from step to step.
 */
export class Sampler {
	#seed = 0;
	readonly #uniforms = new Map<string, Float64Array>();
	/** By position ('' for the reader), then by parameter. */
	readonly #columns = new Map<string, Map<string, Column>>();
	readonly #learner = new Learner();

	#draws(model: AnyModel, position: string, fixed: Inputs, { seed, pinned }: Beliefs): Draws {
		if (seed !== this.#seed) {
			this.#seed = seed;
			this.#uniforms.clear();
			this.#columns.clear();
		}
		const columns = this.#columns.get(position) ?? new Map<string, Column>();
		this.#columns.set(position, columns);
		const draws = new Map<string, Float64Array>();
		for (const [key, parameter] of Object.entries(model.parameters)) {
			const belief = { value: fixed[key]!, isPinned: pinned.includes(key) };
			let column = columns.get(key);
			if (!column || column.belief.value !== belief.value || column.belief.isPinned !== belief.isPinned) {
				const stream = this.#uniforms.get(key) ?? uniforms(seed, key, RUNS);
				this.#uniforms.set(key, stream);
				column = { belief, drawn: draw(parameter, belief, stream, column?.drawn) };
				columns.set(key, column);
			}
			if (column.drawn) draws.set(key, column.drawn);
		}
		return draws;
	}

	/** The same runs once they have seen the record: `n` that stand for them, where it can tell the model anything. */
	*#given(ask: ModelAsk, model: AnyModel, draws: Draws, beliefs: Beliefs, n: number, isWhole: boolean) {
		const learnt = yield* this.#learner.learn(questionOf(beliefs, ask.position), isWhole ? RUNS : n);
		const columns = new Map(draws);
		for (const [key, column] of columnsOf(learnt, n))
			if (Object.hasOwn(model.parameters, key)) columns.set(key, column);
		return { columns, effective: Math.round(Math.min(n, learnt.weights.effective)) };
	}

	/** What the first `n` runs say. A generator, so that whoever waits for a slow model can look up between parts of it. */
	*answer(ask: Ask, beliefs: Beliefs, n: number): Generator<undefined, Answer> {
		if ('theirs' in ask) return yield* answerOfPair(ask, beliefs, n);
		if (!('model' in ask)) return yield* answerOfRecord(this.#learner, ask, beliefs, n);
		const model = modelOf(ask.model);
		const fixed = inputsOf(ask, beliefs);
		const prior = this.#draws(model, ask.position ?? '', fixed, beliefs);
		const count = ask.kind === 'path' ? Math.min(n, CURVES) : n;
		const { columns: draws, effective } = isGiven(ask, beliefs)
			? yield* this.#given(ask, model, prior, beliefs, count, n === RUNS)
			: { columns: prior, effective: undefined };
		if (ask.kind === 'outputs') {
			const names = Object.keys(model.outputs);
			const all = Object.fromEntries(names.map((name) => [name, new Float64Array(n)]));
			for (const [from, to] of parts(n)) {
				const part = runModel(model, fixed, slice(draws, from, to), names, to - from);
				for (const name of names) all[name]!.set(part[name]!, from);
				yield;
			}
			return Object.fromEntries(names.map((name) => [name, spreadOf(all[name]!, effective)]));
		}
		const inputs = { ...fixed };
		const name = ask.kind === 'path' ? ask.name : { path: ask.path };
		const curves: Float64Array[] = [];
		let at: readonly number[] = [];
		for (let i = 0; i < count; i++) {
			for (const [key, column] of draws) inputs[key] = column[i]!;
			const path = pathOf(model, name, inputs);
			if (i === 0) at = path.map(([x]) => x);
			curves.push(Float64Array.from(path, ([, y]) => y));
			if (i % 20 === 19) yield;
		}
		return ask.kind === 'path' ? fanOf(at, curves, effective) : likelyOf(curves, draws, ask.mark, effective);
	}
}

/** Whether an ask's runs are those that the record leaves. */
function isGiven({ model, position, given }: ModelAsk, beliefs: Beliefs): boolean {
	const always = positions.find(({ id }) => id === position)?.isGivenRecord === true;
	return (given ?? (always || beliefs.given === true)) && bearsOn(modelOf(model).parameters);
}

/** The values round which an ask's model is run. */
export const inputsOf = ({ model, position }: ModelAsk, beliefs: Beliefs): Inputs =>
	inputsBy(position, modelOf(model), beliefs);

/** All that an answer depends on, as text. */
export function behind(ask: Ask, beliefs: Beliefs): string {
	if ('theirs' in ask) return behindPair(ask, beliefs);
	if (!('model' in ask)) return behindRecord(ask, beliefs);
	const record = isGiven(ask, beliefs) ? behindQuestion(questionOf(beliefs, ask.position)) : '';
	return JSON.stringify([beliefs.seed, inputsOf(ask, beliefs), beliefs.pinned, record]);
}

/** A run's range cut into parts of about a hundred. */
function* parts(n: number, size = 100): Generator<[number, number]> {
	for (let from = 0; from < n; from += size) yield [from, Math.min(n, from + size)];
}
const slice = (draws: Draws, from: number, to: number): Draws =>
	new Map(Array.from(draws, ([key, column]) => [key, column.subarray(from, to)]));

function fanOf(at: readonly number[], curves: readonly Float64Array[], effective?: number): Fan {
	const levels = at.map((_, i) =>
		percentiles(
			Float64Array.from(curves, (curve) => curve[i]!),
			[0.05, 0.25, 0.5, 0.75, 0.95],
		),
	);
	const level = (share: number) => levels.map((percentile) => percentile[share]!);
	return {
		at,
		p05: level(0),
		p25: level(1),
		p50: level(2),
		p75: level(3),
		p95: level(4),
		runs: curves.slice(0, SHOWN).map((curve) => [...curve]),
		...(effective !== undefined && { effective }),
	};
}

function likelyOf(curves: readonly Float64Array[], draws: Draws, mark: number, effective?: number): Likely {
	const oddsOf = (some: readonly Float64Array[]): Odds => {
		const share = (point: 0 | 1) =>
			shareOf(
				Float64Array.from(some, (curve) => curve[point]!),
				(value) => value >= mark,
			);
		return [share(0), share(1)];
	};
	const known = Array.from(draws, ([key, column]) => {
		const order = Array.from(curves.keys()).sort((a, b) => column[a]! - column[b]!);
		const part = order.length / TENTHS;
		return [
			key,
			Array.from({ length: TENTHS }, (_, i) =>
				oddsOf(order.slice(i * part, (i + 1) * part).map((run) => curves[run]!)),
			),
		] as const;
	});
	return { odds: oddsOf(curves), known: Object.fromEntries(known), ...(effective !== undefined && { effective }) };
}

/** An answer at once, for whoever can wait: the build, and the first picture. */
export function answerNow<A extends Ask>(sampler: Sampler, ask: A, beliefs: Beliefs, n = RUNS): AnswerTo<A> {
	const work = sampler.answer(ask, beliefs, n);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value as AnswerTo<A>;
	}
}
