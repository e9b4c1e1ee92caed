import { percentiles, shareOf } from '../engine/monte-carlo.ts';
import { normalQuantile } from '../engine/normal.ts';
import { resample, weigh, weightedPercentiles, weightsOf, type Weights } from '../engine/posterior.ts';
import { uniforms } from '../engine/random.ts';
import { LATER, SOON } from '../models/forecast.model.ts';
import record, { COUNTING } from '../models/record.model.ts';
import { DONE, usefulOver, yearOf } from '../parameters/abilities.ts';
import { revenueOver } from '../parameters/adoption.ts';
import { likelihoodOf, reportBeside } from '../parameters/record.ts';
import { positions } from '../positions/positions.ts';
import { OTHER_READER } from '../state/position-values.ts';
import { FIRST_SEED } from '../state/first-seed.ts';
import {
	RUNS,
	type Answer,
	type AnswerTo,
	type RunSettings,
	type Expectation,
	type Evidence,
	type Shift,
	type Odds,
	type Percentiles,
	type RecordQuery,
	type RecordFit,
	type EvidenceStep,
	type Supposed,
} from './queries.ts';
import {
	assume,
	posteriorKeyOf,
	isConditioned,
	posteriorSpecOf,
	runsOf,
	surprise,
	type PosteriorSampler,
	type Posterior,
} from './posterior-sampler.ts';

type Work<T> = Generator<undefined, T>;
/** Runs between two yields. */
const YIELD_EVERY = 50;
const MEASURE = positions.find(({ isMeasure }) => isMeasure)!.id;
/** Date that includes every report. */
const ALWAYS = Infinity;

/** Answers a query about the record, from all runs or, for a first answer, from `n`. */
export function* answerRecordQuery(
	sampler: PosteriorSampler,
	query: RecordQuery,
	settings: RunSettings,
	n: number,
): Work<Answer> {
	switch (query.kind) {
		case 'evidenceSteps':
			return yield* evidenceSteps(
				yield* sampler.sample(posteriorSpecOf(settings, query.position, ALWAYS), n),
				settings.seed,
			);
		case 'shifts':
			return shiftsOf(yield* sampler.sample(posteriorSpecOf(settings, query.position), n));
		case 'evidence':
			return yield* evidence(sampler, settings, n);
		case 'positionEvidence':
			return yield* positionEvidence(sampler, n);
		case 'expected': {
			const posterior = yield* sampler.sample(posteriorSpecOf(settings, query.position), n);
			return yield* expected(posterior, n >= RUNS ? RUNS : posterior.prior, query.by, settings.seed);
		}
		case 'suppose':
			return {
				supposed: yield* suppose(yield* sampler.sample(posteriorSpecOf(settings), n), query, settings.seed),
				isWhole: n >= RUNS,
			};
	}
}

/** Returns everything that an answer depends on, as text. */
export function recordCacheKey(query: RecordQuery, settings: RunSettings): string {
	if (query.kind === 'positionEvidence') return query.kind;
	if (query.kind === 'evidence') {
		const asked = [undefined, ...(settings.other ? [OTHER_READER] : [])];
		return JSON.stringify(asked.map((id) => posteriorKeyOf(posteriorSpecOf(settings, id))));
	}
	if (query.kind === 'suppose') return posteriorKeyOf(posteriorSpecOf(settings));
	return posteriorKeyOf(posteriorSpecOf(settings, query.position, query.kind === 'evidenceSteps' ? ALWAYS : undefined));
}

const recordFit = (posterior: Posterior, weights: Weights, until: number, seed: number): RecordFit => ({
	effective: Math.round(weights.effective),
	logEvidence: weights.logEvidence,
	surprise: surprise(posterior, weights, until, seed),
});

function* evidenceSteps(posterior: Posterior, seed: number): Work<readonly EvidenceStep[]> {
	const { pool, prior, reports, counting } = posterior;
	const agiYear = new Float64Array(pool.predictions.length);
	const inputs = { ...posterior.inputs };
	for (let run = 0; run < agiYear.length; run++) {
		assume(posterior, run, inputs);
		agiYear[run] = yearOf(usefulOver(inputs), DONE);
		if (run % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
	const before = agiYear.subarray(0, prior);
	const steps: EvidenceStep[] = [
		{
			until: undefined,
			agiYear: percentilesOf(percentiles(before, SHARES)),
			odds: [shareOf(before, (year) => year <= SOON), shareOf(before, (year) => year <= LATER)],
			effective: prior,
			logEvidence: 0,
			surprise: 1,
		},
	];
	for (const until of new Set(reports.map(({ year }) => year))) {
		yield;
		const weights = weigh(pool, likelihoodOf({ ...counting, recordUntil: until }, reports));
		const by = (mark: number) => agiYear.reduce((sum, year, run) => (year <= mark ? sum + weights.of[run]! : sum), 0);
		steps.push({
			until,
			agiYear: percentilesOf(weightedPercentiles(agiYear, weights, SHARES)),
			odds: [by(SOON), by(LATER)],
			...recordFit(posterior, weights, until, seed),
		});
	}
	return steps;
}

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const percentilesOf = ([p05, p25, p50, p75, p95]: readonly number[]): Percentiles => ({
	p05: p05!,
	p25: p25!,
	p50: p50!,
	p75: p75!,
	p95: p95!,
});

function shiftsOf(posterior: Posterior): readonly Shift[] {
	const { pool, weights, quantiles } = posterior;
	return Array.from(quantiles, ([key, quantile]): Shift => {
		const before = percentilesOf(SHARES.map(quantile));
		if (!isConditioned(posterior)) return { key, before, after: before, distance: 0 };
		const column = pool.columns.get(key)!;
		return {
			key,
			before,
			after: percentilesOf(weightedPercentiles(column, weights, SHARES).map(quantile)),
			distance: distanceFromPrior(column, weights),
		};
	}).sort((a, b) => b.distance - a.distance);
}

/** Returns the first Wasserstein distance between a standard normal and weighted runs of it. */
function distanceFromPrior(column: Float64Array, { of }: Weights): number {
	const order = Uint32Array.from(column.keys()).sort((a, b) => column[a]! - column[b]!);
	let [passed, distance] = [0, 0];
	for (const run of order) {
		const weight = of[run]!;
		if (weight > 0) distance += weight * Math.abs(normalQuantile(column[run]!) - normalQuantile(passed + weight / 2));
		passed = Math.min(passed + weight, 1 - Number.EPSILON);
	}
	return distance;
}

/** Returns the fit of a set of assumptions to the reports up to a date. */
function* fitOf(
	sampler: PosteriorSampler,
	settings: RunSettings,
	position: string | undefined,
	until: number | undefined,
	n: number,
): Work<RecordFit> {
	const posterior = yield* sampler.sample(posteriorSpecOf(settings, position, until), n);
	yield;
	return recordFit(posterior, posterior.weights, until ?? ALWAYS, settings.seed);
}

const against = (measure: RecordFit, own: RecordFit): Evidence => ({
	...own,
	odds: Math.exp(own.logEvidence - measure.logEvidence),
});

function* evidence(sampler: PosteriorSampler, settings: RunSettings, n: number): Work<AnswerTo<{ kind: 'evidence' }>> {
	const until = posteriorSpecOf(settings).counting.recordUntil;
	// What the reader holds certain is no part of the position that is the measure.
	const measure = yield* fitOf(sampler, { ...settings, pinned: pinnedCounting(settings) }, MEASURE, until, n);
	const mine = against(measure, yield* fitOf(sampler, settings, undefined, until, n));
	if (!settings.other) return { mine };
	return { mine, other: against(measure, yield* fitOf(sampler, settings, OTHER_READER, until, n)) };
}

const pinnedCounting = ({ pinned }: RunSettings): readonly string[] =>
	pinned.filter((key) => COUNTING.some((counts) => counts === key));

/** Returns the essay's default settings, under which positions are compared. They do not depend on the reader's. */
const ESSAY: RunSettings = {
	seed: FIRST_SEED,
	values: Object.fromEntries(Object.entries(record.parameters).map(([key, parameter]) => [key, parameter.default])),
	pinned: [],
};

function* positionEvidence(sampler: PosteriorSampler, n: number): Work<AnswerTo<{ kind: 'positionEvidence' }>> {
	const fits = new Map<string, RecordFit>();
	for (const { id } of positions) fits.set(id, yield* fitOf(sampler, ESSAY, id, ALWAYS, n));
	const measure = fits.get(MEASURE)!;
	return Object.fromEntries(Array.from(fits, ([id, fit]) => [id, against(measure, fit)]));
}

/** Predicted reports of each run, and whether (1 or 0) the run can do the work by the near and by the far year. */
interface Predictions {
	readonly revenue: Float64Array;
	readonly projects: Float64Array;
	readonly soon: Uint8Array;
	readonly later: Uint8Array;
}

function* predictReports(posterior: Posterior, n: number, by: number, seed: number): Work<Predictions> {
	const { pool, reports, counting } = posterior;
	const end = by + 1;
	const runs = runsOf(posterior, n);
	const inputs = { ...posterior.inputs };
	const besideOf = reportBeside(counting, reports, end);
	const [error, projectError] = ['revenue', 'whole projects'].map((what) =>
		uniforms(seed, `${what} by ${by}`, n).map(normalQuantile),
	) as [Float64Array, Float64Array];
	const revenue = new Float64Array(n);
	const projects = new Float64Array(n);
	const soon = new Uint8Array(n);
	const later = new Uint8Array(n);
	for (let i = 0; i < n; i++) {
		const run = runs[i]!;
		assume(posterior, run, inputs);
		const useful = usefulOver(inputs);
		const share = useful(end);
		const beside = besideOf(pool.predictions[run]!);
		revenue[i] = revenueOver(inputs, end).at(-1)! * Math.exp(beside.middle + beside.deviation * error[i]!);
		projects[i] = share / (share + (1 - share) * Math.exp(-projectError[i]!));
		soon[i] = useful(SOON) >= DONE ? 1 : 0;
		later[i] = useful(LATER) >= DONE ? 1 : 0;
		if (i % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
	return { revenue, projects, soon, later };
}

/** Returns the odds among some of the runs. */
function oddsAmong(runs: Uint32Array, { soon, later }: Predictions): Odds {
	let [near, far] = [0, 0];
	for (const i of runs) {
		near += soon[i]!;
		far += later[i]!;
	}
	return [near / runs.length, far / runs.length];
}

/** Returns the spread of a predicted report, and the odds by third of it. */
function expectationOf(values: Float64Array, predictions: Predictions): Expectation {
	const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
	const cut = (third: number) => Math.round((third * values.length) / 3);
	return {
		spread: percentilesOf(percentiles(values, SHARES)),
		thirds: [0, 1, 2].map((third) => ({
			below: third === 2 ? Infinity : values[order[cut(third + 1)]!]!,
			odds: oddsAmong(order.subarray(cut(third), cut(third + 1)), predictions),
		})),
	};
}

function* expected(
	posterior: Posterior,
	n: number,
	by: number,
	seed: number,
): Work<AnswerTo<{ kind: 'expected'; by: number }>> {
	const predictions = yield* predictReports(posterior, n, by, seed);
	const { revenue, projects } = predictions;
	return {
		odds: oddsAmong(Uint32Array.from(revenue.keys()), predictions),
		revenue: expectationOf(revenue, predictions),
		wholeProjects: expectationOf(projects, predictions),
		effective: Math.round(Math.min(n, posterior.weights.effective)),
	};
}

/** Runs in which a parameter is set, at the most. */
const SUPPOSED = 4000;

/**
 * Answers what follows if a parameter is in one third of its prior. Learnt: the runs of that third remain, with their weights. Set: every
 * run counts, and takes the parameter from a run of that third, so that the two questions differ in the other assumptions alone.
 */
function* suppose(
	posterior: Posterior,
	{ key, third }: RecordQuery & { kind: 'suppose' },
	seed: number,
): Work<Supposed | undefined> {
	const { pool, quantiles } = posterior;
	const quantile = quantiles.get(key);
	const column = pool.columns.get(key);
	// The reader has just become certain of it.
	if (!quantile || !column) return undefined;
	const share = third === 'high' ? 2 / 3 : 1 / 3;
	const isIn = (run: number) => (third === 'high' ? column[run]! > share : column[run]! < share);
	const count = Math.min(SUPPOSED, posterior.prior);
	const runs = runsOf(posterior, count);
	const weightOf = (run: number) => (isConditioned(posterior) ? posterior.weights.of[run]! : 1);
	const all = Array.from({ length: isConditioned(posterior) ? column.length : posterior.prior }, (_, run) => run);
	const inside = weightsOf(Float64Array.from(all, (run) => (isIn(run) ? Math.log(weightOf(run)) : -Infinity)));
	const remaining = resample(inside, count);
	const drawn = uniforms(seed, `suppose ${key}`, count);

	const inputs = { ...posterior.inputs } as Record<string, number | string>;
	const yearIn = (run: number, from: number): number => {
		assume(posterior, run, inputs);
		inputs[key] = quantile(column[from]!);
		return yearOf(usefulOver(inputs as typeof posterior.inputs), DONE);
	};
	const [now, set, learnt] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
	for (let i = 0; i < count; i++) {
		const [run, kept] = [runs[i]!, remaining[i]!];
		now[i] = yearIn(run, run);
		set[i] = yearIn(run, remaining[Math.floor(drawn[i]! * count)]!);
		learnt[i] = yearIn(kept, kept);
		if (i % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
	const middle = (values: Float64Array): number => percentiles(values, [0.5])[0]!;
	const others = Array.from(quantiles.keys()).flatMap((name) => {
		if (name === key) return [];
		const uniformsOf = (of: Int32Array) => middle(Float64Array.from(of, (run) => pool.columns.get(name)![run]!));
		const [before, after] = [uniformsOf(runs), uniformsOf(remaining)];
		return [{ key: name, before, after, distance: Math.abs(normalQuantile(after) - normalQuantile(before)) }];
	});
	const other = others.toSorted((a, b) => b.distance - a.distance)[0];
	const valueOf = (uniform: number) => quantiles.get(other!.key)!(uniform);
	return {
		mark: quantile(share),
		now: middle(now),
		set: middle(set),
		learnt: middle(learnt),
		effective: Math.round(inside.effective),
		isGiven: isConditioned(posterior),
		other: other && { ...other, before: valueOf(other.before), after: valueOf(other.after) },
	};
}
