import { outcomes, percentiles } from '../engine/monte-carlo.ts';
import { weightedPercentiles, type Weights } from '../engine/posterior.ts';
import type { Spread } from './queries.ts';

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const OUTCOMES = 20;

/** Returns the spread of unweighted runs; `effective` is stated as their number. */
export function spreadOf(values: Float64Array, effective = values.length): Spread {
	const [p05, p25, p50, p75, p95] = percentiles(values, SHARES);
	return { p05, p25, p50, p75, p95, runs: effective, outcomes: outcomes(values, OUTCOMES) };
}

/** Returns the spread of weighted runs. */
export function weightedSpread(values: Float64Array, weights: Weights): Spread {
	const middles = Array.from({ length: OUTCOMES }, (_, i) => (i + 0.5) / OUTCOMES);
	const [p05, p25, p50, p75, p95, ...equally] = weightedPercentiles(values, weights, [...SHARES, ...middles]) as [
		number,
		number,
		number,
		number,
		number,
		...number[],
	];
	return { p05, p25, p50, p75, p95, runs: Math.round(weights.effective), outcomes: equally };
}
