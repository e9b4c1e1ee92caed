import type { AnyModel, Inputs } from '../engine/model.ts';
import { draw, percentiles, runModel, shareOf, type Assumption, type Draws } from '../engine/monte-carlo.ts';
import { pathOf, type PathName } from '../engine/path.ts';
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
	type ModelQuery,
	type Odds,
	type OddsGrid,
} from './queries.ts';
import { positions } from '../positions/positions.ts';
import { posteriorKeyOf, columnsOf, PosteriorSampler, posteriorSpecOf } from './posterior-sampler.ts';
import { answerRecordQuery, recordCacheKey } from './record-answers.ts';
import { answerPairQuery, pairCacheKey } from './pair-answers.ts';
import { spreadOf } from './spread.ts';
import { answerViewQuery } from './view-answers.ts';
import { answerWagerQuery } from './wager-answers.ts';
import { inputsFor } from './query-inputs.ts';

/** Runs behind a band, each of which is a whole curve. */
const CURVES = 1000;
/** Number of single curves returned with a band. */
const SHOWN = 12;
/** Runs behind each place of a grid of odds: at least, for a first answer, and at most. */
const GRID_RUNS = [1000, 4000] as const;

interface Column {
	readonly assumption: Assumption;
	readonly drawn: ReturnType<typeof draw>;
}

/**
 * Draws and runs the models. Each parameter is drawn once per run for all models, from its own random stream, so that
 * models agree on what they share and the order of parameters does not matter. Streams and unchanged columns are
 * cached.
 */
export class Sampler {
	#seed = 0;
	readonly #uniforms = new Map<string, Float64Array>();
	/** By position ('' for the reader), then by parameter key. */
	readonly #columns = new Map<string, Map<string, Column>>();
	readonly #posteriorSampler = new PosteriorSampler();
	/** The newest grid of odds, which is asked for again with every change of what it does not depend on. */
	#grid: { readonly name: string; readonly answer: OddsGrid } | undefined;

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

	/**
	 * Replaces prior columns with `n` runs of the posterior given the record, for the parameters that the model shares
	 * with it.
	 */
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

	/**
	 * Answers a query from the first `n` runs. A generator that yields between parts of the work, so that the caller can
	 * interrupt it.
	 */
	*answer(query: Query, settings: RunSettings, n: number): Generator<undefined, Answer> {
		if ('theirs' in query) return yield* answerPairQuery(query, settings, n);
		if ('readings' in query) return yield* answerViewQuery(this.#posteriorSampler, query, settings, n);
		if ('made' in query) return yield* answerWagerQuery(this.#posteriorSampler, query, n);
		if (!('model' in query)) return yield* answerRecordQuery(this.#posteriorSampler, query, settings, n);
		if (query.kind === 'oddsGrid') return yield* this.#oddsGrid(query, settings, n);
		const model = modelOf(query.model);
		const fixed = inputsOf(query, settings);
		const prior = this.#draws(model, query.position ?? '', fixed, settings);
		const count = query.kind === 'path' ? Math.min(n, CURVES) : n;
		const { columns: draws, effective } = isGiven(query, settings)
			? yield* this.#given(query, model, prior, settings, count, n === RUNS)
			: { columns: prior, effective: undefined };
		if (query.kind === 'outputs') return yield* runOutputs(model, fixed, draws, n, effective);
		const name = query.kind === 'path' ? query.name : { path: query.path };
		const { at, curves } = yield* runPath(model, name, fixed, draws, count);
		return query.kind === 'path'
			? fanOf(at, curves, effective)
			: { odds: oddsOf(curves, query.mark), ...(effective !== undefined && { effective }) };
	}

	*#oddsGrid(
		query: ModelQuery & { readonly kind: 'oddsGrid' },
		settings: RunSettings,
		n: number,
	): Generator<undefined, OddsGrid> {
		const [least, most] = GRID_RUNS;
		const count = Math.min(most, Math.max(least, n));
		const name = JSON.stringify([query, cacheKeyOf(query, settings), count]);
		if (this.#grid?.name === name) return this.#grid.answer;
		const model = modelOf(query.model);
		const given = inputsOf(query, settings);
		const [across, upward] = query.over;
		const answer: Odds[][] = [];
		for (const first of across.values) {
			const row: Odds[] = [];
			for (const second of upward.values) {
				const fixed = { ...given, [across.key]: first, [upward.key]: second };
				const draws = this.#draws(model, 'grid', fixed, settings);
				const { curves } = yield* runPath(model, { path: query.path }, fixed, draws, count);
				row.push(oddsOf(curves, query.mark));
			}
			answer.push(row);
		}
		this.#grid = { name, answer };
		return answer;
	}
}

function* runOutputs(
	model: AnyModel,
	fixed: Inputs,
	draws: Draws,
	n: number,
	effective?: number,
): Generator<undefined, AnswerTo<ModelQuery & { kind: 'outputs' }>> {
	const names = Object.keys(model.outputs);
	const all = Object.fromEntries(names.map((name) => [name, new Float64Array(n)]));
	for (const [from, to] of parts(n)) {
		const part = runModel(model, fixed, slice(draws, from, to), names, to - from);
		for (const name of names) all[name]!.set(part[name]!, from);
		yield;
	}
	return Object.fromEntries(names.map((name) => [name, spreadOf(all[name]!, effective)]));
}

/** Returns the x values of a path, and its y values in each run. */
function* runPath(
	model: AnyModel,
	name: PathName,
	fixed: Inputs,
	draws: Draws,
	n: number,
): Generator<undefined, { readonly at: readonly number[]; readonly curves: readonly Float64Array[] }> {
	const inputs = { ...fixed };
	const curves: Float64Array[] = [];
	let at: readonly number[] = [];
	for (let i = 0; i < n; i++) {
		for (const [key, column] of draws) inputs[key] = column[i]!;
		const path = pathOf(model, name, inputs);
		if (i === 0) at = path.map(([x]) => x);
		curves.push(Float64Array.from(path, ([, y]) => y));
		if (i % 20 === 19) yield;
	}
	return { at, curves };
}

/** Returns whether a query's runs are conditioned on the record. */
function isGiven({ model, position, given }: ModelQuery, settings: RunSettings): boolean {
	const always = positions.find(({ id }) => id === position)?.isGivenRecord === true;
	return (given ?? (always || settings.given === true)) && bearsOn(modelOf(model).parameters);
}

/** Returns the values around which a query's model is run. */
export const inputsOf = ({ model, position }: ModelQuery, settings: RunSettings): Inputs =>
	inputsFor(position, modelOf(model), settings);

/** Returns everything that an answer depends on, as text. */
export function cacheKeyOf(query: Query, settings: RunSettings): string {
	if ('theirs' in query) return pairCacheKey(query, settings);
	// It depends on nothing but itself.
	if ('made' in query) return '';
	if ('readings' in query) return JSON.stringify(settings.leftOut ?? []);
	if (!('model' in query)) return recordCacheKey(query, settings);
	if (query.kind === 'oddsGrid') {
		const varied = query.over.map(({ key }) => key);
		const others = Object.entries(inputsOf(query, settings)).filter(([key]) => !varied.includes(key));
		return JSON.stringify([settings.seed, others, settings.pinned]);
	}
	const record = isGiven(query, settings) ? posteriorKeyOf(posteriorSpecOf(settings, query.position)) : '';
	return JSON.stringify([settings.seed, inputsOf(query, settings), settings.pinned, record]);
}

/** Splits `n` runs into ranges of at most `size`. */
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

/** Returns the shares of runs at the mark or above. */
function oddsOf(curves: readonly Float64Array[], mark: number): Odds {
	const share = (point: 0 | 1) =>
		shareOf(
			Float64Array.from(curves, (curve) => curve[point]!),
			(value) => value >= mark,
		);
	return [share(0), share(1)];
}

/** Answers a query without interruption: for the build and for first answers. */
export function answerNow<Q extends Query>(sampler: Sampler, query: Q, settings: RunSettings, n = RUNS): AnswerTo<Q> {
	const work = sampler.answer(query, settings, n);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value as AnswerTo<Q>;
	}
}
