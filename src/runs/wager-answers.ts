import { quantileOf } from '../engine/monte-carlo.ts';
import type { Inputs } from '../engine/model.ts';
import { uniforms } from '../engine/random.ts';
import {
	chanceAbove,
	expectedOdds,
	scoreOf,
	separationOf,
	type Predictive,
	type Prospect,
	type Separation,
} from '../engine/wager.ts';
import record from '../models/record.model.ts';
import { impressiveAt, usefulAt } from '../parameters/abilities.ts';
import { paidShare, paidWages, revenueIn } from '../parameters/adoption.ts';
import { besideIn, countedOf, describedBy, logit, SHARE_ERROR, type Counting } from '../parameters/record.ts';
import { FIRST_SEED } from '../state/first-seed.ts';
import { assume, posteriorSpecOf, runsOf, type Posterior, type PosteriorSampler } from './posterior-sampler.ts';
import { PREDICTED, RUNS, type Answer, type AnswerTo, type WagerQuery } from './queries.ts';
import { QUANTITIES, WAGERED, type WageredName } from '../parameters/wagered.ts';

type Work<T> = Generator<undefined, T>;

/** Runs between two yields. */
const YIELD_EVERY = 10;

/** Settings of one reader: values that differ from the defaults. Neither is certain of anything, so that both see the same terms. */
const settingsOf = (values: Inputs) => ({ seed: FIRST_SEED, values, pinned: [] });

/** Kinds of report that are counted only if a reader says so. */
const OPTIONAL = ['wholeProjects', 'clearBriefs'] as const satisfies (keyof Counting)[];
/** Returns the values of both readers, each of whom knows every kind of report that one of them counts. */
function informed({ one, two }: Pick<WagerQuery, 'one' | 'two'>): readonly [Inputs, Inputs] {
	const counted = Object.fromEntries(
		OPTIONAL.flatMap((kind) => (one[kind] === 'on' || two[kind] === 'on' ? [[kind, 'on']] : [])),
	);
	return [
		{ ...one, ...counted },
		{ ...two, ...counted },
	];
}

/** Returns the predictive distributions of one reader, by quantity and year, given the reports that were published by the day of the wager. */
function* predictiveOf(
	sampler: PosteriorSampler,
	values: Inputs,
	{ made, years }: { readonly made: number; readonly years: readonly number[] },
	n: number,
): Work<(quantity: WageredName, year: number) => Predictive> {
	const posterior = yield* sampler.sample(posteriorSpecOf(settingsOf(values), undefined, describedBy(made)), n);
	const count = Math.min(n, PREDICTED);
	const runs = runsOf(posterior, count);
	const testedShareOf = testedShares(posterior, count);
	const inputs = { ...posterior.inputs };
	const counted = countedOf(posterior.counting, posterior.reports);
	const found = new Map<string, { means: Float64Array; deviations: Float64Array }>();
	const of = (quantity: WageredName, year: number) => {
		const name = `${quantity} ${year}`;
		const known = found.get(name) ?? { means: new Float64Array(count), deviations: new Float64Array(count) };
		found.set(name, known);
		return known;
	};
	for (let i = 0; i < count; i++) {
		const run = runs[i]!;
		assume(posterior, run, inputs);
		inputs.testedShare = testedShareOf(i) ?? inputs.testedShare;
		const beside = besideIn(posterior.pool.predictions[run]!, counted);
		const logRevenue = revenueIn(inputs, Math.max(...years));
		for (const year of years) {
			const [revenue, useful, paid] = [logRevenue(year), usefulAt(inputs, year), paidShare(inputs, year)];
			const { middle, deviation } = beside(year);
			const taken = Math.exp(revenue) / (paidWages(inputs, year) * paid * useful);
			const put = (quantity: WageredName, mean: number, error: number) => {
				const { means, deviations } = of(quantity, year);
				means[i] = mean;
				deviations[i] = error;
			};
			put('revenue', revenue + middle, deviation);
			put('wholeProjects', logit(useful), SHARE_ERROR);
			put('clearBriefs', logit(impressiveAt(inputs, year)), SHARE_ERROR);
			put('canDo', logit(useful), MEASURED);
			put('takenUp', logit(taken), MEASURED);
			put('paid', Math.log(paid), MEASURED);
		}
		if (i % YIELD_EVERY === YIELD_EVERY - 1) yield;
	}
	return of;
}

/** Standard deviation of the error with which something that nobody records would be measured: about a quarter. */
export const MEASURED = 0.25;

/** Returns the share of abilities that tests see in each run. The posterior leaves it out unless clear briefs count. */
function testedShares({ inputs, quantiles }: Posterior, count: number): (run: number) => number | undefined {
	if (quantiles.has('testedShare')) return () => undefined;
	const quantile = quantileOf(record.parameters.testedShare, { value: inputs.testedShare, isPinned: false });
	const drawn = quantile && uniforms(FIRST_SEED, 'testedShare', count).map(quantile);
	return (run) => drawn?.[run];
}

/** Answers a query about a wager between two readers. */
export function* answerWagerQuery(sampler: PosteriorSampler, query: WagerQuery, n: number): Work<Answer> {
	return query.kind === 'wager' ? yield* prospects(sampler, query, n) : yield* rescored(sampler, query, n);
}

function* prospects(
	sampler: PosteriorSampler,
	query: WagerQuery & { kind: 'wager' },
	n: number,
): Work<AnswerTo<WagerQuery & { kind: 'wager' }>> {
	const { made, years } = query;
	const [one, two] = informed(query);
	const first = yield* predictiveOf(sampler, one, query, n);
	const second = yield* predictiveOf(sampler, two, query, n);
	const all: (Prospect & Separation & { quantity: WageredName; chances: readonly [number, number] })[] = [];
	for (const quantity of QUANTITIES)
		for (const year of years) {
			const [a, b] = [first(quantity, year), second(quantity, year)];
			const { round, toScale, fromScale, within } = WAGERED[quantity];
			const separation = separationOf(a, b, within);
			const threshold = round(fromScale(separation.threshold));
			const at = toScale(threshold);
			all.push({
				quantity,
				year,
				odds: expectedOdds(separation),
				...separation,
				threshold,
				chances: [chanceAbove(a, at), chanceAbove(b, at)],
			});
			yield;
		}
	return { made, prospects: all, isWhole: n >= RUNS };
}

function* rescored(
	sampler: PosteriorSampler,
	query: WagerQuery & { kind: 'wagerScores' },
	n: number,
): Work<AnswerTo<WagerQuery & { kind: 'wagerScores' }>> {
	const { quantity, year, threshold, came } = query;
	const { toScale, within } = WAGERED[quantity];
	const asked = { made: query.made, years: [year] };
	const both: Predictive[] = [];
	for (const values of informed(query)) {
		const predictive = yield* predictiveOf(sampler, values, asked, n);
		both.push(predictive(quantity, year));
	}
	const [a, b] = both as [Predictive, Predictive];
	const of = <T>(value: (predictive: Predictive) => T): readonly [T, T] => [value(a), value(b)];
	return {
		chances: of((predictive) => chanceAbove(predictive, toScale(threshold))),
		...(came !== undefined && { scores: of((predictive) => scoreOf(predictive, toScale(came), within)) }),
		isWhole: n >= RUNS,
	};
}
