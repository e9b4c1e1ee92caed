import type { AnyModel, Inputs } from '../engine/model.ts';
import { draw, percentiles, runModel, shareOf, type Assumption, type Draws } from '../engine/monte-carlo.ts';
import { pathOf } from '../engine/path.ts';
import { uniforms } from '../engine/random.ts';
import { bearsOn } from '../models/record.model.ts';
import { modelOf } from '../models/registry.ts';
import {
	RUNS,
	type Answer,
	type AnswerTo,
	type Query,
	type RunSettings,
	type Fan,
	type Likely,
	type ModelQuery,
	type Odds,
} from './queries.ts';
import { positions } from '../positions/positions.ts';
import { posteriorKeyOf, columnsOf, PosteriorSampler, posteriorSpecOf } from './posterior-sampler.ts';
import { answerRecordQuery, recordCacheKey } from './record-answers.ts';
import { answerPairQuery, pairCacheKey } from './pair-answers.ts';
import { spreadOf } from './spread.ts';
import { inputsFor } from './query-inputs.ts';

/** Runs behind a band, which needs one whole curve for each. */
const CURVES = 1000;
/** Single runs drawn among them. */
const SHOWN = 12;
/** Parts of a parameter's range that it might be known to lie in. */
const TENTHS = 10;

interface Column {
	readonly assumption: Assumption;
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
	readonly #posteriorSampler = new PosteriorSampler();

	#draws(model: AnyModel, position: string, fixed: Inputs, { seed, pinned }: RunSettings): Draws {
		if (seed !== this.#seed) {
			this.#seed = seed;
			this.#uniforms.clear();
			this.#columns.clear();
		}
		const columns = this.#columns.get(position) ?? new Map<string, Column>();
		this.#columns.set(position, columns);
		const draws = new Map<string, Float64Array>();
		for (const [key, parameter] of Object.entries(model.parameters)) {
			const assumption = { value: fixed[key]!, isPinned: pinned.includes(key) };
			let column = columns.get(key);
			if (
				!column ||
				column.assumption.value !== assumption.value ||
				column.assumption.isPinned !== assumption.isPinned
			) {
				const stream = this.#uniforms.get(key) ?? uniforms(seed, key, RUNS);
				this.#uniforms.set(key, stream);
				column = { assumption, drawn: draw(parameter, assumption, stream, column?.drawn) };
				columns.set(key, column);
			}
			if (column.drawn) draws.set(key, column.drawn);
		}
		return draws;
	}

	/** The same runs once they have seen the record: `n` that stand for them, where it can tell the model anything. */
	*#given(query: ModelQuery, model: AnyModel, draws: Draws, settings: RunSettings, n: number, isWhole: boolean) {
		const posterior = yield* this.#posteriorSampler.sample(
			posteriorSpecOf(settings, query.position),
			isWhole ? RUNS : n,
		);
		const columns = new Map(draws);
		for (const [key, column] of columnsOf(posterior, n))
			if (Object.hasOwn(model.parameters, key)) columns.set(key, column);
		return { columns, effective: Math.round(Math.min(n, posterior.weights.effective)) };
	}

	/** What the first `n` runs say. A generator, so that whoever waits for a slow model can look up between parts of it. */
	*answer(query: Query, settings: RunSettings, n: number): Generator<undefined, Answer> {
		if ('theirs' in query) return yield* answerPairQuery(query, settings, n);
		if (!('model' in query)) return yield* answerRecordQuery(this.#posteriorSampler, query, settings, n);
		const model = modelOf(query.model);
		const fixed = inputsOf(query, settings);
		const prior = this.#draws(model, query.position ?? '', fixed, settings);
		const count = query.kind === 'path' ? Math.min(n, CURVES) : n;
		const { columns: draws, effective } = isGiven(query, settings)
			? yield* this.#given(query, model, prior, settings, count, n === RUNS)
			: { columns: prior, effective: undefined };
		if (query.kind === 'outputs') {
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
		const name = query.kind === 'path' ? query.name : { path: query.path };
		const curves: Float64Array[] = [];
		let at: readonly number[] = [];
		for (let i = 0; i < count; i++) {
			for (const [key, column] of draws) inputs[key] = column[i]!;
			const path = pathOf(model, name, inputs);
			if (i === 0) at = path.map(([x]) => x);
			curves.push(Float64Array.from(path, ([, y]) => y));
			if (i % 20 === 19) yield;
		}
		return query.kind === 'path' ? fanOf(at, curves, effective) : likelyOf(curves, draws, query.mark, effective);
	}
}

/** Whether a query's runs are those that the record leaves. */
function isGiven({ model, position, given }: ModelQuery, settings: RunSettings): boolean {
	const always = positions.find(({ id }) => id === position)?.isGivenRecord === true;
	return (given ?? (always || settings.given === true)) && bearsOn(modelOf(model).parameters);
}

/** The values round which a query's model is run. */
export const inputsOf = ({ model, position }: ModelQuery, settings: RunSettings): Inputs =>
	inputsFor(position, modelOf(model), settings);

/** All that an answer depends on, as text. */
export function cacheKeyOf(query: Query, settings: RunSettings): string {
	if ('theirs' in query) return pairCacheKey(query, settings);
	if (!('model' in query)) return recordCacheKey(query, settings);
	const record = isGiven(query, settings) ? posteriorKeyOf(posteriorSpecOf(settings, query.position)) : '';
	return JSON.stringify([settings.seed, inputsOf(query, settings), settings.pinned, record]);
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
export function answerNow<Q extends Query>(sampler: Sampler, query: Q, settings: RunSettings, n = RUNS): AnswerTo<Q> {
	const work = sampler.answer(query, settings, n);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value as AnswerTo<Q>;
	}
}
